/* The compiled form: the same story as JSON, both ways. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "scenarios/play/compiled.h"
#include "tests/support/mistakes.h"
#include "tests/support/shape.h"

/* Everything that the language has. */
static const char everything[] = HEAD
    "level must\ncovers lookup\nsource \"FAQ\", Q2\nignore mail verification.request\n"
    "ignore event REGISTERED\nstrict events\nactor nic registry\nlet ns 0.name=a 1.name=\"$b\"\n"
    "world\n  clock 2026-05-04T15:20:00Z\n  seed 7\n  fixture portfolio\n"
    "  policy verification.since=2014-01-01T05:00:00Z\n  domain old.com owner=@anna\n"
    "  fault mail_bounce nth=2 times=1\n"
    "shop > raw lookup domain  domain=a.com name=\"@x\" n=@ns\n"
    "     < response_code = 210  is_success != 0  a ~ \"a|b\"  b < 3  c > 4  d exists\n"
    "     < e absent  attributes.status -> $status  xpath \"//a\"\n"
    "mail anna within PT0S  subject = \"$x\"  link verify -> $url  link terms absent\n"
    "mail anna none\nmail anna none for P1D\nevent RENEWED within P1D  at > 2026\n"
    "state old.com  state = active\nstate dns old.com  rcode = NOERROR\n"
    "at start+P1D\nadvance P1D\njump P1D\nmark noon\n"
    "run until verification old.com max P30D\nrun until verification\n"
    "anna verify domain=old.com\n     < ^status = 409\n"
    "fault unknown_status  then=never\nnic accept order=1\n"
    "together\n  shop > lookup domain=$status\n  advance P2D\nend\n"
    "foreach case when does\n  | one   P1D  -\n  | two \"-\"  \"a b\"\n"
    "  together\n    advance $when\n  end\n  anna verify domain=$does\nend\n";

static const struct story *
read_story(struct arena *a, const char *text, struct complaints *c)
{
	*c = (struct complaints){ .arena = a, .file = "x.story" };
	return story_read(c, &mistake_words, text, strlen(text));
}

static const char *
compiled(struct arena *a, const struct story *s)
{
	struct buf out;

	buf_open(&out, 0);
	compiled_write(&out, s);
	const char *text = arena_strdup(a, out.data);
	buf_close(&out);
	return text;
}

static void
it_says_the_same_to_the_place(void **state)
{
	struct arena *a = arena_new();
	struct complaints c;

	(void)state;
	const struct story *s = read_story(a, everything, &c);
	if (s == NULL)
		fail_msg("%d:%d: %s", c.first->at.line, c.first->at.column, c.first->text);
	const char *json = compiled(a, s);
	const struct story *again = read_story(a, json, &c);
	if (again == NULL)
		fail_msg("%d:%d: %s", c.first->at.line, c.first->at.column, c.first->text);
	assert_string_equal(compiled(a, again), json);
	arena_free(a);
}

#define TOP \
	"{'version':1,'scenario':'A test','id':'TEST-1','actors':[{'name':'shop','kind':'reseller'}],"

/* In the rows ' stands for ". */
static const char *
quoted(struct arena *a, const char *text)
{
	char *copy = arena_strdup(a, text);

	for (char *c = copy; *c != '\0'; c++)
		if (*c == '\'')
			*c = '"';
	return copy;
}

static void
what_is_wrong_with_it_is_said(void **state)
{
	static const struct mistake rows[] = {
		{ "{", "1:1: no JSON: string or '}' expected near end of file" },
		{ "{'a':1,'a':2}", "1:10: no JSON: duplicate object key near '\"a\"'" },
		{ "{}", "1:1: \"version\" wants 1" },
		{ "{'version':2}", "1:1: \"version\" wants 1" },
		{ TOP "'steps':[]}", "" },
		{ TOP "'stps':[]}",
		    "1:1: unknown member of a story 'stps'; did you mean 'steps'?" },
		{ TOP "'steps':{}}", "1:1: \"steps\" wants a list" },
		{ TOP "'steps':[7]}", "2:1: nothing says what kind of step this is" },
		{ TOP "'steps':[{}]}", "2:1: nothing says what kind of step this is" },
		{ TOP "'steps':[{'advance':'P1D'},{'mark':7}]}",
		    "3:1: \"mark\" wants a text of one line" },
		{ TOP "'steps':[{'mark':'x','line':40,'column':3,'file':'y','wiht':{}}]}",
		    "40:3: unknown member of a step 'mark' 'wiht': it is file, line, column or mark" },
		{ TOP "'steps':[{'actor':'shop','call':'lookup','with':[]}]}",
		    "2:1: \"with\" wants a map of texts" },
		{ TOP "'steps':[{'actor':'shop','call':'lookup','with':{'a b':'c'}}]}",
		    "2:1: 'a b' cannot be a key" },
		{ TOP "'steps':[{'actor':'shop','call':'lookup','with':{'a':1}}]}",
		    "2:1: \"a\" wants a text of one line" },
		{ TOP
		    "'steps':[{'actor':'shop','call':'lookup','with':{'a':'b c','d':{'text':'$e'}}}]}",
		    "" },
		{ TOP "'steps':[{'actor':'shop','call':'lookup','raw':1}]}",
		    "2:1: \"raw\" wants true or false" },
		{ TOP "'steps':[{'actor':'shop','call':'lokup'}]}",
		    "2:1: unknown action 'lokup'; did you mean 'lookup'?" },
		{ TOP "'steps':[{'actor':'shop','call':'lookup','checks':[{'path':'a','op':'->'"
		      ",'variable':'b c'}]}]}",
		    "2:1: \"variable\" wants a name" },
		{ TOP
		    "'steps':[{'state':'dns','of':'a.com','checks':[{'path':'rcode','op':'is'}]}]}",
		    "2:1: expected = != ~ < > -> exists or absent after 'rcode'" },
		{ TOP "'steps':[{'together':[{'together':[{'together':[{'together':[{'together':["
		      "{'together':[]}]}]}]}]}]}]}",
		    "6:1: steps are nested too deep" },
		{ TOP "'steps':[{'foreach':['a'],'rows':[7],'steps':[]}]}",
		    "2:1: \"rows\" wants lists of texts" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct complaints c;
		const char *said = "";
		read_story(a, quoted(a, rows[i].text), &c);
		if (c.first != NULL)
			said = arena_printf(
			    a, "%d:%d: %s", c.first->at.line, c.first->at.column, c.first->text);
		assert_string_equal(said, rows[i].complaint);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_says_the_same_to_the_place),
		cmocka_unit_test(what_is_wrong_with_it_is_said),
	};

	return cmocka_run_group_tests_name("play_compiled", tests, NULL, NULL);
}
