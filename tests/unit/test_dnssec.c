/* DS records: replaced as a whole, read by get type=dnssec. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define SHA1 "0123456789abcdef0123456789abcdef01234567"
#define SHA256 SHA1 "89ABCDEF0123456789abcdef"
#define SHA384 SHA256 "0123456789abcdef0123456789abcdef"
#define SET(s, ...) \
	ASK((s)->lab, (s)->id, "set_dnssec_info", "domain", "domain", "ek.com", __VA_ARGS__)
#define GET(s) ASK((s)->lab, (s)->id, "get", "domain", "domain", "ek.com", "type", "dnssec")
#define DS(n, tag, algorithm, type, digest) \
	"dnssec." n ".key_tag", tag, "dnssec." n ".algorithm", algorithm, \
	    "dnssec." n ".digest_type", type, "dnssec." n ".digest", digest

static size_t
how_many(struct shop *s)
{
	const struct value *r = GET(s);

	assert_reply(r, 200, "Query Successful");
	assert_non_null(value_path(r, "attributes.dnssec"));
	return value_count(value_path(r, "attributes.dnssec"));
}

static void
test_what_is_set_can_be_read(void **state)
{
	static const char *const rows[][2] = {
		{ "0.key_tag", "65535" },
		{ "0.algorithm", "8" },
		{ "0.digest_type", "2" },
		{ "0.digest", SHA256 },
		{ "1.key_tag", "0" },
		{ "1.digest", SHA1 },
	};
	struct shop *s = *state;

	assert_int_equal(how_many(s), 0);
	const struct value *r = SET(
	    s, DS("0", "65535", "8", "2", SHA256), DS("1", "0", "13", "1", SHA1));
	assert_reply(r, 200, "Command Successful");
	assert_null(value_get(r, "attributes"));
	lab_reopen(s->lab);
	const struct value *list = value_path(GET(s), "attributes.dnssec");
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(at(list, rows[i][0]), rows[i][1]);
	assert_int_equal(value_count(list), 2);
	SET(s, DS("0", "1", "8", "2", SHA256));
	assert_int_equal(how_many(s), 1);
}

static void
test_an_empty_list_takes_all_away(void **state)
{
	struct shop *s = *state;

	SET(s, DS("0", "1", "8", "2", SHA256));
	assert_reply(SET(s, "^x", "y"), 460, "Required field 'dnssec' not provided");
	assert_int_equal(how_many(s), 1);
	struct value *top = request_new(s->lab->a, "SET_DNSSEC_INFO", "DOMAIN");
	request_set(s->lab->a, top, "domain", "ek.com");
	struct value *attributes = (struct value *)value_get(top, "attributes");
	value_add(s->lab->a, attributes, "dnssec", VALUE_ARRAY);
	assert_reply(ask(s->lab, s->id, top), 200, "Command Successful");
	assert_int_equal(how_many(s), 0);
}

static void
test_modify_does_the_same(void **state)
{
	struct shop *s = *state;
#define MODIFY(s, ...) \
	ASK((s)->lab, (s)->id, "modify", "domain", "domain", "ek.com", "data", "dnssec", \
	    "affect_domains", "0", __VA_ARGS__)

	SET(s, DS("0", "1", "8", "2", SHA256), DS("1", "2", "8", "2", SHA256));
	assert_reply(MODIFY(s, DS("0", "7", "8", "2", SHA256)), 200, "Update successful");
	assert_int_equal(how_many(s), 1);
	assert_string_equal(at(GET(s), "attributes.dnssec.0.key_tag"), "7");
	assert_int_equal(code_of(MODIFY(s, DS("0", "x", "8", "2", SHA256))), 465);
	assert_reply(MODIFY(s, "x", "y"), 460, "Required field 'dnssec' not provided");
	assert_reply(MODIFY(s, "dnssec", ""), 200, "Update successful");
	assert_int_equal(how_many(s), 0);
}

static void
test_every_value_has_its_limits(void **state)
{
	static const struct {
		const char *tag, *algorithm, *type, *digest;
		const char *error; /* NULL: it fits */
	} rows[] = {
		{ "0", "2", "1", SHA1, NULL },
		{ "65535", "3", "2", SHA256, NULL },
		{ "1", "5", "3", SHA256, NULL },
		{ "1", "6", "4", SHA384, NULL },
		{ "1", "7", "1", SHA1, NULL },
		{ "1", "8", "1", SHA1, NULL },
		{ "1", "10", "1", SHA1, NULL },
		{ "1", "13", "1", SHA1, NULL },
		{ "1", "14", "1", SHA1, NULL },
		{ "1", "253", "1", SHA1, NULL },
		{ "1", "254", "1", SHA1, NULL },
		{ "65536", "8", "1", SHA1, "key_tag '65536'" },
		{ "-1", "8", "1", SHA1, "key_tag '-1'" },
		{ "x", "8", "1", SHA1, "key_tag 'x'" },
		{ "", "8", "1", SHA1, "key_tag is missing" },
		{ "1", "1", "1", SHA1, "algorithm '1'" },
		{ "1", "4", "1", SHA1, "algorithm '4'" },
		{ "1", "15", "1", SHA1, "algorithm '15'" },
		{ "1", "", "1", SHA1, "algorithm is missing" },
		{ "1", "8", "0", SHA1, "digest_type '0'" },
		{ "1", "8", "5", SHA1, "digest_type '5'" },
		{ "1", "8", "11", SHA1, "digest_type '11'" },
		{ "1", "8", "1", "", "digest is missing" },
		{ "1", "8", "1", "xyz", "digest 'xyz'" },
		{ "1", "8", "1", SHA256, "its fields do not go together" },
		{ "1", "8", "2", SHA1, "its fields do not go together" },
		{ "1", "8", "3", SHA384, "its fields do not go together" },
		{ "1", "8", "4", SHA256, "its fields do not go together" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = SET(
		    s, DS("0", rows[i].tag, rows[i].algorithm, rows[i].type, rows[i].digest));
		if (rows[i].error == NULL)
			assert_reply(r, 200, "Command Successful");
		else
			assert_reply(r, 465,
			    arena_printf(s->lab->a, "Invalid data, error=<dnssec record 1: %s>",
				rows[i].error));
	}
	assert_int_equal(how_many(s), 1);
	assert_reply(SET(s, DS("0", "1", "8", "1", SHA1), DS("1", "1", "8", "1", SHA1)), 465,
	    "Invalid data, error=<dnssec record 2: there is another one in its place>");
	assert_reply(
	    SET(s, "dnssec.x", "y"), 465, "Invalid data, error=<dnssec is no list of records>");
	assert_reply(SET(s, "dnssec", "y"), 465, "Invalid data, error=<dnssec 'y'>");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(what_is_set_can_be_read),
		TEST(an_empty_list_takes_all_away),
		TEST(modify_does_the_same),
		TEST(every_value_has_its_limits),
	};

	return cmocka_run_group_tests_name("DNSSEC", tests, NULL, NULL);
}
