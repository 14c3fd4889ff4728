/* Nameservers below one's own names: created, read, changed, deleted; whose they
 * are, what their addresses may be, and who keeps them from going. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define NS(s, action, ...) ASK((s)->lab, (s)->id, action, "nameserver", __VA_ARGS__)
#define NS1 "domain", "ek.com", "name", "ns1.ek.com"
#define NOT_FOUND "Nameserver not found"

static void
create(struct shop *s, const char *name)
{
	assert_reply(NS(s, "create", "domain", "ek.com", "name", name, "ipaddress", "192.0.2.1"),
	    200, "Nameserver Created");
}

/* name/ipv4/ipv6/can_delete of each, with blanks between. */
static const char *
all(struct shop *s)
{
	const struct value *r = NS(s, "get", "domain", "ek.com", "name", "all");
	const char *text = "";

	assert_reply(r, 200, "Query Successful");
	const struct value *list = value_path(r, "attributes.nameserver_list");
	assert_int_equal(list->kind, VALUE_ARRAY);
	for (const struct value *v = list->first; v != NULL; v = v->next)
		text = arena_printf(s->lab->a, "%s%s%s/%s/%s/%s", text, *text == '\0' ? "" : " ",
		    at(v, "name"), at(v, "ipaddress"), at(v, "ipv6"), at(v, "can_delete"));
	return text;
}

static void
point(struct shop *s, const char *name, const char *nameservers)
{
	struct term t = lab_term(s->lab, name);

	lab_begin(s->lab);
	t.nameservers = nameservers;
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
}

static void
test_its_life(void **state)
{
	struct shop *s = *state;

	assert_string_equal(all(s), "");
	const struct value *r = NS(s, "create", NS1, "ipaddress", "192.0.2.1");
	assert_reply(r, 200, "Nameserver Created");
	assert_null(value_get(r, "attributes"));
	assert_reply(
	    NS(s, "create", "domain", "ek.com", "name", "NS0.Ek.com", "ipv6", "2001:db8::1"), 200,
	    "Nameserver Created");
	lab_reopen(s->lab);
	assert_string_equal(all(s), "ns0.ek.com//2001:db8::1/1 ns1.ek.com/192.0.2.1//1");
	assert_reply(NS(s, "modify", NS1, "ipaddress", "192.0.2.9"), 200, "Command successful");
	assert_reply(NS(s, "modify", NS1, "ipv6", "::1"), 200, "Command successful");
	assert_string_equal(all(s), "ns0.ek.com//2001:db8::1/1 ns1.ek.com/192.0.2.9/::1/1");
	r = NS(s, "delete", NS1, "ipaddress", "anything");
	assert_reply(r, 200, "Nameserver deleted");
	assert_null(value_get(r, "attributes"));
	assert_string_equal(all(s), "ns0.ek.com//2001:db8::1/1");
	assert_reply(NS(s, "delete", NS1), 480, NOT_FOUND);
	create(s, "ns1.ek.com");
}

static void
test_one_or_all_can_be_read(void **state)
{
	static const struct {
		const char *path, *value;
		int code;
		size_t count;
	} rows[] = {
		{ "name", "all", 200, 2 },
		{ "type", "all", 200, 2 },
		{ "name", "NS1.ek.com", 200, 1 },
		{ "name", "ns3.ek.com", 480, 0 },
		{ "name", "ns1.theirs.com", 480, 0 },
		{ "name", "a..b", 465, 0 },
		{ "type", "some", 460, 0 },
	};
	struct shop *s = *state;

	create(s, "ns1.ek.com");
	create(s, "ns2.ek.com");
	ASK(s->lab, s->other, "create", "nameserver", "domain", "theirs.com", "name",
	    "ns1.theirs.com", "ipaddress", "192.0.2.1");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = NS(
		    s, "get", "domain", "ek.com", rows[i].path, rows[i].value);
		assert_int_equal(code_of(r), rows[i].code);
		if (rows[i].code == 200)
			assert_int_equal(value_count(value_path(r, "attributes.nameserver_list")),
			    rows[i].count);
	}
}

static void
test_refusals_of_create(void **state)
{
	static const struct slip_up rows[] = {
		{ "name", NULL, 460, "Required field 'name' not provided" },
		{ "name", "a..b", 465, "Invalid data, error=<name 'a..b'>" },
		{ "name", "ek.com", 465,
		    "Invalid data, error=<name 'ek.com' is below no name of the profile>" },
		{ "name", "ns1.theirs.com", 465,
		    "Invalid data, error=<name 'ns1.theirs.com' is below no name of the profile>" },
		{ "name", "ns1.week.com", 465,
		    "Invalid data, error=<name 'ns1.week.com' is below no name of the profile>" },
		{ "ipaddress", NULL, 460, "Missing required field: ip" },
		{ "ipaddress", "192.0.2", 465, "Invalid data, error=<ipaddress '192.0.2'>" },
		{ "ipaddress", "::1", 465, "Invalid data, error=<ipaddress '::1'>" },
		{ "ipv6", "192.0.2.1", 465, "Invalid data, error=<ipv6 '192.0.2.1'>" },
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
		{ "name", "ns2.ek.com", 485, "Nameserver already exists" },
	};
	struct shop *s = *state;

	create(s, "ns2.ek.com");
	shop_slips(
	    s, "CREATE", "NAMESERVER", PAIRS(NS1, "ipaddress", "192.0.2.1"), rows, COUNT_OF(rows));
	assert_string_equal(all(s), "ns2.ek.com/192.0.2.1//1");
}

static void
test_strangers_are_sent_to_their_reseller(void **state)
{
	static const char *const actions[] = { "create", "get", "modify", "delete" };
	static const char *const domains[] = { "theirs.com", "free.com", "example.com" };
	struct shop *s = *state;

	create(s, "ns1.ek.com");
	for (size_t i = 0; i < COUNT_OF(actions); i++) {
		for (size_t d = 0; d < COUNT_OF(domains); d++)
			assert_int_equal(
			    code_of(ASK(s->lab, s->id, actions[i], "nameserver", "name",
				"ns1.ek.com", "domain", domains[d], "ipaddress", "192.0.2.1")),
			    415);
		assert_int_equal(code_of(ASK(s->lab, s->other, actions[i], "nameserver", NS1,
				     "ipaddress", "192.0.2.7")),
		    415);
		/* Through a name of one's own, others' nameservers are not there. */
		if (strcmp(actions[i], "create") != 0)
			assert_int_equal(
			    code_of(ASK(s->lab, s->other, actions[i], "nameserver", "domain",
				"theirs.com", "name", "ns1.ek.com", "ipaddress", "192.0.2.7")),
			    480);
	}
	assert_string_equal(all(s), "ns1.ek.com/192.0.2.1//1");
}

/* A cookie stands for a profile, which may have several names. */
static void
test_a_cookie_reaches_all_names_of_a_profile(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "loner.com");
	REGISTER(s->lab, s->id, "domain", "more.com", "reg_domain", "ek.com");
	struct term t = lab_term(s->lab, "more.com");
	t.profile = lab_term(s->lab, "ek.com").id;
	lab_begin(s->lab);
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
	const char *cookie = at(ASK(s->lab, s->id, "set", "cookie", "domain", "ek.com",
				    "reg_username", "owen", "reg_password", "secret12"),
	    "attributes.cookie");
	assert_reply(
	    NS(s, "create", "^cookie", cookie, "name", "ns1.more.com", "ipaddress", "192.0.2.1"),
	    200, "Nameserver Created");
	assert_int_equal(code_of(NS(s, "create", "^cookie", cookie, "name", "ns1.loner.com",
			     "ipaddress", "192.0.2.1")),
	    465);
	assert_string_equal(all(s), "ns1.more.com/192.0.2.1//1");
	assert_int_equal(code_of(NS(s, "modify", "^cookie", cookie, "name", "ns1.more.com",
			     "ipaddress", "192.0.2.2")),
	    200);
	assert_reply(NS(s, "get", "domain", "loner.com", "name", "ns1.more.com"), 480, NOT_FOUND);
	assert_int_equal(code_of(NS(s, "delete", "^cookie", cookie, "name", "ns1.more.com")), 200);
}

static void
test_registries_want_other_addresses(void **state)
{
	static const struct {
		const char *domain, *ipv4, *ipv6;
		int code;
	} rows[] = {
		{ "ek.com", "192.0.2.1", "::1", 200 },
		{ "ek.com", "", "::1", 200 },
		{ "ek.com", "", "", 460 },
		{ "ek.de", "192.0.2.1", "::1", 200 },
		{ "ek.de", "192.0.2.1", "", 200 },
		{ "ek.de", "", "::1", 460 },
		{ "ek.cn", "192.0.2.1", "", 200 },
		{ "ek.cn", "192.0.2.1", "::1", 465 },
		{ "ek.cn", "", "::1", 460 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct term t;
		lab_begin(s->lab);
		bool there = term_find(&s->lab->w, s->lab->a, rows[i].domain, &t);
		lab_end(s->lab);
		if (!there)
			lab_register(
			    s->lab, s->id, rows[i].domain, "Anna", "Ek", "anna@ek.example");
		const char *name = arena_printf(s->lab->a, "ns%zu.%s", i, rows[i].domain);
		assert_int_equal(code_of(NS(s, "create", "domain", rows[i].domain, "name", name,
				     "ipaddress", rows[i].ipv4, "ipv6", rows[i].ipv6)),
		    rows[i].code);
	}
	assert_int_equal(
	    code_of(NS(s, "modify", "domain", "ek.cn", "name", "ns6.ek.cn", "ipv6", "::1")), 465);
}

static void
test_there_are_only_so_many(void **state)
{
	struct shop *s = *state;

	lab_policy(s->lab, "nameserver.quota", "2");
	create(s, "ns1.ek.com");
	create(s, "ns2.ek.com");
	assert_reply(
	    NS(s, "create", "domain", "ek.com", "name", "ns3.ek.com", "ipaddress", "192.0.2.1"),
	    445, "Nameserver quota exceeded");
	NS(s, "delete", NS1);
	create(s, "ns3.ek.com");
}

/* Whoever points to it. */
static void
test_what_is_in_use_cannot_go(void **state)
{
	static const char *const users[] = { "ek.com", "theirs.com" };
	struct shop *s = *state;

	create(s, "ns1.ek.com");
	for (size_t i = 0; i < COUNT_OF(users); i++) {
		const char *before = lab_term(s->lab, users[i]).nameservers;
		point(s, users[i], "[\"a.example\",\"ns1.ek.com\"]");
		assert_string_equal(all(s), "ns1.ek.com/192.0.2.1//0");
		assert_reply(NS(s, "delete", NS1), 405, "Nameserver deletion failed at registry");
		point(s, users[i], before);
		assert_string_equal(all(s), "ns1.ek.com/192.0.2.1//1");
	}
	point(s, "theirs.com", "[\"xns1.ek.com\",\"ns1.ek.com.example\"]");
	assert_reply(NS(s, "delete", NS1), 200, "Nameserver deleted");
}

static void
test_its_addresses_are_glue(void **state)
{
	struct shop *s = *state;

	NS(s, "create", NS1, "ipaddress", "192.0.2.1", "ipv6", "2001:db8::1");
	create(s, "ns2.ek.com");
	point(s, "theirs.com", "[\"ns1.ek.com\",\"ns2.ek.com\",\"ns1.systemdns.com\"]");
	const struct value *r = ASK(
	    s->lab, s->other, "get", "domain", "domain", "theirs.com", "type", "nameservers");
	const struct value *list = value_path(r, "attributes.nameserver_list");
	assert_string_equal(at(list, "0.ipaddress"), "192.0.2.1");
	assert_string_equal(at(list, "0.ipv6"), "2001:db8::1");
	assert_string_equal(at(list, "1.ipaddress"), "192.0.2.1");
	assert_null(at(list, "1.ipv6"));
	assert_string_equal(at(list, "2.ipaddress"), "");
}

/* At its own registry names follow it; others know it by its old name. */
static void
test_a_name_that_changes_is_followed(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->other, "domain", "theirs.net");
	lab_register(s->lab, s->other, "theirs.org", "Anna", "Ek", "anna@ek.example");
	create(s, "ns1.ek.com");
	point(s, "theirs.com", "[\"a.example\",\"ns1.ek.com\"]");
	point(s, "theirs.net", "[\"ns1.ek.com\"]");
	point(s, "theirs.org", "[\"ns1.ek.com\"]");
	assert_reply(NS(s, "modify", NS1, "new_name", "DNS.ek.com"), 200, "Command successful");
	assert_string_equal(all(s), "dns.ek.com/192.0.2.1//0");
	assert_string_equal(
	    lab_term(s->lab, "theirs.com").nameservers, "[\"a.example\",\"dns.ek.com\"]");
	assert_string_equal(lab_term(s->lab, "theirs.net").nameservers, "[\"dns.ek.com\"]");
	assert_string_equal(lab_term(s->lab, "theirs.org").nameservers, "[\"ns1.ek.com\"]");
	assert_int_equal(
	    lab_ask(s->lab, "SELECT count(*) FROM event WHERE name = 'NAMESERVER_UPDATE'"), 2);
	assert_reply(NS(s, "modify", NS1, "ipaddress", "192.0.2.2"), 480, NOT_FOUND);
}

static void
test_refusals_of_modify(void **state)
{
	static const struct slip_up rows[] = {
		{ "ipaddress", NULL, 460, "Missing required field: ip" },
		{ "ipaddress", "x", 465, "Invalid data, error=<ipaddress 'x'>" },
		{ "ipv6", "x", 465, "Invalid data, error=<ipv6 'x'>" },
		{ "name", NULL, 460, "Required field 'name' not provided" },
		{ "name", "ns9.ek.com", 480, NOT_FOUND },
		{ "new_name", "a..b", 465, "Invalid data, error=<new_name 'a..b'>" },
		{ "new_name", "ns2.ek.com", 400,
		    "Unable to change nameserver hostname to ns2.ek.com" },
		{ "new_name", "ns1.other.com", 400,
		    "Unable to change nameserver hostname to ns1.other.com" },
		{ "new_name", "ek.com", 400, "Unable to change nameserver hostname to ek.com" },
		{ "domain", NULL, 460, "No Domain Supplied" },
	};
	struct shop *s = *state;

	create(s, "ns1.ek.com");
	create(s, "ns2.ek.com");
	shop_slips(
	    s, "MODIFY", "NAMESERVER", PAIRS(NS1, "ipaddress", "192.0.2.9"), rows, COUNT_OF(rows));
	assert_string_equal(all(s), "ns1.ek.com/192.0.2.1//1 ns2.ek.com/192.0.2.1//1");
	assert_reply(NS(s, "modify", NS1, "new_name", "ns1.ek.com"), 200, "Command successful");
}

static void
test_it_ends_with_its_name(void **state)
{
	struct shop *s = *state;
	struct term t = lab_term(s->lab, "ek.com");

	create(s, "ns1.ek.com");
	lab_begin(s->lab);
	t.state = "deleted";
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
	REGISTER(s->lab, s->id, "domain", "ek.com");
	assert_string_equal(all(s), "");
	create(s, "ns1.ek.com");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(its_life),
		TEST(one_or_all_can_be_read),
		TEST(refusals_of_create),
		TEST(strangers_are_sent_to_their_reseller),
		TEST(a_cookie_reaches_all_names_of_a_profile),
		TEST(registries_want_other_addresses),
		TEST(there_are_only_so_many),
		TEST(what_is_in_use_cannot_go),
		TEST(its_addresses_are_glue),
		TEST(a_name_that_changes_is_followed),
		TEST(refusals_of_modify),
		TEST(it_ends_with_its_name),
	};

	return cmocka_run_group_tests_name("nameservers", tests, NULL, NULL);
}
