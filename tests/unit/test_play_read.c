/* What the player says of a file before it plays it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "scenarios/play/lex.h"
#include "scenarios/play/story.h"
#include "tests/support/mistakes.h"

static void
tokens_know_their_kind_and_place(void **state)
{
	const char *line = "shop > a b=\"c \\\"d\\\"\" x~y e ~ f->g # not this\n";
	const struct {
		enum token_kind kind;
		const char *text;
		int column;
	} rows[] = {
		{ TOKEN_WORD, "shop", 1 },
		{ TOKEN_MARK, ">", 6 },
		{ TOKEN_WORD, "a", 8 },
		{ TOKEN_WORD, "b", 10 },
		{ TOKEN_MARK, "=", 11 },
		{ TOKEN_TEXT, "c \"d\"", 12 },
		{ TOKEN_WORD, "x~y", 22 },
		{ TOKEN_WORD, "e", 26 },
		{ TOKEN_MARK, "~", 28 },
		{ TOKEN_WORD, "f-", 30 },
		{ TOKEN_MARK, ">", 32 },
		{ TOKEN_WORD, "g", 33 },
	};
	struct arena *a = arena_new();
	struct complaints c = { .arena = a };

	(void)state;
	struct lines lines = lex(&c, NULL, line, strlen(line));
	assert_int_equal(lines.count, 1);
	assert_int_equal(lines.rows[0].count, sizeof(rows) / sizeof(*rows));
	for (size_t i = 0; i < lines.rows[0].count; i++) {
		const struct token *t = &lines.rows[0].tokens[i];
		assert_int_equal(t->kind, rows[i].kind);
		assert_string_equal(t->text, rows[i].text);
		assert_int_equal(t->at.column, rows[i].column);
	}
	arena_free(a);
}

static void
lines_know_their_number_and_indent(void **state)
{
	const char *text = "a\n\n  # nothing\n  b\r\n\tc\n  \td";
	const struct {
		int number, indent;
		const char *text;
	} rows[] = { { 1, 0, "a" }, { 4, 2, "b" }, { 5, 8, "c" }, { 6, 8, "d" } };
	struct arena *a = arena_new();
	struct complaints c = { .arena = a };

	(void)state;
	struct lines lines = lex(&c, NULL, text, strlen(text));
	assert_int_equal(lines.count, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(lines.rows[i].number, rows[i].number);
		assert_int_equal(lines.rows[i].indent, rows[i].indent);
		assert_string_equal(lines.rows[i].tokens[0].text, rows[i].text);
	}
	assert_int_equal(c.count, 0);
	arena_free(a);
}

static void
bytes_that_are_no_text_are_refused(void **state)
{
	static const struct mistake rows[] = {
		{ "a \"b", "1:3: this text has no closing quote" },
		{ "a \"b\\", "1:3: this text has no closing quote" },
		{ "a \"b\\q\"", "1:5: unknown escape in a text: there are \\\" \\\\ \\n and \\t" },
		{ "ab\"c\"", "1:3: a quote inside a word: quote all of it" },
		{ "a \xff", "1:3: neither UTF-8 nor a tab" },
		{ "a \xc0\xaf", "1:3: neither UTF-8 nor a tab" }, /* overlong */
		{ "a \xed\xa0\x80", "1:3: neither UTF-8 nor a tab" }, /* a surrogate */
		{ "a\n b\x01", "2:3: neither UTF-8 nor a tab" },
	};

	(void)state;
	EXPECT_MISTAKES(rows);
}

static void
grammar_is_complained_about_where_it_breaks(void **state)
{
	static const struct mistake rows[] = {
		{ "", "1:1: a story begins with 'version 1'" },
		{ "version 2\n", "1:9: this player reads version 1, not '2'" },
		{ HEAD "version\n", "7:8: expected 1" },
		{ HEAD "advance\n", "7:8: expected a duration such as P5D" },
		{ HEAD "advance P1D P2D\n", "7:13: unexpected 'P2D' here" },
		{ HEAD "mail anna\n", "7:10: expected 'within' and a duration, or 'none'" },
		{ HEAD "mail anna within P1D type verification.request\n",
		    "7:27: expected = != ~ < > -> exists or absent after 'type'" },
		{ HEAD "mail anna none type = verification.request link verify = x\n",
		    "7:56: a link can be -> $variable, exists or absent" },
		{ HEAD "mail anna none link verify -> url\n",
		    "7:31: expected a $variable, not 'url'" },
		{ HEAD "shop > lookup domain domain\n",
		    "7:22: expected key=value, not 'domain' alone" },
		{ HEAD "shop > lookup domain=\n", "7:22: expected a value; an empty one is \"\"" },
		{ HEAD "shop > lookup domain=a.com\n     < x\n",
		    "8:9: expected = != ~ < > -> exists or absent after 'x'" },
		{ HEAD "shop > lookup domain=a.com\n     < x =\n",
		    "8:11: expected a value to compare with; an empty one is \"\"" },
		{ HEAD "advance P1D\n  P2D\n", "8:3: unexpected 'P2D' here" },
		{ HEAD "  advance P1D\n",
		    "7:3: expected key=value, not 'advance' alone: indented deeper, this line "
		    "continues line 6" },
		{ HEAD "run verification.reminder\n", "7:5: expected 'until' after 'run'" },
		{ HEAD "ignore all\n", "7:8: expected 'mail' or 'event' after 'ignore'" },
		{ HEAD "end\n", "7:1: an 'end' without its foreach or together" },
		{ HEAD "foreach a\n  | 1\n", "7:1: this foreach has no 'end'" },
		{ HEAD "foreach a\nend\n",
		    "7:1: a foreach needs columns, and rows that begin with '|'" },
		{ HEAD "foreach a b\n  | 1\nend\n",
		    "8:6: this row has 1 cells, the table 2 columns" },
		{ HEAD "foreach a\n  | 1 2\nend\n",
		    "8:7: this row has more cells than the table's 1 columns" },
		{ HEAD "foreach a\n  | 1\nforeach b\n",
		    "9:1: a foreach inside a foreach: rows play in copies of one world" },
		{ HEAD "< x = 1\n", "7:1: a statement cannot begin with '<'" },
		{ HEAD "fault\n", "7:6: expected a kind of fault such as unknown_status" },
		{ HEAD "world\n  fault x y\n", "8:11: expected key=value, not 'y' alone" },
		{ HEAD "world\n  clock\n",
		    "8:8: expected an instant such as 2026-05-04T15:20:00Z" },
	};

	(void)state;
	EXPECT_MISTAKES(rows);
}

static void
a_good_story_is_read_whole(void **state)
{
	static const char text[] = HEAD
	    "covers lookup\nsource \"FAQ\", Q2\nignore mail verification.request\nstrict events\n"
	    "world\n  clock 2026-05-04T15:20:00Z\n  seed 7\n"
	    "  policy verification.since=2014-01-01T05:00:00Z\n"
	    "  domain old.com owner=@anna created=2013-12-31T00:00:00Z\n"
	    "shop > raw lookup domain\n"
	    "       domain=a.com\n"
	    "     < response_code = 210  is_success = 1\n"
	    "       attributes.status -> $status\n"
	    "mail anna@ek.example within PT0S subject ~ \"a|b\" link verify -> $url\n"
	    "foreach case when does\n"
	    "  | one   P1D  -\n"
	    "  | \"two\" P2D  verify\n"
	    "  mark here\n"
	    "  at here+$when\n"
	    "  anna $does\n"
	    "       < error.code = link_dead\n"
	    "end\n"
	    "run until verification.suspension old.com max P30D\n";
	struct arena *a = arena_new();
	struct complaints c = { .arena = a, .file = "x.story" };

	(void)state;
	const struct story *s = story_read(&c, &mistake_words, text, strlen(text));
	assert_non_null(s);
	assert_string_equal(s->id.text, "TEST-1");
	assert_true(s->strict_events);
	assert_string_equal(s->seeded->name.text, "old.com");
	const struct step *call = s->steps;
	assert_int_equal(call->kind, STEP_CALL);
	assert_true(call->raw);
	assert_int_equal(call->pair_count, 1);
	assert_int_equal(call->check_count, 3);
	assert_int_equal(call->checks[2].op, OP_KEEP);
	const struct step *mail = call->next;
	assert_true(mail->checks[1].link);
	const struct table *t = mail->next->table;
	assert_int_equal(t->column_count, 3);
	assert_true(t->rows->next->cells[0].quoted);
	assert_int_equal(t->steps->next->next->check_count, 1);
	const struct step *run = mail->next->next;
	assert_int_equal(run->kind, STEP_UNTIL);
	assert_string_equal(run->object.text, "old.com");
	assert_string_equal(run->span.text, "P30D");
	assert_null(run->next);
	arena_free(a);
}

static void
all_mistakes_of_a_file_are_listed(void **state)
{
	static const char text[] = HEAD "mial anna none\nadvance\nat\n";
	struct arena *a = arena_new();
	struct complaints c = { .arena = a, .file = "x.story" };

	(void)state;
	assert_null(story_read(&c, &mistake_words, text, strlen(text)));
	assert_int_equal(c.count, 3);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_know_their_kind_and_place),
		cmocka_unit_test(lines_know_their_number_and_indent),
		cmocka_unit_test(bytes_that_are_no_text_are_refused),
		cmocka_unit_test(grammar_is_complained_about_where_it_breaks),
		cmocka_unit_test(a_good_story_is_read_whole),
		cmocka_unit_test(all_mistakes_of_a_file_are_listed),
	};

	return cmocka_run_group_tests_name("play_read", tests, NULL, NULL);
}
