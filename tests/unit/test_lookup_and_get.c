/* lookup and get domain: what a reseller may learn of a name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/ask.h"

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
test_lookup_says_available_or_taken(void **state)
{
	static const struct {
		const char *domain;
		int code;
		const char *text, *status;
	} rows[] = {
		{ "free.com", 210, "Domain available", "available" },
		{ "FREE.com", 210, "Domain available", "available" },
		{ "mine.com", 211, "Domain taken", "taken" },
		{ "theirs.com", 211, "Domain taken", "taken" },
		{ "free.co.uk", 210, "Domain available", "available" },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "mine.com");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = ASK(
		    s->lab, s->id, "lookup", "domain", "domain", rows[i].domain);
		assert_reply(r, rows[i].code, rows[i].text);
		assert_true(succeeded(r));
		assert_string_equal(at(r, "attributes.status"), rows[i].status);
		assert_string_equal(at(r, "attributes.match"), "");
	}
}

static void
test_lookup_refuses_what_cannot_be_a_name(void **state)
{
	static const struct {
		const char *domain;
		int code;
		const char *text;
	} rows[] = {
		{ NULL, 460, "Required field 'domain' not provided" },
		{ "a b.com", 465, "Invalid domain syntax: a b.com" },
		{ "www.a.com", 465, "Invalid domain syntax: www.a.com" },
		{ "co.uk", 465, "Invalid domain syntax: co.uk" },
		{ "a.nosuch", 701, "Domain 'a.nosuch' is of no TLD that is serviced" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_reply(
		    ASK(s->lab, s->id, "lookup", "domain", "domain", rows[i].domain, "x", "y"),
		    rows[i].code, rows[i].text);
}

static void
test_all_info_tells_all(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com", "period", "2", "auto_renew", "1");
	const struct value *r = ASK(
	    s->lab, s->id, "get", "domain", "type", "all_info", "domain", "ek.com");
	static const char *const rows[][2] = {
		{ "attributes.auto_renew", "1" },
		{ "attributes.let_expire", "0" },
		{ "attributes.sponsoring_rsp", "1" },
		{ "attributes.expiredate", "2028-05-04 15:20:00" },
		{ "attributes.registry_expiredate", "2028-05-04 15:20:00" },
		{ "attributes.registry_createdate", "2026-05-04 15:20:00" },
		{ "attributes.registry_updatedate", "2026-05-04 15:20:00" },
		{ "attributes.contact_set.owner.first_name", "Owen" },
		{ "attributes.contact_set.tech.email", "support@shop.example" },
		{ "attributes.nameserver_list.0.name", "ns1.systemdns.com" },
		{ "attributes.nameserver_list.0.sortorder", "1" },
		{ "attributes.nameserver_list.1.sortorder", "2" },
		{ "attributes.nameserver_list.1.ipaddress", "" },
	};
	assert_reply(r, 200, "Query Successful");
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(at(r, rows[i][0]), rows[i][1]);
}

static void
test_one_contact_comes_alone(void **state)
{
	static const char *const roles[] = { "owner", "admin", "billing", "tech" };
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	for (size_t i = 0; i < COUNT_OF(roles); i++) {
		const struct value *r = ASK(
		    s->lab, s->id, "get", "domain", "type", roles[i], "domain", "ek.com");
		const struct value *set = value_path(r, "attributes.contact_set");
		assert_int_equal(code_of(r), 200);
		assert_int_equal(value_count(set), 1);
		assert_int_equal(value_count(value_get(set, roles[i])), CONTACT_FIELDS);
	}
}

static void
test_status_and_nameservers(void **state)
{
	static const char *const rows[][2] = {
		{ "lock_state", "1" },
		{ "can_modify", "1" },
		{ "domain_supports", "1" },
		{ "parkp_status", "" },
		{ "transfer_away_in_progress", "0" },
		{ "auctionescrow", "0" },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com", "f_lock_domain", "1");
	const struct value *r = ASK(
	    s->lab, s->id, "get", "domain", "type", "status", "domain", "ek.com");
	assert_reply(r, 200, "Command successful");
	assert_int_equal(value_count(value_get(r, "attributes")), COUNT_OF(rows));
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(value_text(value_get(r, "attributes"), rows[i][0]), rows[i][1]);
	r = ASK(s->lab, s->id, "get", "domain", "type", "nameservers", "domain", "ek.com");
	assert_int_equal(value_count(value_get(r, "attributes")), 1);
	assert_int_equal(value_count(value_path(r, "attributes.nameserver_list")), 2);
}

static void
test_get_needs_a_type_and_a_name(void **state)
{
	static const struct {
		const char *type, *domain, *cookie;
		int code;
		const char *text;
	} rows[] = {
		{ NULL, "ek.com", NULL, 460, "Info type not specified" },
		{ "", "ek.com", NULL, 460, "Info type not specified" },
		{ "everything", "ek.com", NULL, 465, "Invalid data, error=<type 'everything'>" },
		{ "status", NULL, NULL, 460, "No Domain Supplied" },
		{ "status", NULL, "12:34", 415, "Invalid Cookie Supplied" },
		{ "status", "ek.com", "12:34", 415, "Invalid Cookie Supplied" },
		{ "status", "ek..com", NULL, 465, "Invalid domain syntax: ek..com" },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_reply(ASK(s->lab, s->id, "get", "domain", "type", rows[i].type, "domain",
				 rows[i].domain, "^cookie", rows[i].cookie),
		    rows[i].code, rows[i].text);
}

static void
test_strangers_are_sent_to_the_names_own_reseller(void **state)
{
	static const struct {
		const char *domain, *company;
	} rows[] = {
		{ "theirs.com", "other Hosting" },
		{ "nobodys.com", "shop Hosting" },
		{ "example.com", "shop Hosting" },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->other, "domain", "theirs.com");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = ASK(
		    s->lab, s->id, "get", "domain", "type", "all_info", "domain", rows[i].domain);
		assert_int_equal(code_of(r), 415);
		assert_memory_equal(text_of(r), "Authentication Error.\n", 22);
		assert_non_null(strstr(text_of(r), rows[i].company));
		assert_non_null(strstr(text_of(r), rows[i].domain));
		assert_string_equal(at(r, "support_message"), "");
		assert_null(value_get(r, "attributes"));
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(lookup_says_available_or_taken),
		TEST(lookup_refuses_what_cannot_be_a_name),
		TEST(all_info_tells_all),
		TEST(one_contact_comes_alone),
		TEST(status_and_nameservers),
		TEST(get_needs_a_type_and_a_name),
		TEST(strangers_are_sent_to_the_names_own_reseller),
	};

	return cmocka_run_group_tests_name("lookup and get", tests, NULL, NULL);
}
