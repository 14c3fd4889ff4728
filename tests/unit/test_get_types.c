/* get domain: the small types, and the list of a profile's names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/name/authcode.h"

#define GET(s, ...) ASK((s)->lab, (s)->id, "get", "domain", __VA_ARGS__)
#define LOGIN "reg_username", "owen", "reg_password", "secret12"

/* Four names in one profile, which expire in 1, 2, 3 and 4 years; one in its own. */
static int
begin(void **state)
{
	shop_begin(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "delta.com", "auto_renew", "1");
	REGISTER(s->lab, s->id, "domain", "bravo.com", "period", "2", "reg_domain", "delta.com");
	REGISTER(s->lab, s->id, "domain", "charlie.com", "period", "3", "reg_domain", "delta.com");
	REGISTER(s->lab, s->id, "domain", "alpha.com", "period", "4", "reg_domain", "delta.com");
	REGISTER(s->lab, s->id, "domain", "alone.com");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	return 0;
}

static void
test_what_small_types_say(void **state)
{
	static const struct {
		const char *domain, *type, *key, *value;
		size_t keys;
	} rows[] = {
		{ "delta.com", "expire_action", "auto_renew", "1", 2 },
		{ "delta.com", "expire_action", "let_expire", "0", 2 },
		{ "alone.com", "expire_action", "auto_renew", "0", 2 },
		{ "delta.com", "auto_renew_flag", "auto_renew", "1", 1 },
		{ "alone.com", "auto_renew_flag", "auto_renew", "0", 1 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = GET(s, "type", rows[i].type, "domain", rows[i].domain);
		assert_reply(r, 200, "Query Successful");
		const struct value *got = value_get(r, "attributes");
		assert_string_equal(value_text(got, rows[i].key), rows[i].value);
		assert_int_equal(value_count(got), rows[i].keys);
	}
}

static void
test_the_authorization_code(void **state)
{
	struct shop *s = *state;
	const struct value *r = GET(s, "type", "domain_auth_info", "domain", "alone.com");
	struct term t = lab_term(s->lab, "alone.com");

	lab_begin(s->lab);
	const char *code = authcode_of(&s->lab->w, s->lab->a, &t);
	lab_end(s->lab);
	assert_string_equal(at(r, "attributes.domain_auth_info"), code);
	assert_int_equal(strlen(code), AUTHCODE_LENGTH);
	REGISTER(s->lab, s->id, "domain", "alone.co.uk");
	r = GET(s, "type", "domain_auth_info", "domain", "alone.co.uk");
	assert_string_equal(at(r, "attributes.domain_auth_info"), "");
}

static const char *
cookie_of(struct shop *s)
{
	return at(
	    ASK(s->lab, s->id, "set", "cookie", "domain", "bravo.com", LOGIN), "attributes.cookie");
}

/* The names with blanks between. */
static const char *
names(struct shop *s, const struct value *reply)
{
	const char *line = "";

	const struct value *list = value_path(reply, "attributes.domain_list");
	assert_non_null(list);
	for (const struct value *v = list->first; v != NULL; v = v->next)
		line = arena_printf(s->lab->a, "%s%s%s", line, *line == '\0' ? "" : " ", v->text);
	return line;
}

static void
test_the_list_of_a_profile(void **state)
{
	static const struct {
		const char *pairs[4];
		const char *names, *count, *remainder;
	} rows[] = {
		{ { NULL }, "alpha.com bravo.com charlie.com delta.com", "4", "0" },
		{ { "order_by", "expiredate" }, "delta.com bravo.com charlie.com alpha.com", "4",
		    "0" },
		{ { "order_by", "name", "sort_by", "DESC" },
		    "delta.com charlie.com bravo.com alpha.com", "4", "0" },
		{ { "sort_by", "ASC" }, "alpha.com bravo.com charlie.com delta.com", "4", "0" },
		{ { "limit", "3" }, "alpha.com bravo.com charlie.com", "4", "1" },
		{ { "limit", "3", "page", "1" }, "delta.com", "4", "0" },
		{ { "limit", "3", "page", "2" }, "", "4", "0" },
		{ { "limit", "2", "page", "1" }, "charlie.com delta.com", "4", "0" },
		{ { "max_to_expiry", "365" }, "delta.com", "1", "0" },
		{ { "max_to_expiry", "364" }, "", "0", "0" },
		{ { "min_to_expiry", "365" }, "alpha.com bravo.com charlie.com delta.com", "4",
		    "0" },
		{ { "min_to_expiry", "366", "max_to_expiry", "800" }, "bravo.com", "1", "0" },
		{ { "order_by", "expiry_date", "sort_by", "desc" },
		    "alpha.com charlie.com bravo.com delta.com", "4", "0" },
		{ { "domain_search", "*a.com" }, "alpha.com delta.com", "2", "0" },
		{ { "domain_search", "B*" }, "bravo.com", "1", "0" },
		{ { "domain_search", "*l*a*" }, "alpha.com delta.com", "2", "0" },
		{ { "domain_search", "*.net" }, "", "0", "0" },
		{ { "domain_search", "alpha" }, "", "0", "0" },
		{ { "domain_search", "alpha.com" }, "alpha.com", "1", "0" },
		{ { "domain_search", "*" }, "alpha.com bravo.com charlie.com delta.com", "4", "0" },
		{ { "auto_renew", "*" }, "alpha.com bravo.com charlie.com delta.com", "4", "0" },
		{ { "auto_renew", "Y" }, "delta.com", "1", "0" },
		{ { "auto_renew", "n", "limit", "1" }, "alpha.com", "3", "1" },
		{ { "expiry_date", "2030-05-04" }, "alpha.com", "1", "0" },
		{ { "expiry_date", "2030-05-05" }, "", "0", "0" },
		{ { "expiry_date", "2030-05-04", "max_to_expiry", "365" }, "", "0", "0" },
	};
	struct shop *s = *state;
	const char *cookie = cookie_of(s);

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct value *top = request_new(s->lab->a, "GET", "DOMAIN");
		request_set_all(s->lab->a, top, PAIRS("type", "list", "^cookie", cookie));
		for (size_t p = 0; p < 4 && rows[i].pairs[p] != NULL; p += 2)
			request_set(s->lab->a, top, rows[i].pairs[p], rows[i].pairs[p + 1]);
		const struct value *r = ask(s->lab, s->id, top);
		assert_reply(r, 200, "Query Successful");
		assert_string_equal(names(s, r), rows[i].names);
		assert_string_equal(at(r, "attributes.count"), rows[i].count);
		assert_string_equal(at(r, "attributes.remainder"), rows[i].remainder);
	}
}

static void
test_the_list_tells_of_each_name(void **state)
{
	struct shop *s = *state;
	const struct value *r = GET(s, "type", "list", "domain", "bravo.com", "limit", "1");
	const struct value *of = value_get(value_path(r, "attributes.ext_results.0"), "alpha.com");

	assert_string_equal(value_text(of, "auto_renew"), "0");
	assert_string_equal(value_text(of, "expiredate"), "2030-05-04 15:20:00");
	assert_string_equal(value_text(of, "sponsoring_rsp"), "1");
	assert_string_equal(names(s, GET(s, "type", "list", "domain", "alone.com")), "alone.com");
}

static void
test_refusals(void **state)
{
	static const struct slip_up rows[] = {
		{ "type", NULL, 460, "Info type not specified" },
		{ "type", "colour", 465, "Invalid data, error=<type 'colour'>" },
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "page", "-1", 465, "Invalid data, error=<page '-1'>" },
		{ "limit", "0", 465, "Invalid data, error=<limit '0'>" },
		{ "order_by", "colour", 465, "Invalid data, error=<order_by 'colour'>" },
		{ "sort_by", "UP", 465, "Invalid data, error=<sort_by 'UP'>" },
		{ "auto_renew", "?", 465, "Invalid data, error=<auto_renew '?'>" },
		{ "expiry_date", "soon", 465, "Invalid data, error=<expiry_date 'soon'>" },
		{ "with_encoding_types", "2", 465,
		    "Invalid data, error=<with_encoding_types '2'>" },
	};
	struct shop *s = *state;

	shop_slips(
	    s, "GET", "DOMAIN", PAIRS("type", "list", "domain", "alone.com"), rows, COUNT_OF(rows));
	assert_int_equal(
	    code_of(GET(s, "type", "list", "domain", "alone.com", "max_to_expiry", "30")), 415);
}

static void
test_foreign_names(void **state)
{
	static const char *const types[] = {
#define SAYS(name, function) name,
#define RUNS(name, function) name,
#define LATER(name)
#include "command/domain/get/types.def"
#undef SAYS
#undef RUNS
#undef LATER
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(types); i++)
		assert_int_equal(code_of(GET(s, "type", types[i], "domain", "theirs.com")), 415);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(what_small_types_say),
		TEST(the_authorization_code),
		TEST(the_list_of_a_profile),
		TEST(the_list_tells_of_each_name),
		TEST(refusals),
		TEST(foreign_names),
	};

	return cmocka_run_group_tests_name("types of get", tests, NULL, NULL);
}
