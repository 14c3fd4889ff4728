/* Texts as JSON strings, there and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/arena.h"
#include "base/quote.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

static const struct {
	const char *text, *quoted;
} rows[] = {
	{ "", "\"\"" },
	{ "plain", "\"plain\"" },
	{ "a \"b\" \\c", "\"a \\\"b\\\" \\\\c\"" },
	{ "\\", "\"\\\\\"" },
	{ "\"", "\"\\\"\"" },
	{ "one\ntwo\n", "\"one\\ntwo\\n\"" },
	{ "\t\r\b\f\x01\x1f", "\"\\u0009\\u000d\\u0008\\u000c\\u0001\\u001f\"" },
	{ "\x7f/", "\"\x7f/\"" },
	{ "M\xc3\xbcller \xe2\x82\xac \xf0\x9f\x9a\xb2",
	    "\"M\xc3\xbcller \xe2\x82\xac \xf0\x9f\x9a\xb2\"" },
};

static void
written_as_expected(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct buf b;
		buf_open(&b, 0);
		quote_write(&b, rows[i].text);
		assert_string_equal(b.data, rows[i].quoted);
		buf_close(&b);
	}
}

static void
read_back(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char *text = arena_printf(a, "%s,rest", rows[i].quoted);
		const char *at = text;
		assert_string_equal(quote_read(a, &at), rows[i].text);
		assert_string_equal(at, ",rest");
	}
	arena_free(a);
}

/* What a library writes, we read; what we write, it reads. */
static void
at_one_with_a_library(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		json_t *ours = json_loads(rows[i].quoted, JSON_DECODE_ANY, NULL);
		json_t *theirs = json_string(rows[i].text);
		char *text = json_dumps(theirs, JSON_ENCODE_ANY);
		const char *at = text;
		assert_string_equal(json_string_value(ours), rows[i].text);
		assert_string_equal(quote_read(a, &at), rows[i].text);
		free(text);
		json_decref(ours);
		json_decref(theirs);
	}
	arena_free(a);
}

static void
escapes_that_others_may_write(void **state)
{
	struct arena *a = arena_new();
	const char *at = "\"\\u0041\\u00fc\\/\\b\\f\\n\\r\\t\"";

	(void)state;
	assert_string_equal(quote_read(a, &at), "A\xc3\xbc/\b\f\n\r\t");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(written_as_expected),
		cmocka_unit_test(read_back),
		cmocka_unit_test(at_one_with_a_library),
		cmocka_unit_test(escapes_that_others_may_write),
	};

	return cmocka_run_group_tests_name("quote", tests, NULL, NULL);
}
