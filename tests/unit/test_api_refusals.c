/* Bodies and parameters that the control API refuses, and in which words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

struct row {
	const char *method, *path, *body;
	int status;
	const char *code, *says; /* a part of the message */
};

static const struct row rows[] = {
	/* no JSON, or no map */
	{ "POST", "/worlds", "{", 400, "bad_json", "line 1" },
	{ "POST", "/worlds", "{'name':'a','name':'b'}", 400, "bad_json", "duplicate" },
	{ "POST", "/worlds", "[1]", 400, "bad_value", "map" },
	{ "POST", "/worlds", "'x'", 400, "bad_json", "line 1" },
	/* fields */
	{ "POST", "/worlds", "{'nmae':'a'}", 400, "unknown_field", "did you mean \"name\"" },
	{ "POST", "/worlds", "{'zebra':1}", 400, "unknown_field", "start" },
	{ "POST", "/worlds", "{'name':5}", 400, "bad_value", "not 5" },
	{ "POST", "/worlds", "{'name':'../x'}", 400, "bad_value", "\"name\"" },
	{ "POST", "/worlds", "{'name':''}", 400, "bad_value", "\"name\"" },
	{ "POST", "/worlds", "{'start':'yesterday'}", 400, "bad_value", "2026-01-01T00:00:00Z" },
	{ "POST", "/worlds", "{'start':null}", 400, "bad_value", "null" },
	{ "POST", "/worlds", "{'seed':-1}", 400, "bad_value", "zero or more" },
	{ "POST", "/worlds", "{'seed':'1'}", 400, "bad_value", "number" },
	{ "POST", "/worlds", "{'clock':'quick'}", 400, "bad_value", "flowing:RATE" },
	{ "POST", "/worlds", "{'clock':'flowing:0'}", 400, "bad_value", "flowing:RATE" },
	{ "POST", "/worlds", "{'clock':'frozen:2'}", 400, "bad_value", "flowing:RATE" },
	{ "POST", "/worlds", "{'policies':{'verification.batch_zon':'EST'}}", 400, "bad_policy",
	    "verification.batch_zone" },
	{ "POST", "/worlds", "{'policies':{'verification.batch_zone':'Mars'}}", 400, "bad_policy",
	    "Mars" },
	{ "POST", "/worlds", "{'policies':{'verification.batch_zone':5}}", 400, "bad_value",
	    "\"policies.verification.batch_zone\" wants a text" },
	{ "POST", "/worlds", "{'name':'demo'}", 409, "name_taken", "demo" },
	{ "POST", "/worlds", "{'fixture':'atlantis'}", 400, "unknown_fixture", "atlantis" },
	{ "POST", "/worlds/demo/reset", "{'hard':true}", 400, "unknown_field", "none" },
	{ "POST", "/worlds/demo/snapshots", "", 400, "missing_field", "\"name\" is missing" },
	{ "POST", "/worlds/demo/restore", "{'name':'never'}", 404, "unknown_snapshot", "never" },
	{ "POST", "/worlds/demo/fork", "{'name':'demo'}", 409, "name_taken", "demo" },
	/* time */
	{ "POST", "/worlds/demo/clock/advance", "{}", 400, "bad_value", "exactly one of" },
	{ "POST", "/worlds/demo/clock/advance", "{'by':'P1D','to':'2027-01-01T00:00:00Z'}", 400,
	    "bad_value", "exactly one of" },
	{ "POST", "/worlds/demo/clock/advance", "{'by':'10 days'}", 400, "bad_value", "P10D" },
	{ "POST", "/worlds/demo/clock/advance", "{'by':'P1D','max':'P2D'}", 400, "bad_value",
	    "until" },
	{ "POST", "/worlds/demo/clock/advance", "{'by':'P9000Y'}", 400, "bad_value", "9999" },
	{ "POST", "/worlds/demo/clock/advance", "{'by':'-PT1S'}", 409, "not_in_the_future",
	    "2026-05-04T15:19:59Z" },
	{ "POST", "/worlds/demo/clock/advance", "{'to':'2026-05-04T15:19:59Z'}", 409,
	    "not_in_the_future", "2026-05-04T15:20:00Z" },
	{ "POST", "/worlds/demo/clock/advance", "{'by':'-P9000Y'}", 409, "not_in_the_future", "" },
	{ "POST", "/worlds/demo/clock/advance", "{'until':{'kind':'birthday'}}", 400,
	    "unknown_kind", "birthday" },
	{ "POST", "/worlds/demo/clock/advance", "{'until':{'kidn':'x'}}", 400, "unknown_field",
	    "\"until.kind\"" },
	{ "POST", "/worlds/demo/clock/advance", "{'until':{}}", 400, "missing_field",
	    "\"until.kind\"" },
	{ "POST", "/worlds/demo/clock/jump", "{'until':{'kind':'x'}}", 400, "unknown_field",
	    "until" },
	{ "POST", "/worlds/demo/clock/jump", "{'by':'-PT1S'}", 409, "not_in_the_future", "" },
	{ "PUT", "/worlds/demo/clock", "{'mode':'sundial'}", 400, "bad_value", "frozen|flowing" },
	{ "PUT", "/worlds/demo/clock", "{'mode':'frozen','rate':2}", 400, "bad_value", "flowing" },
	{ "PUT", "/worlds/demo/clock", "{'mode':'flowing','rate':0}", 400, "bad_value", "rate" },
	{ "PUT", "/worlds/demo/clock", "{}", 400, "missing_field", "mode" },
	/* lists */
	{ "GET", "/worlds/demo/mail?too=x", "", 400, "unknown_parameter", "did you mean \"to\"" },
	{ "GET", "/worlds/demo/mail?limit=0", "", 400, "bad_value", "from 1 to 1000" },
	{ "GET", "/worlds/demo/mail?limit=1001", "", 400, "bad_value", "from 1 to 1000" },
	{ "GET", "/worlds/demo/mail?limit=ten", "", 400, "bad_value", "\"ten\"" },
	{ "GET", "/worlds/demo/mail?wait=61", "", 400, "bad_value", "from 0 to 60" },
	{ "GET", "/worlds/demo/mail?since=12", "", 400, "bad_cursor", "next" },
	{ "GET", "/worlds/demo/mail?since=e1-x", "", 400, "bad_cursor", "next" },
	{ "GET", "/worlds/demo/agenda?since=end", "", 400, "bad_cursor", "next" },
	{ "GET", "/worlds?limit=0", "", 400, "bad_value", "1000" },
	/* things that are not there */
	{ "GET", "/worlds/nowhere", "", 404, "unknown_world", "nowhere" },
	{ "GET", "/worlds/nowhere/now", "", 404, "unknown_world", "nowhere" },
	{ "POST", "/worlds/nowhere/people/a@b.example/act", "{'action':'verify'}", 404,
	    "unknown_world", "nowhere" },
	{ "GET", "/worlds/demo/mail/7", "", 404, "unknown_mail", "7" },
	{ "GET", "/worlds/demo/bulk_changes/7", "", 404, "unknown_bulk_change", "7" },
	{ "GET", "/worlds/demo/mail/x", "", 404, "unknown_mail", "x" },
	{ "POST", "/worlds/demo/mail/7/bounce", "", 404, "unknown_mail", "7" },
	{ "GET", "/worlds/demo/domains/none.com", "", 404, "unknown_domain", "none.com" },
	{ "GET", "/worlds/demo/domains?reseller=nobody", "", 404, "unknown_reseller", "nobody" },
	{ "GET", "/worlds/demo/orders/1", "", 404, "unknown_order", "1" },
	{ "GET", "/worlds/demo/resellers/nobody", "", 404, "unknown_reseller", "nobody" },
	{ "GET", "/worlds/demo/mial", "", 404, "unknown_path", "Did you mean \"mail\"" },
	{ "GET", "/worlds/demo/", "", 404, "unknown_path", "agenda" },
	{ "GET", "/nothing", "", 404, "unknown_path", "worlds" },
	{ "PATCH", "/worlds/demo/clock", "", 405, "method_not_allowed", "PATCH" },
	/* people */
	{ "POST", "/worlds/demo/people/a@b.example/act", "{'action':'verify'}", 404,
	    "no_fitting_mail", "a@b.example" },
	{ "POST", "/worlds/demo/people/a@b.example/act", "{'action':'consent'}", 404,
	    "no_fitting_mail", "consent" },
	{ "POST", "/worlds/demo/people/a@b.example/act", "{'action':'shrug'}", 400, "bad_value",
	    "verify|consent" },
	/* domains */
	{ "POST", "/worlds/demo/domains", "{}", 400, "missing_field", "name" },
	{ "POST", "/worlds/demo/domains", "{'name':'no spaces.com'}", 400, "bad_value", "domain" },
	{ "POST", "/worlds/demo/domains", "{'name':'com'}", 400, "bad_value", "domain" },
	{ "POST", "/worlds/demo/domains", "{'name':'a.com','state':'asleep'}", 400, "bad_value",
	    "active|expired|deleted" },
	{ "POST", "/worlds/demo/domains", "{'name':'a.com','reseller':'nobody'}", 404,
	    "unknown_reseller", "nobody" },
	{ "POST", "/worlds/demo/domains", "{'name':'a.com','reseller':'demo','registrar':'x'}", 400,
	    "bad_value", "both" },
	{ "POST", "/worlds/demo/domains", "{'name':'a.com','created':'P1D'}", 400, "bad_value",
	    "created" },
	{ "POST", "/worlds/demo/domains", "{'name':'a.com','created':'-P1D','expires':'-P2D'}", 400,
	    "bad_value", "expires" },
	{ "POST", "/worlds/demo/domains", "{'name':'a.com','contacts':{'owner':{'emial':'x'}}}",
	    400, "unknown_field", "\"contacts.owner.email\"" },
	{ "POST", "/worlds/demo/domains", "{'name':'a.com','nameservers':['ns',5]}", 400,
	    "bad_value", "list of" },
	{ "POST", "/worlds/demo/domains",
	    "{'name':'a.com','nameservers':['1','2','3','4','5','6','7','8','9','10','11','12',"
	    "'13','14']}",
	    400, "bad_value", "13" },
	{ "POST", "/worlds/demo/domains",
	    "{'name':'a.com','contacts':{'owner':{'first_name':'A\\nBcc: x'}}}", 400, "bad_value",
	    "one line" },
	{ "POST", "/worlds/demo/domains", "{'name':'EXAMPLE.com'}", 409, "name_taken",
	    "example.com" },
	{ "PATCH", "/worlds/demo/domains/none.com", "{}", 404, "unknown_domain", "none.com" },
	{ "PATCH", "/worlds/demo/domains/example.com", "{'expires':'soon'}", 400, "bad_value",
	    "-P3D" },
	{ "PATCH", "/worlds/demo/domains/example.com", "{'verification':'verified'}", 409,
	    "not_allowed", "unverified" },
	/* resellers */
	{ "POST", "/worlds/demo/resellers", "{'username':'demo'}", 409, "user_taken", "demo" },
	{ "POST", "/worlds/demo/resellers", "{'key':'abc'}", 400, "bad_value", "112" },
	{ "PATCH", "/worlds/demo/resellers/demo", "{'balance':'lots'}", 400, "bad_value",
	    "1000.00" },
	{ "PATCH", "/worlds/demo/resellers/demo", "{'notices':{'rsp.suspended_lists':false}}", 400,
	    "unknown_field", "rsp.suspended_list" },
	{ "PATCH", "/worlds/demo/resellers/demo", "{'branding':{'redirect':'javascript:x'}}", 400,
	    "bad_value", "redirect" },
	{ "PATCH", "/worlds/demo/resellers/demo",
	    "{'branding':{'redirect':'https://a.example/\\r\\nX: y'}}", 400, "bad_value",
	    "redirect" },
	{ "PATCH", "/worlds/demo/resellers/demo", "{'ip_rules':['10.0.0.0/8','10.1.*']}", 400,
	    "bad_value", "not \"10.1.*\"" },
	{ "PATCH", "/worlds/demo/resellers/demo",
	    "{'ip_rules':['::1','::2','::3','::4','::5','::6']}", 400, "bad_value",
	    "5 rules at most" },
	{ "PATCH", "/worlds/demo/resellers/demo", "{'subuser_permissions':['janitor']}", 400,
	    "bad_value", "no \"janitor\"" },
	/* reports */
	{ "GET", "/worlds/demo/reports/ledger.csv?user=nobody", "", 404, "unknown_reseller",
	    "nobody" },
	{ "GET", "/worlds/demo/reports/ledger.csv?usr=demo", "", 400, "unknown_parameter", "user" },
	{ "GET", "/worlds/demo/ledger?user=nobody", "", 404, "unknown_reseller", "nobody" },
	/* policies */
	{ "PUT", "/worlds/demo/policies", "{'verification.sicne':'2014-01-01T05:00:00Z'}", 400,
	    "bad_policy", "verification.since" },
	{ "PUT", "/worlds/demo/policies", "{'verification.since':5}", 400, "bad_value", "text" },
};

static void
a_bad_request_is_refused_in_words_that_help(void **state)
{
	(void)state;
	struct house *h = house_open();

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct row *r = &rows[i];
		json_t *j = house_api(h, r->status, r->method, r->path, r->body);
		if (strcmp(text_at(j, "error.code"), r->code) != 0 ||
		    strstr(text_at(j, "error.message"), r->says) == NULL)
			fail_msg("%s %s %s: %s, %s", r->method, r->path, r->body,
			    text_at(j, "error.code"), text_at(j, "error.message"));
	}
	house_close(h);
}

/* Nothing half-done: after all those refusals the world is as it was. */
static void
a_refused_request_changes_nothing(void **state)
{
	(void)state;
	struct house *h = house_open();

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		house_api(h, rows[i].status, rows[i].method, rows[i].path, rows[i].body);
	json_t *j = house_api(h, 200, "GET", "/worlds", "");
	assert_int_equal(count_at(j, "items"), 1);
	assert_string_equal(text_at(j, "items.0.now"), "2026-05-04T15:20:00Z");
	assert_int_equal(count_at(j, "items.0.users"), 1);
	assert_int_equal(
	    count_at(house_api(h, 200, "GET", "/worlds/demo/domains", ""), "items"), 3);
	assert_int_equal(
	    json_object_size(house_api(h, 200, "GET", "/worlds/demo/policies", "")), 0);
	house_close(h);
}

static void
bytes_that_are_no_text_do_no_harm(void **state)
{
	(void)state;
	struct house *h = house_open();
	static const char *const targets[] = { "/api/v1/%ff%fe", "/api/v1/worlds/%ff",
		"/api/v1/worlds/demo/mail?%ff=1", "/api/v1/worlds/demo/mail?to=%ff",
		"/api/v1/worlds/demo/mail?limit=%ff", "/api/v1/worlds/demo/mail?since=%ff",
		"/api/v1/worlds/demo/mail/%00", "/api/v1/worlds/demo/domains/%ff",
		"/api/v1/worlds/demo/resellers/%c3", "/api/v1/worlds/demo/people/%ff/act",
		"/w/demo/verify/%ff", "/\xff\xfe" };

	for (size_t i = 0; i < sizeof(targets) / sizeof(*targets); i++) {
		struct exchange *x = house_ask(h, "GET", targets[i], "");
		assert_in_range(x->status, 200, 499);
		x = house_ask(h, "POST", targets[i], "{\"action\":\"verify\"}");
		assert_in_range(x->status, 200, 499);
	}
	house_close(h);
}

static void
a_wrong_method_is_told_the_right_ones(void **state)
{
	(void)state;
	struct house *h = house_open();
	struct exchange *x = house_ask(h, "PATCH", "/api/v1/worlds/demo/clock", "");

	assert_int_equal(x->status, 405);
	assert_string_equal(header_out(x, "Allow"), "GET, PUT");
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_bad_request_is_refused_in_words_that_help),
		cmocka_unit_test(a_refused_request_changes_nothing),
		cmocka_unit_test(bytes_that_are_no_text_do_no_harm),
		cmocka_unit_test(a_wrong_method_is_told_the_right_ones),
	};

	return cmocka_run_group_tests_name("api refusals", tests, house_setup, NULL);
}
