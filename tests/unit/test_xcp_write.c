/* What the recordings do not show: escapes, odd characters, depth, the limit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/arena.h"
#include "xcp/parse.h"
#include "xcp/write.h"

static int
open_arena(void **state)
{
	*state = arena_new();
	return 0;
}

static int
close_arena(void **state)
{
	arena_free(*state);
	return 0;
}

static void
characters_of_markup_are_escaped(void **state)
{
	static const struct {
		const char *text, *in_text, *in_key;
	} rows[] = {
		{ "plain", "plain", "plain" },
		{ "a & b", "a &amp; b", "a &amp; b" },
		{ "<x>", "&lt;x&gt;", "&lt;x&gt;" },
		{ "it's \"so\"", "it&apos;s &quot;so&quot;", "it&apos;s &quot;so&quot;" },
		{ "one\ntwo", "one\ntwo", "one&#10;two" },
		{ "one\ttwo", "one\ttwo", "one&#9;two" },
		{ "one\rtwo", "one&#13;two", "one&#13;two" },
		{ "bell \a", "bell ?", "bell ?" },
		{ "caf\xC3\xA9", "caf\xC3\xA9", "caf\xC3\xA9" },
		{ "", "", "" },
	};
	struct arena *a = *state;
	struct buf out;

	buf_open(&out, 0);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct value *top = value_new(a, VALUE_ASSOC);
		value_add_text(a, top, rows[i].text, rows[i].text);
		buf_clear(&out);
		xcp_write(&out, top);
		const char *line = arena_printf(
		    a, "    <item key=\"%s\">%s</item>\n", rows[i].in_key, rows[i].in_text);
		if (strstr(out.data, line) == NULL)
			fail_msg("%s is written as %s", rows[i].text, out.data);
	}
	buf_close(&out);
}

static void
what_is_written_is_read_again(void **state)
{
	static const char text[] = " a<b> & \"c\" 'd'\r\n\tcaf\xC3\xA9 \xF0\x9F\x98\x80 ";
	struct arena *a = *state;
	struct xcp_parser *p = xcp_parser_new();
	struct value *top = value_new(a, VALUE_ASSOC);
	struct buf out;

	value_add_text(a, top, text, text);
	buf_open(&out, 0);
	xcp_write(&out, top);
	struct xcp_message m = xcp_parse_verbatim(p, a, out.data, out.size);
	assert_non_null(m.top);
	assert_string_equal(m.top->first->key, text);
	assert_string_equal(m.top->first->text, text);
	buf_close(&out);
	xcp_parser_free(p);
}

static void
an_empty_message_has_an_empty_association(void **state)
{
	struct buf out;

	buf_open(&out, 0);
	xcp_write(&out, value_new(*state, VALUE_ASSOC));
	assert_non_null(
	    strstr(out.data, "  <data_block>\n   <dt_assoc>\n   </dt_assoc>\n  </data_block>\n"));
	buf_close(&out);
}

static void
each_level_is_indented_by_one(void **state)
{
	struct arena *a = *state;
	struct value *top = value_new(a, VALUE_ASSOC), *v = top;
	struct buf out;

	for (int i = 0; i < 40; i++)
		v = value_add(
		    a, v, i % 2 == 0 ? "k" : NULL, i % 2 == 0 ? VALUE_ARRAY : VALUE_ASSOC);
	buf_open(&out, 0);
	xcp_write(&out, top);
	/* the fortieth container is at 3 + 2 * 40 */
	assert_non_null(
	    strstr(out.data, arena_printf(a, "\n%83s<dt_assoc>\n%83s</dt_assoc>\n", "", "")));
	buf_close(&out);
}

static void
a_limit_is_kept_and_told(void **state)
{
	struct arena *a = *state;
	struct value *top = value_new(a, VALUE_ASSOC);
	struct buf out;

	value_add_text(a, top, "key", "a text that does not fit any more");
	buf_open(&out, 250);
	xcp_write(&out, top);
	assert_true(out.over);
	assert_true(out.size <= 250);
	buf_close(&out);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_arena, close_arena)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(characters_of_markup_are_escaped),
		TEST(what_is_written_is_read_again),
		TEST(an_empty_message_has_an_empty_association),
		TEST(each_level_is_indented_by_one),
		TEST(a_limit_is_kept_and_told),
	};
	return cmocka_run_group_tests_name("xcp write", tests, NULL, NULL);
}
