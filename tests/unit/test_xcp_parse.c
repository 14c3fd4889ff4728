/* What the body of a message means, in all the ways that clients put it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/support/show.h"
#include "tests/support/xcp_bench.h"

struct row {
	const char *body, *means;
};

/* BODY stands between <body> and </body>. */
static struct xcp_message
read_body(struct xcp_bench *b, const char *body)
{
	const char *message = arena_printf(
	    b->arena, "<OPS_envelope><body>%s</body></OPS_envelope>", body);

	return xcp_parse(b->parser, b->arena, message, strlen(message));
}

static void
check(struct xcp_bench *b, const struct row *rows, size_t count, bool repaired)
{
	for (size_t i = 0; i < count; i++) {
		struct xcp_message m = read_body(b, rows[i].body);
		const char *found = show(b->arena, m.top);

		if (strcmp(found, rows[i].means) != 0)
			fail_msg("%s\nmeans %s (%s)\nnot   %s", rows[i].body, found, m.error,
			    rows[i].means);
		if (m.repaired != repaired || (m.error != NULL) != (m.top == NULL))
			fail_msg("%s: repaired %d, error %s", rows[i].body, m.repaired, m.error);
		arena_reset(b->arena);
	}
}
#define CHECK(state, rows, repaired) check(*(state), rows, sizeof(rows) / sizeof(*(rows)), repaired)

#define ITEM(key, text) "<item key='" key "'>" text "</item>"
#define ASSOC(items) "<dt_assoc>" items "</dt_assoc>"
#define ARRAY(items) "<dt_array>" items "</dt_array>"
#define BLOCK(items) "<data_block>" ASSOC(items) "</data_block>"

static void
items_and_containers_make_a_tree(void **state)
{
	static const struct row rows[] = {
		{ BLOCK(ITEM("a", "1") ITEM("b", "2")), "{a=1, b=2}" },
		{ BLOCK(ITEM("a", ASSOC(ITEM("b", ASSOC(ITEM("c", "x")))))), "{a={b={c=x}}}" },
		{ BLOCK(ITEM("a", ARRAY(ITEM("0", "x") ITEM("1", "y")))), "{a=[x, y]}" },
		{ BLOCK(ITEM("a", ARRAY(ITEM("0", ASSOC(ITEM("b", "x")))))), "{a=[{b=x}]}" },
		{ "<data_block><dt_assoc><item key=\"a\">1</item></dt_assoc></data_block>",
		    "{a=1}" },
		{ BLOCK(ITEM("registration expiration date", "x")),
		    "{registration expiration date=x}" },
		{ BLOCK(ITEM("example.com", "x")), "{example.com=x}" },
		{ BLOCK("<item key='a' class='b'>x</item>"), "{a=x}" },
		{ BLOCK("<item class='b' key='a'>x</item>"), "{a=x}" },
	};

	CHECK(state, rows, false);
}

static void
empty_things_are_there_and_empty(void **state)
{
	static const struct row rows[] = {
		{ BLOCK(""), "{}" },
		{ "<data_block><dt_assoc/></data_block>", "{}" },
		{ "<data_block><dt_assoc>\n</dt_assoc></data_block>", "{}" },
		{ BLOCK("<item key='a'/>"), "{a=\"\"}" },
		{ BLOCK("<item key=\"a\" />"), "{a=\"\"}" },
		{ BLOCK(ITEM("a", "")), "{a=\"\"}" },
		{ BLOCK(ITEM("a", " \n ")), "{a=\"\"}" },
		{ BLOCK(ITEM("a", "<dt_assoc/>")), "{a={}}" },
		{ BLOCK(ITEM("a", "<dt_array/>")), "{a=[]}" },
		{ BLOCK(ITEM("a", "<dt_array>\n</dt_array>")), "{a=[]}" },
		{ BLOCK(ITEM("a", "<dt_scalar/>")), "{a=\"\"}" },
		{ BLOCK(ITEM("", "x")), "{=x}" },
	};

	CHECK(state, rows, false);
}

static void
a_scalar_is_its_text(void **state)
{
	static const struct row rows[] = {
		{ BLOCK(ITEM("a", "<dt_scalar>x</dt_scalar>")), "{a=x}" },
		{ BLOCK(ITEM("a", "<dt_scalarref>x</dt_scalarref>")), "{a=x}" },
		{ BLOCK(ITEM("a", "\n <dt_scalar> x </dt_scalar>\n")), "{a=x}" },
		{ BLOCK(ITEM("a", "before <dt_scalar>x</dt_scalar> after")), "{a=x}" },
	};

	CHECK(state, rows, false);
}

static void
tags_of_containers_are_taken_in_any_case(void **state)
{
	static const struct row rows[] = {
		{ "<data_block><DT_ASSOC>" ITEM("a", "<Dt_Array/>") "</DT_ASSOC></data_block>",
		    "{a=[]}" },
		{ BLOCK(ITEM("a", "<DT_SCALAR>x</DT_SCALAR>")), "{a=x}" },
	};

	CHECK(state, rows, false);
}

static void
text_is_trimmed_and_put_together(void **state)
{
	static const struct row rows[] = {
		{ BLOCK(ITEM("a", "\n   x y \t\r\n")), "{a=x y}" },
		{ BLOCK(ITEM("a", "one\n two")), "{a=one\n two}" },
		{ BLOCK(ITEM("a", "AT&amp;T &lt;x&gt; &quot;&apos;")), "{a=AT&T <x> \"'}" },
		{ BLOCK(ITEM("a&amp;b", "x")), "{a&b=x}" },
		{ BLOCK(ITEM("a&amp;#38;b &#38; &lt;", "x")), "{a&#38;b & <=x}" },
		{ BLOCK(ITEM("a", "caf&#233; &#xE9; &#x1F600;")),
		    "{a=caf\xC3\xA9 \xC3\xA9 \xF0\x9F\x98\x80}" },
		{ BLOCK(ITEM("a", "caf\xC3\xA9")), "{a=caf\xC3\xA9}" },
		{ BLOCK(ITEM("a", "<![CDATA[x & <y>]]> z")), "{a=x & <y> z}" },
		{ BLOCK(ITEM("a", "x<!-- not y -->z")), "{a=xz}" },
		{ BLOCK(ITEM("a", "x<?php y ?>z")), "{a=xz}" },
	};

	CHECK(state, rows, false);
}

static void
what_does_not_count_is_passed_over(void **state)
{
	static const struct row rows[] = {
		{ BLOCK("<item>no key</item>" ITEM("b", "2")), "{b=2}" },
		{ BLOCK("<item>" ASSOC(ITEM("a", "1")) "</item>" ITEM("b", "2")), "{b=2}" },
		{ BLOCK("text" ITEM("b", "2") "text"), "{b=2}" },
		{ BLOCK(ITEM("a", "text" ASSOC(ITEM("b", "2")) "text")), "{a={b=2}}" },
		{ BLOCK(ITEM("a", ASSOC("") ASSOC(ITEM("b", "2")))), "{a={}}" },
		{ BLOCK(ITEM("a", "x" ITEM("b", "2"))), "{a=\"\"}" },
		{ BLOCK(ASSOC(ITEM("b", "2")) ITEM("a", "1")), "{a=1}" },
		{ ASSOC(ITEM("a", "1")), "{a=1}" }, /* no data_block */
		{ "<foo>" BLOCK("<bar>" ITEM("a", "<b>x</b>") "</bar>") "</foo>", "{a=x}" },
		{ BLOCK(ITEM("a", "1")) BLOCK(ITEM("b", "2")), "{a=1}" },
		{ "<x:y>" BLOCK(ITEM("a", "1")) "</x:y>", "{a=1}" },
		{ ITEM("stray", "1") BLOCK(ITEM("a", "1")), "{a=1}" },
	};

	CHECK(state, rows, false);
}

static void
arrays_stand_in_the_order_of_their_numbers(void **state)
{
	static const struct row rows[] = {
		{ BLOCK(ITEM("a", ARRAY(ITEM("1", "y") ITEM("0", "x")))), "{a=[x, y]}" },
		{ BLOCK(ITEM("a", ARRAY(ITEM("7", "y") ITEM("3", "x")))), "{a=[x, y]}" },
		{ BLOCK(ITEM("a", ARRAY(ITEM("10", "y") ITEM("9", "x")))), "{a=[x, y]}" },
	};

	CHECK(state, rows, false);
}

static void
what_was_never_escaped_is_repaired(void **state)
{
	static const struct row rows[] = {
		{ BLOCK(ITEM("domain", "e&b<c.com")), "{domain=e&b<c.com}" },
		{ BLOCK(ITEM("a", "AT&T and R&D; x & y")), "{a=AT&T and R&D; x & y}" },
		{ BLOCK(ITEM("a", "&nbsp; &amp; &#65; &#x; &#")), "{a=&nbsp; & A &#x; &#}" },
		{ BLOCK(ITEM("a", "1 < 2 <b> </c>")), "{a=1 < 2 <b> </c>}" },
		{ BLOCK(ITEM("a", "<items> <dt_assoc2 & <body.x")),
		    "{a=<items> <dt_assoc2 & <body.x}" },
		{ BLOCK(ITEM("a&b", "x")), "{a&b=x}" },
		{ BLOCK(ITEM("a", "& <![CDATA[x & <y>]]> <!-- & -->")), "{a=& x & <y>}" },
		{ BLOCK(ITEM("a", "<!-- & <![CDATA[ &")), "{a=<!-- & <![CDATA[ &}" },
		{ BLOCK(
		      ITEM("a", "x & y") ITEM("b", "&amp;") ITEM("c", "<dt_scalar>&</dt_scalar>")),
		    "{a=x & y, b=&, c=&}" },
		{ BLOCK("<ITEM key='a'>&</ITEM>"), "{a=&}" },
	};

	CHECK(state, rows, true);
}

static void
a_reply_is_read_with_every_blank(void **state)
{
	static const char reply[] = "<OPS_envelope><body><dt_assoc><item key='a'> x\n</item>"
				    "<item key='b'><dt_scalar> y </dt_scalar></item>"
				    "</dt_assoc></body></OPS_envelope>";
	struct xcp_bench *b = *state;
	struct xcp_message m = xcp_parse_verbatim(b->parser, b->arena, reply, strlen(reply));

	assert_string_equal(show(b->arena, m.top), "{a= x\n, b= y }");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, xcp_bench_open, xcp_bench_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(items_and_containers_make_a_tree),
		TEST(empty_things_are_there_and_empty),
		TEST(a_scalar_is_its_text),
		TEST(tags_of_containers_are_taken_in_any_case),
		TEST(text_is_trimmed_and_put_together),
		TEST(what_does_not_count_is_passed_over),
		TEST(arrays_stand_in_the_order_of_their_numbers),
		TEST(what_was_never_escaped_is_repaired),
		TEST(a_reply_is_read_with_every_blank),
	};
	return cmocka_run_group_tests_name("xcp parse", tests, NULL, NULL);
}
