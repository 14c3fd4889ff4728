/* What is UTF-8 and what only looks like it (RFC 3629, section 4). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/utf8.h"

static const struct {
	const char *what, *bytes;
	int bad; /* where; -1: nowhere */
} rows[] = {
	{ "nothing", "", -1 },
	{ "ascii", "plain words, more than eight bytes", -1 },
	{ "first and last of two bytes", "\xC2\x80\xDF\xBF", -1 },
	{ "first and last of three", "\xE0\xA0\x80\xEF\xBF\xBF", -1 },
	{ "around the surrogates", "\xED\x9F\xBF\xEE\x80\x80", -1 },
	{ "first and last of four", "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", -1 },
	{ "latin-1", "caf\xE9", 3 },
	{ "latin-1 before ascii", "caf\xE9 au lait, please", 3 },
	{ "overlong slash", "a\xC0\xAF", 1 },
	{ "overlong in three", "\xE0\x9F\xBF", 0 },
	{ "overlong in four", "\xF0\x8F\xBF\xBF", 0 },
	{ "surrogate", "\xED\xA0\x80", 0 },
	{ "beyond the last", "\xF4\x90\x80\x80", 0 },
	{ "no such first byte", "\xF5\x80\x80\x80", 0 },
	{ "continuation alone", "ab\x80", 2 },
	{ "cut after one of three", "12345678\xE2", 8 },
	{ "cut after two of three", "\xE2\x82", 0 },
	{ "third byte wrong", "\xE2\x82z", 0 },
	{ "fourth byte wrong", "\xF0\x90\x80z", 0 },
};

static void
the_first_bad_character_is_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t n = strlen(rows[i].bytes);
		size_t expected = rows[i].bad < 0 ? n : (size_t)rows[i].bad;

		if (utf8_span(rows[i].bytes, n) != expected)
			fail_msg("%s", rows[i].what);
	}
}

static void
nothing_is_read_beyond_the_end(void **state)
{
	(void)state;
	for (size_t n = 0; n < 4; n++) {
		char *exact = malloc(n > 0 ? n : 1);
		memcpy(exact, "\xF0\x90\x80\x80", n);
		assert_int_equal(utf8_span(exact, n), 0);
		free(exact);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_bad_character_is_found),
		cmocka_unit_test(nothing_is_read_beyond_the_end),
	};
	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
