/* A reseller's settings through the control API: shown as they were set, each alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

#define DEMO "/worlds/demo/resellers/demo"

static int
open_house(void **state)
{
	*state = house_open();
	return 0;
}

static int
close_house(void **state)
{
	house_close(*state);
	return 0;
}

/* What a path of the answer reads, whatever its type. */
static void
assert_shows(struct house *h, const char *path, const char *value)
{
	assert_string_equal(text_at(house_api(h, 200, "GET", DEMO, ""), path), value);
}

static const struct {
	const char *body, *path, *before, *after;
} rows[] = {
	{ "{'company':'Ek Ltd'}", "company", "demo Hosting", "Ek Ltd" },
	{ "{'process_immediately':false}", "process_immediately", "true", "false" },
	{ "{'foreign_nameservers':false}", "foreign_nameservers", "true", "false" },
	{ "{'unregistered_hosts':false}", "unregistered_hosts", "true", "false" },
	{ "{'designated_agent':true}", "designated_agent", "false", "true" },
	{ "{'push_from':['demo']}", "push_from.0", "", "demo" },
	{ "{'subusers':false}", "subusers", "true", "false" },
	{ "{'subuser_permissions':['nameservers','admin']}", "subuser_permissions.0", "owner",
	    "admin" },
	{ "{'nameservers':['ns1.ek.com']}", "nameservers.0", "ns1.systemdns.com", "ns1.ek.com" },
	{ "{'tech_contact':{'email':'a@ek.com'}}", "tech_contact.email", "support@demo.example",
	    "a@ek.com" },
	{ "{'tech_contact':{'city':'Oslo'}}", "tech_contact.city", "", "Oslo" },
	{ "{'notices':{'rsp.suspended_list':false}}", "notices.rsp.suspended_list", "", "" },
	{ "{'branding':{'url':'https://ek.com'}}", "branding.url", "", "https://ek.com" },
};

static void
test_each_setting_is_shown_as_it_was_set(void **state)
{
	struct house *h = *state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_shows(h, rows[i].path, rows[i].before);
		json_t *j = house_api(h, 200, "PATCH", DEMO, rows[i].body);
		assert_string_equal(text_at(j, rows[i].path), rows[i].after);
		assert_shows(h, rows[i].path, rows[i].after);
	}
}

static void
test_one_setting_leaves_the_others(void **state)
{
	struct house *h = *state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		house_api(h, 200, "PATCH", DEMO, rows[i].body);
		for (size_t j = 0; j < sizeof(rows) / sizeof(*rows); j++)
			assert_shows(h, rows[j].path, j <= i ? rows[j].after : rows[j].before);
	}
}

static void
test_a_map_keeps_what_is_not_named(void **state)
{
	struct house *h = *state;

	house_api(h, 200, "PATCH", DEMO,
	    "{'tech_contact':{'name':'Ada Berg','country':'NL','fax':'+31.1'}}");
	house_api(h, 200, "PATCH", DEMO, "{'tech_contact':{'country':'BE'}}");
	json_t *j = house_api(h, 200, "GET", DEMO, "");
	assert_string_equal(text_at(j, "tech_contact.name"), "Ada Berg");
	assert_string_equal(text_at(j, "tech_contact.fax"), "+31.1");
	assert_string_equal(text_at(j, "tech_contact.country"), "BE");
	assert_int_equal(count_at(j, "tech_contact"), 0); /* a map, no list */
}

static void
test_permissions_have_names(void **state)
{
	static const struct {
		const char *names;
		size_t count;
	} lists[] = {
		{ "[]", 0 },
		{ "['owner']", 1 },
		{ "['owner','owner']", 1 },
		{ "['owner','admin','billing','tech','nameservers','rsp_whois_info',"
		  "'domain_extras']",
		    7 },
	};
	struct house *h = *state;

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		json_t *j = house_api(h, 200, "PATCH", DEMO,
		    arena_printf(h->a, "{'subuser_permissions':%s}", lists[i].names));
		assert_int_equal(count_at(j, "subuser_permissions"), lists[i].count);
	}
	assert_string_equal(
	    house_refusal(h, 400, "PATCH", DEMO, "{'subuser_permissions':['everything']}"),
	    "bad_value");
	assert_int_equal(count_at(house_api(h, 200, "GET", DEMO, ""), "subuser_permissions"), 7);
	assert_string_equal(house_refusal(h, 404, "PATCH", DEMO, "{'push_from':['demo','nobody']}"),
	    "unknown_reseller");
	assert_int_equal(count_at(house_api(h, 200, "GET", DEMO, ""), "push_from"), 0);
}

/* Both lists are there: what was asked for, and what holds until then. */
static void
test_rules_of_addresses_wait(void **state)
{
	static const struct {
		const char *after, *rule, *in_force;
	} times[] = {
		{ "PT14M59S", "10.0.0.0/8", "" },
		{ "PT1S", "10.0.0.0/8", "10.0.0.0/8" },
	};
	struct house *h = *state;

	house_api(h, 200, "PATCH", DEMO, "{'ip_rules':['10.0.0.0/8','::1']}");
	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++) {
		house_api(h, 200, "POST", "/worlds/demo/clock/advance",
		    arena_printf(h->a, "{'by':'%s'}", times[i].after));
		assert_shows(h, "ip_rules.0", times[i].rule);
		assert_shows(h, "ip_rules_in_force.0", times[i].in_force);
	}
	house_api(h, 200, "PATCH", DEMO, "{'ip_rules':[]}");
	assert_shows(h, "ip_rules.0", "");
	assert_shows(h, "ip_rules_in_force.1", "::1");
	house_api(h, 200, "PUT", "/worlds/demo/policies", "{'ip_rules.most':'2'}");
	assert_string_equal(
	    house_refusal(h, 400, "PATCH", DEMO, "{'ip_rules':['::1','::2','::3']}"), "bad_value");
	house_api(h, 200, "PUT", "/worlds/demo/policies", "{'ip_rules.most':'0'}");
	house_api(h, 200, "PATCH", DEMO,
	    "{'ip_rules':['::1','::2','::3','::4','::5','::6','::7','::8','::9','::a','::b',"
	    "'::c','::d']}");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, open_house, close_house)
	const struct CMUnitTest tests[] = {
		TEST(each_setting_is_shown_as_it_was_set),
		TEST(one_setting_leaves_the_others),
		TEST(a_map_keeps_what_is_not_named),
		TEST(permissions_have_names),
		TEST(rules_of_addresses_wait),
	};

	return cmocka_run_group_tests_name("resellers", tests, house_setup, NULL);
}
