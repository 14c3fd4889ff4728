/* What the player says of a file before it plays it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "scenarios/play/lex.h"
#include "scenarios/play/story.h"

static const char *const actions[] = { "sw_register", "lookup", "poll", NULL };
static const char *const mail_types[] = { "verification.request", "verification.reminder", NULL };
static const char *const policies[] = { "verification.batch_zone", "verification.since", NULL };
static const struct vocabulary words = { actions, mail_types, policies };

#define HEAD \
	"version 1\n" \
	"scenario \"A test\"\n" \
	"id TEST-1\n" \
	"actor shop reseller\n" \
	"actor anna person email=anna@ek.example\n" \
	"actor op operator\n"

/* The first complaint as "LINE:COLUMN: TEXT"; "" where there is none. */
static const char *
first_complaint(struct arena *a, const char *text)
{
	struct complaints c = { .arena = a, .file = "x.story" };
	const struct story *s = story_read(&c, &words, text, strlen(text));

	assert_true((s == NULL) == (c.count > 0));
	if (c.first == NULL)
		return "";
	return arena_printf(a, "%d:%d: %s", c.first->at.line, c.first->at.column, c.first->text);
}

struct said {
	const char *text, *complaint;
};

static void
expect_all(const struct said *rows, size_t count)
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < count; i++)
		assert_string_equal(first_complaint(a, rows[i].text), rows[i].complaint);
	arena_free(a);
}
#define EXPECT_ALL(rows) expect_all((rows), sizeof(rows) / sizeof(*(rows)))

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
	struct lines lines = lex(&c, line, strlen(line));
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
	struct lines lines = lex(&c, text, strlen(text));
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
	static const struct said rows[] = {
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
	EXPECT_ALL(rows);
}

static void
grammar_is_complained_about_where_it_breaks(void **state)
{
	static const struct said rows[] = {
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
		{ HEAD "end\n", "7:1: an 'end' without its foreach" },
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
		{ HEAD "world\n  clock\n",
		    "8:8: expected an instant such as 2026-05-04T15:20:00Z" },
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void
what_is_not_built_says_so_where_it_stands(void **state)
{
	static const struct said rows[] = {
		{ HEAD "include \"x\"\n", "7:1: 'include' is not built yet" },
		{ HEAD "let a b=c\n", "7:1: 'let' is not built yet" },
		{ HEAD "together\n", "7:1: 'together' is not built yet" },
		{ HEAD "fault latency\n", "7:1: 'fault' is not built yet" },
		{ HEAD "exec x y\n", "7:1: 'exec' is not built yet" },
		{ HEAD "world\n  fault latency\n", "8:3: 'fault' is not built yet" },
		{ HEAD "actor reg registry\n",
		    "7:11: an actor of kind 'registry' is not built yet" },
		{ HEAD "state dns a.com rcode = x\n", "7:7: 'state dns' is not built yet" },
		{ HEAD "state whois a.com status = x\n", "7:7: 'state whois' is not built yet" },
		{ HEAD "shop > lookup domain=a.com\n  < xpath \"//a\"\n",
		    "8:5: 'xpath' is not built yet" },
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void
misspelt_words_are_met_with_the_right_one(void **state)
{
	static const struct said rows[] = {
		{ HEAD "mial anna none\n", "7:1: unknown word 'mial'; did you mean 'mail'?" },
		{ HEAD "shpo > lookup domain=a.com\n",
		    "7:1: unknown word 'shpo'; did you mean 'shop'?" },
		{ HEAD "advnace P1D\n", "7:1: unknown word 'advnace'; did you mean 'advance'?" },
		{ HEAD "zzz\n", "7:1: unknown word 'zzz'" },
		{ HEAD "level mist\n", "7:7: unknown level 'mist'; did you mean 'must'?" },
		{ HEAD "level x\n", "7:7: unknown level 'x': it is must, should or may" },
		{ HEAD "world\n  clok 1\n",
		    "8:3: unknown word under 'world' 'clok'; did you mean 'clock'?" },
		{ HEAD "world\n  policy verification.batchzone=EST\n",
		    "8:10: unknown policy 'verification.batchzone'; did you mean "
		    "'verification.batch_zone'?" },
		{ HEAD "actor x persn\n",
		    "7:9: unknown kind of actor 'persn'; did you mean 'person'?" },
		{ HEAD "actor x person emial=y\n",
		    "7:16: unknown key of a person 'emial'; did you mean 'email'?" },
		{ HEAD "shop > sw_regster domain=a.com\n",
		    "7:8: unknown action 'sw_regster'; did you mean 'sw_register'?" },
		{ HEAD "shop > sw_register domain=a.com owner=@ana\n",
		    "7:39: unknown actor 'ana'; did you mean 'anna'?" },
		{ HEAD "mail anna none type = verification.remainder\n",
		    "7:23: unknown type of mail 'verification.remainder'; did you mean "
		    "'verification.reminder'?" },
		{ HEAD "mail anna none tpye = verification.reminder\n",
		    "7:16: unknown field of a mail 'tpye'; did you mean 'type'?" },
		{ HEAD "mail anna none link verfiy absent\n",
		    "7:21: unknown relation of a link 'verfiy'; did you mean 'verify'?" },
		{ HEAD "ignore mail verification.requst\n",
		    "7:13: unknown type of mail 'verification.requst'; did you mean "
		    "'verification.request'?" },
		{ HEAD "event REGISTERD none\n",
		    "7:7: unknown event 'REGISTERD'; did you mean 'REGISTERED'?" },
		{ HEAD "state a.com verfication.status = x\n",
		    "7:13: unknown field of this state 'verfication'; did you mean 'verification'?" },
		{ HEAD "anna verfy\n", "7:6: unknown verb 'verfy'; did you mean 'verify'?" },
		{ HEAD "op decide domain=a.com verdit=x\n", "7:4: 'decide' needs verdict=" },
		{ HEAD "op review domain=a.com domian=x\n",
		    "7:24: unknown key 'domian'; did you mean 'domain'?" },
		{ HEAD "mark day\nat dya+P1D\n",
		    "8:4: 'dya' is no instant, and no mark that was set above" },
		{ HEAD "foreach case whne\n  | a P1D\n  advance $when\nend\n",
		    "9:11: unknown variable 'when'; did you mean 'whne'?" },
	};

	(void)state;
	EXPECT_ALL(rows);
}

static void
what_cannot_work_is_found_before_it_runs(void **state)
{
	static const struct said rows[] = {
		{ "version 1\nid TEST-1\n", "1:1: a story needs a title: scenario \"...\"" },
		{ "version 1\nscenario x\n", "1:1: a story needs an id, such as VERIFY-001" },
		{ "version 1\nscenario x\nid a/b\n",
		    "3:4: an id is made of A-Z, 0-9 and '-', not 'a/b'" },
		{ HEAD "world\n  clock 2026-02-30T00:00:00Z\n",
		    "8:9: '2026-02-30T00:00:00Z' is no instant: YYYY-MM-DDTHH:MM:SSZ" },
		{ HEAD "world\n  seed x1\n", "8:8: 'x1' is no number" },
		{ HEAD "advance 5d\n", "7:9: '5d' is no duration to spend: P5D, PT1H, P10D-PT1S" },
		{ HEAD "advance -P5D\n",
		    "7:9: '-P5D' is no duration to spend: P5D, PT1H, P10D-PT1S" },
		{ HEAD "at start+5d\n",
		    "7:4: 'start+5d' is no instant, and no mark that was set above" },
		{ HEAD "at start+Px\n",
		    "7:4: 'start+Px': what follows the instant is no duration" },
		{ HEAD "advance $x\n", "7:9: variable '$x' is used before it is set" },
		{ HEAD "shop > lookup domain=a.com domain=b.com\n",
		    "7:28: 'domain' is said twice" },
		{ HEAD "shop > sw_register domain=a.com owner=anna\n",
		    "7:39: expected a @person, not 'anna'" },
		{ HEAD "shop > sw_register domain=a.com owner=@shop\n",
		    "7:39: 'shop' is no person but a reseller" },
		{ HEAD "anna > lookup domain=a.com\n",
		    "7:1: only a reseller sends commands; 'anna' is a person" },
		{ HEAD "shop verify\n", "7:6: expected '>' and an action: 'shop' is a reseller" },
		{ HEAD "mail bob none\n",
		    "7:6: mail to 'bob': neither a person, a reseller nor an address" },
		{ HEAD "actor anna person\n", "7:7: there is an actor 'anna' already" },
		{ HEAD "actor mail person\n", "7:7: 'mail' is a word of the language, not a name" },
		{ HEAD "mail anna none subject ~ \"(\"\n",
		    "7:26: '(' is no regular expression: Unmatched ( or \\(" },
		{ HEAD "covers lookup poll\nshop > lookup domain=a.com\n",
		    "7:15: the story says that it covers 'poll', but never calls it" },
		{ HEAD "foreach case when\n  | a P1D\n  advance P1D\nend\n",
		    "7:14: no step uses the column 'when'" },
		{ HEAD "foreach case\n  | a\n  mark m\nend\nat m\n",
		    "11:4: 'm' is no instant, and no mark that was set above" },
		{ HEAD "foreach case when\n  | a P1D\n  advance $when\nend\nadvance $when\n",
		    "11:9: variable '$when' is used before it is set" },
	};

	(void)state;
	EXPECT_ALL(rows);
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
	const struct story *s = story_read(&c, &words, text, strlen(text));
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
	assert_null(story_read(&c, &words, text, strlen(text)));
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
		cmocka_unit_test(what_is_not_built_says_so_where_it_stands),
		cmocka_unit_test(misspelt_words_are_met_with_the_right_one),
		cmocka_unit_test(what_cannot_work_is_found_before_it_runs),
		cmocka_unit_test(a_good_story_is_read_whole),
		cmocka_unit_test(all_mistakes_of_a_file_are_listed),
	};

	return cmocka_run_group_tests_name("play_read", tests, NULL, NULL);
}
