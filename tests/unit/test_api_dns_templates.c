/* Templates of a reseller's zones, over the control API. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

#define TEMPLATES "/worlds/demo/resellers/demo/dns_templates"

static json_t *
first(struct house *h)
{
	return json_array_get(
	    json_object_get(house_api(h, 200, "GET", TEMPLATES, ""), "templates"), 0);
}

static void
a_template_is_kept_replaced_and_forgotten(void **state)
{
	(void)state;
	struct house *h = house_open();
	json_t *j = house_api(h, 200, "GET", TEMPLATES, "");

	assert_int_equal(count_at(j, "templates"), 0);
	j = house_api(h, 200, "PUT", TEMPLATES,
	    "{'name':'web','records':{'A':[{'ip_address':'192.0.2.1'},"
	    "{'subdomain':'WWW','ip_address':'192.0.2.2'}],"
	    "'MX':[{'hostname':'mx.ek.com','priority':10}],'TXT':[]}}");
	assert_string_equal(text_at(j, "name"), "web");
	assert_int_equal(count_at(j, "records.A"), 2);
	j = first(h);
	const json_t *www = json_array_get(json_object_get(json_object_get(j, "records"), "A"), 1);
	const json_t *mx = json_array_get(json_object_get(json_object_get(j, "records"), "MX"), 0);
	assert_string_equal(text_at(www, "subdomain"), "www");
	assert_string_equal(text_at(mx, "priority"), "10");
	assert_string_equal(text_at(mx, "subdomain"), "");
	house_api(h, 200, "PUT", TEMPLATES, "{'name':'web','records':{}}");
	assert_int_equal(count_at(house_api(h, 200, "GET", TEMPLATES, ""), "templates"), 1);
	assert_null(json_object_get(json_object_get(first(h), "records"), "A"));
	j = house_api(h, 200, "DELETE", TEMPLATES "/web", "");
	assert_string_equal(text_at(j, "name"), "web");
	assert_null(first(h));
	house_close(h);
}

static void
what_is_refused(void **state)
{
	(void)state;
	struct house *h = house_open();
	static const struct {
		int status;
		const char *method, *path, *body, *code;
	} rows[] = {
		{ 404, "GET", "/worlds/demo/resellers/nobody/dns_templates", "",
		    "unknown_reseller" },
		{ 404, "PUT", "/worlds/demo/resellers/nobody/dns_templates",
		    "{'name':'web','records':{}}", "unknown_reseller" },
		{ 404, "DELETE", TEMPLATES "/web", "", "unknown_template" },
		{ 404, "DELETE", TEMPLATES "/blank", "", "unknown_template" },
		{ 400, "PUT", TEMPLATES, "{'records':{}}", "missing_field" },
		{ 400, "PUT", TEMPLATES, "{'name':'*blank*','records':{}}", "bad_value" },
		{ 400, "PUT", TEMPLATES, "{'name':'blank','records':{}}", "bad_value" },
		{ 400, "PUT", TEMPLATES, "{'name':'web'}", "bad_value" },
		{ 400, "PUT", TEMPLATES, "{'name':'web','records':{},'from':'a.com'}",
		    "bad_value" },
		{ 400, "PUT", TEMPLATES, "{'name':'web','records':{'CAA':[]}}", "unknown_field" },
		{ 400, "PUT", TEMPLATES, "{'name':'web','records':{'A':[{'ip':'1'}]}}",
		    "unknown_field" },
		{ 400, "PUT", TEMPLATES, "{'name':'web','records':{'A':[{'ip_address':'1'}]}}",
		    "bad_record" },
		{ 400, "PUT", TEMPLATES, "{'name':'web','records':{'A':[{}]}}", "bad_record" },
		{ 404, "PUT", TEMPLATES, "{'name':'web','from':'example.com'}", "unknown_zone" },
		{ 404, "PUT", TEMPLATES, "{'name':'web','from':'no name'}", "unknown_zone" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		json_t *j = house_api(
		    h, rows[i].status, rows[i].method, rows[i].path, rows[i].body);
		assert_string_equal(text_at(j, "error.code"), rows[i].code);
	}
	assert_null(first(h));
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_template_is_kept_replaced_and_forgotten),
		cmocka_unit_test(what_is_refused),
	};

	return cmocka_run_group_tests_name("templates over the control API", tests, NULL, NULL);
}
