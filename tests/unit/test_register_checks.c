/* sw_register: what makes no sense is refused and leaves nothing behind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/ask.h"
#include "world/policy/policy.h"

struct shop {
	struct lab *lab;
	int64_t id, other;
};

static int
begin(void **state)
{
	struct shop *s = calloc(1, sizeof(*s));

	s->lab = lab_open("2026-05-04T15:20:00Z");
	s->id = lab_reseller(s->lab, "shop");
	s->other = lab_reseller(s->lab, "other");
	*state = s;
	return 0;
}

static int
end(void **state)
{
	struct shop *s = *state;

	lab_close(s->lab);
	free(s);
	return 0;
}

static void
test_periods_have_edges(void **state)
{
	static const struct {
		const char *domain, *period;
		int code;
	} rows[] = {
		{ "p1.com", "1", 200 }, { "p2.com", "10", 200 }, { "p3.com", "0", 465 },
		{ "p4.com", "11", 465 }, { "p5.com", "-1", 465 }, { "p6.com", "1x", 465 },
		{ "p7.com", "", 460 }, { "p8.com", NULL, 460 }, { "p9.be", "1", 200 },
		{ "p10.be", "2", 465 },
		{ "p11.com.au", "6", 200 }, /* five is a guess, which binds nobody */
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = REGISTER(
		    s->lab, s->id, "domain", rows[i].domain, "period", rows[i].period);
		if (code_of(r) != rows[i].code)
			fail_msg("%s for %s: %d %s", rows[i].domain, rows[i].period, code_of(r),
			    text_of(r));
	}
}

static void
test_each_required_field_is_missed(void **state)
{
	static const char *const rows[] = { "domain", "reg_type", "period", "reg_username",
		"reg_password", "contact_set" };
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = REGISTER(s->lab, s->id, rows[i], NULL);
		assert_reply(
		    r, 460, arena_printf(s->lab->a, "Required field '%s' not provided", rows[i]));
	}
	assert_reply(REGISTER(s->lab, s->id, "contact_set.billing", NULL), 460,
	    "Required field 'billing' not provided");
	assert_reply(REGISTER(s->lab, s->id, "contact_set.owner.phone", NULL), 460,
	    "Required field 'owner.phone' not provided");
	assert_reply(REGISTER(s->lab, s->id, "custom_nameservers", "1"), 460,
	    "Required field 'nameserver_list' not provided");
	assert_reply(REGISTER(s->lab, s->id, "custom_tech_contact", "1"), 460,
	    "Required field 'tech' not provided");
}

static void
test_each_senseless_value_is_refused(void **state)
{
	static const struct {
		const char *path, *value;
		int code;
		const char *text;
	} rows[] = {
		{ "domain", "a..com", 465, "Invalid domain syntax: a..com" },
		{ "domain", "www.a.com", 465, "Invalid domain syntax: www.a.com" },
		{ "domain", "a.nosuch", 701, "Domain 'a.nosuch' is of no TLD that is serviced" },
		{ "reg_type", "lease", 465,
		    "Registration Failed: Invalid data, error=<reg_type 'lease'>" },
		{ "reg_username", "ab", 465,
		    "Registration Failed: Invalid data, error=<reg_username 'ab'>" },
		{ "reg_username", "o w e n", 465,
		    "Registration Failed: Invalid data, error=<reg_username 'o w e n'>" },
		{ "reg_password", "123456789012345678901", 465,
		    "Registration Failed: Invalid data, error=<reg_password "
		    "'123456789012345678901'>" },
		{ "handle", "later", 465,
		    "Registration Failed: Invalid data, error=<handle 'later'>" },
		{ "auto_renew", "2", 465,
		    "Registration Failed: Invalid data, error=<auto_renew '2'>" },
		{ "dns_template", "portfolio", 478,
		    "DNS template specified does not exist. (portfolio)" },
		{ "reg_domain", "never.com", 415, "Invalid Password supplied" },
		{ "contact_set.owner.country", "XX", 465,
		    "Registration Failed: Invalid data, error=<owner.country 'XX'>" },
		{ "contact_set.admin.email", "a@b@c", 465,
		    "Registration Failed: Invalid data, error=<admin.email 'a@b@c'>" },
		{ "contact_set.owner.city", "12", 465,
		    "Registration Failed: Invalid data, error=<owner.city '12'>" },
		{ "contact_set.owner.city", "a\nb", 465,
		    "Registration Failed: Invalid data, error=<owner.city>" },
		{ "contact_set.owner.phone", "12", 420,
		    "Failed to create new registrant contact: Parameter value range error\r\n"
		    "Invalid telephone number format." },
		{ "contact_set.owner.postal_code", "12345678901234567", 599,
		    "Failed to create new registrant contact: Parameter value range error: "
		    "owner.postal_code" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_reply(REGISTER(s->lab, s->id, rows[i].path, rows[i].value), rows[i].code,
		    rows[i].text);
		assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM orders"), 0);
	}
}

static void
test_a_blank_template_is_one(void **state)
{
	struct shop *s = *state;

	assert_int_equal(code_of(REGISTER(s->lab, s->id, "dns_template", "*blank*")), 200);
}

static void
test_senseless_nameservers_are_refused(void **state)
{
	static const struct {
		const char *names[2], *orders[2], *text;
	} rows[] = {
		{ { "ns1.ek.com", "ns1.EK.com" }, { "1", "2" },
		    "Registration Failed: Invalid data, error=<duplicate nameserver 'ns1.ek.com'>" },
		{ { "ns1.ek.com", "ns2.ek.com" }, { "1", "1" },
		    "Registration Failed: Invalid data, error=<duplicate nameserver 'ns2.ek.com'>" },
		{ { "ns1.ek.com", "ns2" }, { "1", "2" },
		    "Registration Failed: Invalid data, error=<nameserver 'ns2'>" },
		{ { "ns1.ek.com", "" }, { "1", "2" },
		    "Registration Failed: Invalid data, error=<nameserver ''>" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_reply(
		    REGISTER(s->lab, s->id, "custom_nameservers", "1", "nameserver_list.0.name",
			rows[i].names[0], "nameserver_list.0.sortorder", rows[i].orders[0],
			"nameserver_list.1.name", rows[i].names[1], "nameserver_list.1.sortorder",
			rows[i].orders[1]),
		    465, rows[i].text);
}

static void
test_thirteen_nameservers_and_no_more(void **state)
{
	struct shop *s = *state;

	for (size_t n = 13; n <= 14; n++) {
		struct value *top = registration(s->lab->a, n == 13 ? "m.com" : "n.com");
		request_set(s->lab->a, top, "custom_nameservers", "1");
		for (size_t i = 0; i < n; i++)
			request_set(s->lab->a, top,
			    arena_printf(s->lab->a, "nameserver_list.%zu.name", i),
			    arena_printf(s->lab->a, "ns%zu.ek.com", i));
		assert_int_equal(code_of(ask(s->lab, s->id, top)), n == 13 ? 200 : 465);
	}
}

static void
test_a_profile_is_joined_with_its_password_only(void **state)
{
	static const struct {
		const char *user, *password, *reg_domain;
		int code;
	} rows[] = {
		{ "owen", "secret12", "first.com", 200 },
		{ "owen", "wrong123", "first.com", 415 },
		{ "owena", "secret12", "first.com", 415 },
		{ "owen", "wrong123", "", 200 }, /* a profile of its own */
		{ "owen", "secret12", "foreign.com", 415 },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "first.com");
	REGISTER(s->lab, s->other, "domain", "foreign.com");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = REGISTER(s->lab, s->id, "domain",
		    arena_printf(s->lab->a, "j%zu.com", i), "reg_username", rows[i].user,
		    "reg_password", rows[i].password, "reg_domain", rows[i].reg_domain);
		assert_int_equal(code_of(r), rows[i].code);
	}
}

static void
test_bad_data_is_named_in_an_attribute_too(void **state)
{
	struct shop *s = *state;
	const struct value *r = REGISTER(s->lab, s->id, "period", "11");

	assert_reply(r, 465, "Registration Failed: Invalid data, error=<period '11'>");
	assert_string_equal(at(r, "attributes.error"), "period '11'");
	r = REGISTER(s->lab, s->id, "contact_set.owner.phone", NULL);
	assert_null(value_get(r, "attributes")); /* what is missing is no bad data */
}

static void
test_only_own_orders_can_be_linked_to(void **state)
{
	static const struct {
		const char *link, *master, *password;
		int code;
	} rows[] = {
		{ "1", "1", "secret1", 200 },
		{ "1", "1", "secret2", 415 },
		{ "0", "1", "secret2", 200 },
		{ "1", NULL, "secret1", 460 },
		{ "1", "0", "secret1", 460 },
		{ "1", "2", "secret1", 465 },
		{ "0", "2", "secret1", 465 },
		{ "0", "-1", "secret1", 465 },
		{ "0", "", "secret1", 200 },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com", "reg_password", "secret1");
	REGISTER(s->lab, s->other, "domain", "theirs.com", "reg_password", "secret1");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = REGISTER(s->lab, s->id, "domain",
		    arena_printf(s->lab->a, "n%zu.com", i), "reg_password", rows[i].password,
		    "link_domains", rows[i].link, "master_order_id", rows[i].master);
		if (code_of(r) != rows[i].code)
			fail_msg("row %zu: %d %s", i, code_of(r), text_of(r));
	}
	assert_int_equal(lab_term(s->lab, "n0.com").profile, lab_term(s->lab, "ek.com").id);
	assert_int_equal(lab_term(s->lab, "n2.com").profile, 0);
}

static void
test_the_id_of_the_name_may_be_told(void **state)
{
	struct shop *s = *state;

	assert_null(at(REGISTER(s->lab, s->id, "domain", "a.com"), "attributes.domain_id"));
	lab_begin(s->lab);
	policy_override(&s->lab->w, "reply.domain_id", "on");
	lab_end(s->lab);
	const struct value *r = REGISTER(s->lab, s->id, "domain", "b.com");
	assert_string_equal(at(r, "attributes.domain_id"),
	    arena_printf(s->lab->a, "%" PRId64, lab_term(s->lab, "b.com").id));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(periods_have_edges),
		TEST(each_required_field_is_missed),
		TEST(each_senseless_value_is_refused),
		TEST(a_blank_template_is_one),
		TEST(senseless_nameservers_are_refused),
		TEST(thirteen_nameservers_and_no_more),
		TEST(a_profile_is_joined_with_its_password_only),
		TEST(bad_data_is_named_in_an_attribute_too),
		TEST(only_own_orders_can_be_linked_to),
		TEST(the_id_of_the_name_may_be_told),
	};

	return cmocka_run_group_tests_name("register checks", tests, NULL, NULL);
}
