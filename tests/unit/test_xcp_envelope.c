/* What may stand around the body, how its bytes are read, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buf.h"
#include "tests/support/show.h"
#include "tests/support/xcp_bench.h"

#define BODY "<body><data_block><dt_assoc><item key='a'>1</item></dt_assoc></data_block></body>"
#define MESSAGE "<OPS_envelope>" BODY "</OPS_envelope>"

struct row {
	const char *bytes, *means;
};

static void
check(struct xcp_bench *b, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct xcp_message m = xcp_parse(
		    b->parser, b->arena, rows[i].bytes, strlen(rows[i].bytes));
		const char *found = m.top != NULL ? show(b->arena, m.top) : m.error;

		if (strcmp(found, rows[i].means) != 0)
			fail_msg("%s\nmeans %s\nnot   %s", rows[i].bytes, found, rows[i].means);
		arena_reset(b->arena);
	}
}
#define CHECK(state, rows) check(*(state), rows, sizeof(rows) / sizeof(*(rows)))

static void
only_the_body_is_looked_at(void **state)
{
	static const struct row rows[] = {
		{ MESSAGE, "{a=1}" },
		{ "<?xml version='1.0' encoding='UTF-8' standalone='no' ?>\n"
		  "<!DOCTYPE OPS_envelope SYSTEM 'ops.dtd'>\n" MESSAGE "\n",
		    "{a=1}" },
		{ "\n    <?xml version='1.0'?>" MESSAGE "   ", "{a=1}" },
		{ "\xEF\xBB\xBF" MESSAGE, "{a=1}" },
		{ "<OPS_envelope><header><version>0.9</version></header>" BODY "</header>",
		    "{a=1}" },
		{ "<OPS_envelope><header><msg_id>7 & 8</msg_id></header>" BODY, "{a=1}" },
		{ "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY % c SYSTEM 'file:///etc/passwd'> %c;]>" MESSAGE,
		    "{a=1}" },
		{ "<body <OPS_envelope> </body>" BODY "<body></bod>", "{a=1}" },
		{ MESSAGE "junk & < \xFF", "{a=1}" },
	};

	CHECK(state, rows);
}

/* "\xE9" is e with acute in ISO-8859-1 and windows-1252; "\x80" is the euro sign
 * in windows-1252 alone. */
#define DECLARED(encoding, text) \
	"<?xml version='1.0' encoding=" encoding "?><OPS_envelope><body><dt_assoc>" \
	"<item key='a'>" text "</item></dt_assoc></body></OPS_envelope>"
#define UNDECLARED(text) \
	"<OPS_envelope><body><dt_assoc><item key='a'>" text \
	"</item></dt_assoc></body></OPS_envelope>"

static void
bytes_are_read_in_the_encoding_of_the_prologue(void **state)
{
	static const struct row rows[] = {
		{ DECLARED("'ISO-8859-1'", "caf\xE9"), "{a=caf\xC3\xA9}" },
		{ DECLARED("\"iso-8859-1\"", "caf\xE9"), "{a=caf\xC3\xA9}" },
		{ DECLARED("'latin1'", "caf\xE9"), "{a=caf\xC3\xA9}" },
		{ DECLARED(" 'windows-1252' ", "\x80 caf\xE9"), "{a=\xE2\x82\xAC caf\xC3\xA9}" },
		{ DECLARED("'ISO-8859-1'", "\xC3\xA9"), "{a=\xC3\x83\xC2\xA9}" },
		{ DECLARED("'UTF-8'", "caf\xC3\xA9"), "{a=caf\xC3\xA9}" },
		{ DECLARED("'ISO-8859-1'", "R&D caf\xE9"), "{a=R&D caf\xC3\xA9}" },
		{ UNDECLARED("caf\xC3\xA9"), "{a=caf\xC3\xA9}" },
		{ UNDECLARED("caf\xE9"), "{a=caf\xC3\xA9}" },
		{ UNDECLARED("R&D caf\xE9"), "{a=R&D caf\xC3\xA9}" },
		{ UNDECLARED("\xC1\xBF"), "{a=\xC3\x81\xC2\xBF}" }, /* overlong: no UTF-8 */
		{ DECLARED("'UTF-16'", "caf\xE9"), "{a=caf\xC3\xA9}" }, /* not what it is */
		{ DECLARED("'ISO-8859-1", "caf\xC3\xA9"), "{a=caf\xC3\xA9}" }, /* no end */
		{ DECLARED("", "caf\xC3\xA9"), "{a=caf\xC3\xA9}" },
	};

	CHECK(state, rows);
}

#define LINES(body) "<OPS_envelope>\n<body>\n" body "\n</body>\n</OPS_envelope>"

static void
what_is_wrong_is_said_with_its_line(void **state)
{
	static const struct row rows[] = {
		{ "", "no <OPS_envelope> in 0 bytes" },
		{ "hello", "no <OPS_envelope> in 5 bytes" },
		{ BODY, "no <OPS_envelope> in 81 bytes" },
		{ "<OPS_envelope></OPS_envelope>", "no <body> in 29 bytes" },
		{ "<OPS_envelope><body>", "no </body> in 20 bytes" },
		{ "</body><OPS_envelope><body>", "no </body> in 27 bytes" },
		{ LINES(""), "line 2: no dt_assoc in the body" },
		{ LINES("<data_block></data_block>"), "line 2: no dt_assoc in the body" },
		{ LINES("<dt_array></dt_array>"), "line 2: what the message holds is no dt_assoc" },
		{ LINES("<dt_scalar>x</dt_scalar>"),
		    "line 2: what the message holds is no dt_assoc" },
		{ LINES("<dt_assoc>\n<item key='a'>x\n</dt_assoc>"),
		    "line 5: <item> of line 4 is closed by </dt_assoc>" },
		{ LINES("<dt_assoc>\n<item key='a'>x & y\n</dt_assoc>"),
		    "line 5: <item> of line 4 is closed by </dt_assoc>" },
		{ LINES("<dt_assoc/></body><body>"),
		    "line 3: Extra content at the end of the document" },
		{ LINES("<dt_assoc>\n<item key='a'>\x01</item></dt_assoc>"),
		    "line 4: PCDATA invalid Char value 1" },
		{ LINES("<dt_assoc>&#0;</dt_assoc>"),
		    "line 3: xmlParseCharRef: invalid xmlChar value 0" },
		{ LINES("<dt_assoc>\n<item key=a>x</item></dt_assoc>"),
		    "line 4: AttValue: \" or ' expected" },
		{ LINES("<dt_assoc>\n<item key='a' key='b'>x</item></dt_assoc>"),
		    "line 4: Attribute key redefined" },
		{ "<?xml version='1.0' encoding='utf-8'?>\n" LINES(
		      "<dt_assoc>\n<item key='a'>\xE9</item></dt_assoc>"),
		    "line 5: not UTF-8, which the prologue declares" },
		{ "<?xml version='1.0' encoding='utf-8'?>\n" LINES("\xC1\xBF"),
		    "line 4: not UTF-8, which the prologue declares" },
	};

	CHECK(state, rows);
}

/* Entities other than the five are words like any other, so nothing can be
 * expanded or fetched from inside a body. */
static void
entities_are_never_expanded(void **state)
{
	static const struct row rows[] = {
		{ "<!DOCTYPE x [<!ENTITY lol 'ha'>]>" UNDECLARED("&lol;"), "{a=&lol;}" },
		{ UNDECLARED("&nbsp;"), "{a=&nbsp;}" },
		{ UNDECLARED("<!DOCTYPE x [<!ENTITY lol 'ha'>]>&lol;"),
		    "{a=<!DOCTYPE x [<!ENTITY lol 'ha'>]>&lol;}" },
		{ UNDECLARED("<!DOCTYPE x SYSTEM 'file:///etc/passwd'>"),
		    "{a=<!DOCTYPE x SYSTEM 'file:///etc/passwd'>}" },
	};

	CHECK(state, rows);
}

static void
a_nul_is_no_end(void **state)
{
	static const char tail[] = MESSAGE "\0";
	static const char inside[] =
	    "<OPS_envelope><body><dt_assoc>\0</dt_assoc></body></OPS_envelope>";
	struct xcp_bench *b = *state;
	struct xcp_message m = xcp_parse(b->parser, b->arena, tail, sizeof(tail));

	assert_string_equal(show(b->arena, m.top), "{a=1}");
	m = xcp_parse(b->parser, b->arena, inside, sizeof(inside) - 1);
	assert_null(m.top);
	assert_non_null(m.error);
}

/* A body with DEPTH containers and items, one in another. */
static struct xcp_message
nested(struct xcp_bench *b, int depth)
{
	static const char *const open[] = { "<dt_assoc>", "<item key='k'>" };
	static const char *const close[] = { "</dt_assoc>", "</item>" };
	struct buf out;

	buf_open(&out, 0);
	buf_text(&out, "<OPS_envelope><body><data_block>");
	for (int i = 0; i < depth; i++)
		buf_text(&out, open[i % 2]);
	for (int i = depth; i-- > 0;)
		buf_text(&out, close[i % 2]);
	buf_text(&out, "</data_block></body></OPS_envelope>");
	struct xcp_message m = xcp_parse(b->parser, b->arena, out.data, out.size);
	buf_close(&out);
	return m;
}

static void
depth_is_limited(void **state)
{
	struct xcp_bench *b = *state;

	assert_non_null(nested(b, XCP_MAX_DEPTH).top);
	assert_string_equal(nested(b, XCP_MAX_DEPTH + 1).error, "line 1: too many levels");
	assert_string_equal(nested(b, 100000).error, "line 1: too many levels");
}

static struct xcp_message
with_items(struct xcp_bench *b, int count)
{
	struct buf out;

	buf_open(&out, 0);
	buf_text(&out, "<OPS_envelope><body><dt_assoc>");
	for (int i = 0; i < count; i++)
		buf_text(&out, "<item key='k'/>");
	buf_text(&out, "</dt_assoc></body></OPS_envelope>");
	struct xcp_message m = xcp_parse(b->parser, b->arena, out.data, out.size);
	buf_close(&out);
	return m;
}

static void
the_number_of_items_is_limited(void **state)
{
	struct xcp_bench *b = *state;

	assert_int_equal(value_count(with_items(b, XCP_MAX_ITEMS).top), XCP_MAX_ITEMS);
	assert_string_equal(with_items(b, XCP_MAX_ITEMS + 1).error, "line 1: too many items");
}

/* Each message brings foreign names; a parser that kept them all would grow. */
static void
a_parser_can_be_used_for_ever(void **state)
{
	struct xcp_bench *b = *state;

	for (int i = 0; i < 3000; i++) {
		const char *message = arena_printf(b->arena,
		    "<OPS_envelope><body><x%d><dt_assoc><item key='a' b%d=''>%d</item></dt_assoc></x%d></body>",
		    i, i, i, i);
		struct xcp_message m = xcp_parse(b->parser, b->arena, message, strlen(message));
		assert_non_null(m.top);
		assert_string_equal(value_text(m.top, "a"), arena_printf(b->arena, "%d", i));
		assert_null(
		    xcp_parse(b->parser, b->arena, "<OPS_envelope><body></b></body>", 31).top);
		arena_reset(b->arena);
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, xcp_bench_open, xcp_bench_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_the_body_is_looked_at),
		TEST(bytes_are_read_in_the_encoding_of_the_prologue),
		TEST(what_is_wrong_is_said_with_its_line),
		TEST(entities_are_never_expanded),
		TEST(a_nul_is_no_end),
		TEST(depth_is_limited),
		TEST(the_number_of_items_is_limited),
		TEST(a_parser_can_be_used_for_ever),
	};
	return cmocka_run_group_tests_name("xcp envelope", tests, NULL, NULL);
}
