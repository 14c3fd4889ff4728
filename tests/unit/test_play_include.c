/* Include: lines of another file where the include stands, and their places. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "scenarios/play/story.h"
#include "tests/support/mistakes.h"

static const struct file {
	const char *path, *text;
} files[] = {
	{ "s/parts/look.part", "version 1\n# looks\n$who > lookup domain=$name\n  < x = 1\n" },
	{ "s/parts/day.part", "version 1\nadvance P1D\n" },
	{ "s/parts/twice.part", "version 1\ninclude day.part\n\ninclude day.part\n" },
	{ "s/parts/pass.part", "version 1\ninclude look.part who=$a name=$b\n" },
	{ "s/parts/mark.part", "version 1\nmark $here\nat $here+P1D\n" },
	{ "s/parts/title.part", "version 1\nsource $title\n" },
	{ "s/parts/glued.part", "version 1\nmark x$title\n" },
	{ "s/parts/free.part", "version 1\nshop > lookup domain=a.com\n  < x -> $new\n" },
	{ "s/parts/policy.part", "version 1\npolicy verification.since=$since\n" },
	{ "s/self.part", "version 1\ninclude self.part\n" },
	{ "s/many.part", "version 1\ninclude many.part\ninclude many.part\ninclude many.part\n"
			 "include many.part\n" },
	{ "s/open.part", "version 1\ntogether\n" },
	{ "s/close.part", "version 1\nend\ntogether\n" },
	{ "s/head.part", "version 1\nid X-2\n" },
	{ "s/old.part", "mark x\n" },
	{ "s/empty.part", "" },
	{ "s/bad.part", "version 1\nmark \"\n" },
	{ "s/wrong.part", "version 1\n\nmial anna none\n" },
	{ "/abs.part", "version 1\nmark abs\n" },
};

static int loads;

static const char *
load(void *closure, struct arena *a, const char *path, size_t *size, const char **why)
{
	(void)closure, (void)a;
	*why = "not there";
	loads++;
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		if (strcmp(files[i].path, path) == 0) {
			*size = strlen(files[i].text);
			return files[i].text;
		}
	return NULL;
}

static const struct story *
read_story(struct arena *a, const char *text, struct complaints *c)
{
	struct vocabulary words = mistake_words;

	words.library.load = load;
	*c = (struct complaints){ .arena = a, .file = "s/x.story" };
	return story_read(c, &words, text, strlen(text));
}

static void
what_is_wrong_is_found_in_its_own_file(void **state)
{
	static const struct mistake rows[] = {
		{ HEAD "include\n", "s/x.story:7:8: expected the path of a file" },
		{ HEAD "include no.part\n", "s/x.story:7:9: 's/no.part': not there" },
		{ HEAD "include parts/look.part who=shop name=a.com\n", "" },
		{ HEAD "include \"parts/look.part\"\n  who=shop\n  name=a.com\n", "" },
		{ HEAD "include /abs.part\nat abs\n", "" },
		{ HEAD "include parts/look.part who=shpo name=a.com\n",
		    "s/parts/look.part:3:1: unknown word 'shpo'; did you mean 'shop'?" },
		{ HEAD "include parts/look.part who=shop\n",
		    "s/parts/look.part:3:22: variable '$name' is used before it is set" },
		{ HEAD "include parts/day.part who=shop\n",
		    "s/x.story:7:24: 's/parts/day.part' uses no '$who'" },
		{ HEAD "include parts/day.part who\n",
		    "s/x.story:7:24: expected key=value, not 'who' alone" },
		{ HEAD "include parts/pass.part a=shop b=a.com\n", "" },
		{ HEAD "include parts/mark.part here=noon\nat noon+P2D\n", "" },
		{ HEAD "include parts/title.part title=\"Q 1\"\n", "" },
		{ HEAD "include parts/glued.part title=\"Q 1\"\n",
		    "s/parts/glued.part:2:6: '$title' is a quoted text: it stands alone" },
		{ HEAD "include parts/free.part\nstate a.com name = $new\n", "" },
		{ HEAD "world\n  include parts/policy.part since=x\n", "" },
		{ HEAD "include self.part\n",
		    "s/self.part:2:9: too many includes: does 'self.part' include itself?" },
		{ HEAD "include open.part\n",
		    "s/open.part:1:1: blocks do not end in the file in which they begin" },
		{ HEAD "together\ninclude close.part\nend\n",
		    "s/close.part:1:1: blocks do not end in the file in which they begin" },
		{ HEAD "include head.part\n", "s/head.part:2:1: an included file has no 'id'" },
		{ HEAD "include old.part\n", "s/old.part:1:1: a file begins with 'version 1'" },
		{ HEAD "include empty.part\n", "s/empty.part:1:1: a file begins with 'version 1'" },
		{ HEAD "include bad.part\n", "s/bad.part:2:6: this text has no closing quote" },
		{ HEAD "include wrong.part\n",
		    "s/wrong.part:3:1: unknown word 'mial'; did you mean 'mail'?" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct complaints c;
		const char *said = "";
		read_story(a, rows[i].text, &c);
		if (c.first != NULL)
			said = arena_printf(a, "%s:%d:%d: %s", c.first->at.file, c.first->at.line,
			    c.first->at.column, c.first->text);
		assert_string_equal(said, rows[i].complaint);
	}
	arena_free(a);
}

static void
its_steps_stand_where_the_include_stood(void **state)
{
	struct arena *a = arena_new();
	struct complaints c;

	(void)state;
	const struct story *s = read_story(a,
	    HEAD
	    "mark before\nforeach case\n  | one\n  include parts/twice.part\n  mark here\nend\n"
	    "mark after\n",
	    &c);
	assert_non_null(s);
	const struct step *table = s->steps->next;
	const struct step *step = table->table->steps;
	assert_int_equal(step->kind, STEP_ADVANCE);
	assert_string_equal(step->at.file, "s/parts/day.part");
	assert_int_equal(step->next->kind, STEP_ADVANCE);
	assert_int_equal(step->next->next->kind, STEP_MARK);
	assert_string_equal(step->next->next->at.file, "s/x.story");
	assert_null(step->next->next->next);
	assert_string_equal(table->next->name.text, "after");
	arena_free(a);
}

/* Four includes in each of eight files, one in the other: 65 536 files, if nobody
 * counted. */
static void
files_are_counted(void **state)
{
	struct arena *a = arena_new();
	struct complaints c;

	(void)state;
	loads = 0;
	assert_null(read_story(a, HEAD "include many.part\n", &c));
	assert_true(loads == 100);
	arena_free(a);
}

static void
without_a_library_nothing_is_included(void **state)
{
	static const struct mistake rows[] = {
		{ HEAD "include a.part\n", "7:9: 'a.part': nothing can be included here" },
	};

	(void)state;
	EXPECT_MISTAKES(rows);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wrong_is_found_in_its_own_file),
		cmocka_unit_test(its_steps_stand_where_the_include_stood),
		cmocka_unit_test(files_are_counted),
		cmocka_unit_test(without_a_library_nothing_is_included),
	};

	return cmocka_run_group_tests_name("play_include", tests, NULL, NULL);
}
