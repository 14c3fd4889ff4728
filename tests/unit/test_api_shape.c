/* Shapes: what fits, what is said where something does not, and that an answer
 * which does not fit its row ends a test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/world.h"
#include "wire/api/answer.h"
#include "wire/api/api.h"

static const struct field inner[] = { HAS("id", INTEGER), MAY("note", TEXT), SHAPE_END };
static const struct field shape[] = {
	MAY("text", TEXT),
	MAY("lines", LINES),
	MAY("name", NAME),
	MAY("integer", INTEGER),
	MAY("number", NUMBER),
	MAY("scalar", SCALAR),
	MAY("flag", FLAG),
	MAY("money", MONEY),
	MAY("amount", AMOUNT),
	MAY("instant", INSTANT),
	MAY("duration", DURATION),
	MAY("moment", MOMENT),
	MAY("list", LIST),
	MAY_A("map", MAP, inner),
	MAY_A("items", ITEMS, inner),
	MAY("any", ANY),
	MAY_ONE_OF("choice", "red|green"),
	{ .name = "perhaps", .type = FIELD_INSTANT, .or_null = true },
	SHAPE_END,
};
static const struct field open_shape[] = { HAS("kind", TEXT), MAY("*", FLAG), SHAPE_END };

struct row {
	const struct field *shape;
	const char *json;
	const char *code, *says; /* NULL: it fits */
};

static const struct row rows[] = {
	{ shape, "{}", NULL, NULL },
	{ shape, "{'text':'a'}", NULL, NULL },
	{ shape, "{'text':'a\\nb'}", "bad_value", "\"text\" wants a text of one line" },
	{ shape, "{'text':5}", "bad_value", "not 5" },
	{ shape, "{'text':null}", "bad_value", "not null" },
	{ shape, "{'lines':'a\\nb'}", NULL, NULL },
	{ shape, "{'name':'a-b.c_D1'}", NULL, NULL },
	{ shape, "{'name':'-a'}", "bad_value", "name of 1 to 63" },
	{ shape, "{'integer':0}", NULL, NULL },
	{ shape, "{'integer':-1}", "bad_value", "zero or more" },
	{ shape, "{'number':-1}", NULL, NULL },
	{ shape, "{'number':1.5}", "bad_value", "whole number" },
	{ shape, "{'scalar':1}", NULL, NULL },
	{ shape, "{'scalar':'1'}", NULL, NULL },
	{ shape, "{'scalar':true}", "bad_value", "or a whole number" },
	{ shape, "{'flag':true}", NULL, NULL },
	{ shape, "{'flag':'true'}", "bad_value", "true or false" },
	{ shape, "{'money':5}", NULL, NULL },
	{ shape, "{'money':'5.00'}", NULL, NULL },
	{ shape, "{'amount':5}", "bad_value", "1000.00" },
	{ shape, "{'amount':'-5.00'}", NULL, NULL },
	{ shape, "{'instant':'2026-01-01T00:00:00Z'}", NULL, NULL },
	{ shape, "{'instant':'2026-01-01'}", "bad_value", "an instant" },
	{ shape, "{'duration':'P10D-PT1S'}", NULL, NULL },
	{ shape, "{'duration':'10 days'}", "bad_value", "a duration" },
	{ shape, "{'moment':'-P1D'}", NULL, NULL },
	{ shape, "{'moment':'2026-01-01T00:00:00Z'}", NULL, NULL },
	{ shape, "{'moment':'now'}", "bad_value", "from the world's now" },
	{ shape, "{'list':['a','b']}", NULL, NULL },
	{ shape, "{'list':['a',1]}", "bad_value", "list of" },
	{ shape, "{'map':{'id':1}}", NULL, NULL },
	{ shape, "{'map':{}}", "missing_field", "\"map.id\" is missing" },
	{ shape, "{'map':[]}", "bad_value", "a map" },
	{ shape, "{'items':[]}", NULL, NULL },
	{ shape, "{'items':[{'id':1},{'id':2,'note':'x'}]}", NULL, NULL },
	{ shape, "{'items':[{'id':1},{'id':'2'}]}", "bad_value", "\"items.1.id\" wants" },
	{ shape, "{'items':[1]}", "bad_value", "a list of maps" },
	{ shape, "{'any':[1,{'x':null}]}", NULL, NULL },
	{ shape, "{'choice':'green'}", NULL, NULL },
	{ shape, "{'choice':'blue'}", "bad_value", "one of red|green" },
	{ shape, "{'perhaps':null}", NULL, NULL },
	{ shape, "{'perhaps':'x'}", "bad_value", "an instant" },
	{ shape, "{'txet':'a'}", "unknown_field", "did you mean \"text\"" },
	{ open_shape, "{'kind':'a','x':true}", NULL, NULL },
	{ open_shape, "{'kind':'a','x':1}", "bad_value", "\"x\" wants true or false" },
	{ open_shape, "{'x':true}", "missing_field", "\"kind\"" },
};

static json_t *
parsed(struct arena *a, const char *json)
{
	char *text = arena_strdup(a, json);

	for (char *at = text; *at != '\0'; at++)
		if (*at == '\'')
			*at = '"';
	json_t *j = json_loads(text, 0, NULL);
	assert_non_null(j);
	return j;
}

static void
a_map_fits_its_shape_or_is_told_where_it_does_not(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		json_t *j = parsed(a, rows[i].json);
		struct flaw flaw = shape_flaw(a, rows[i].shape, j);
		json_decref(j);
		if (rows[i].code == NULL && flaw.code != NULL)
			fail_msg("%s: %s", rows[i].json, flaw.message);
		if (rows[i].code == NULL)
			continue;
		if (flaw.code == NULL || strcmp(flaw.code, rows[i].code) != 0 ||
		    strstr(flaw.message, rows[i].says) == NULL)
			fail_msg(
			    "%s: %s", rows[i].json, flaw.code == NULL ? "it fits" : flaw.message);
	}
	arena_free(a);
}

struct answered {
	const char *handler_path, *method;
	int status;
	const char *json;
};

static void
check(void *closure)
{
	const struct answered *w = closure;
	struct arena *a = arena_new();
	struct call c = { .arena = a };

	for (const struct route *r = api_routes; r->method != NULL; r++)
		if (strcmp(r->path, w->handler_path) == 0 && strcmp(r->method, w->method) == 0)
			c.route = r;
	json_t *j = parsed(a, w->json);
	answer_check(&c, w->status, j);
	json_decref(j);
	arena_free(a);
}

static void
an_answer_that_does_not_fit_its_row_is_our_bug(void **state)
{
	static const struct {
		struct answered answered;
		bool aborts;
	} cases[] = {
		{ { "/api/v1/health", "GET", 200, "{'status':'ok','version':'1'}" }, false },
		{ { "/api/v1/health", "GET", 201, "{'status':'ok','version':'1'}" }, true },
		{ { "/api/v1/health", "GET", 200, "{'status':'ok'}" }, true },
		{ { "/api/v1/health", "GET", 200, "{'status':'ok','version':'1','x':1}" }, true },
		{ { "/api/v1/journal", "GET", 200, "{'items':[],'next':'e0-0'}" }, false },
		{ { "/api/v1/journal", "GET", 200, "{'items':[]}" }, true },
		{ { "/api/v1/journal", "GET", 200, "{'items':[{}],'next':'e0-0'}" }, true },
		{ { "/ca.pem", "GET", 200, "{}" }, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct answered w = cases[i].answered;
		if (aborts(check, &w) != cases[i].aborts)
			fail_msg("%s %d %s", w.handler_path, w.status, w.json);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_map_fits_its_shape_or_is_told_where_it_does_not),
		cmocka_unit_test(an_answer_that_does_not_fit_its_row_is_our_bug),
	};

	return cmocka_run_group_tests_name("api shapes", tests, NULL, NULL);
}
