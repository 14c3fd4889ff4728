/* The formatter: the same words, as everybody would have written them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/embedded.h"
#include "base/must.h"
#include "shell/story_file.h"
#include "shell/vocabulary.h"
#include "tests/support/shape.h"
#include "world/policy/rulebook.h"

static const struct {
	const char *before, *after;
} rows[] = {
	{ "", "" },
	{ "\n\n\n", "" },
	{ "version   1", "version 1\n" },
	{ "\n\nversion 1\r\n\n\n\nid X\n\n", "version 1\n\nid       X\n" },
	{ "scenario \"a  b\"\nlevel must\ncovers a\n  b\nsource \"x\" , Q1  Q2\n",
	    "scenario \"a  b\"\nlevel    must\ncovers   a\n         b\nsource   \"x\", Q1 Q2\n" },
	{ "world\n\tclock 2026-01-01T00:00:00Z\n\tpolicy a.b = c  d=\"e f\"\n\t\tg=h\n",
	    "world\n  clock   2026-01-01T00:00:00Z\n  policy  a.b=c d=\"e f\"\n          g=h\n" },
	{ "world\n clock x\nmark y\n", "world\n  clock   x\nmark y\n" },
	{ "actor shop reseller\nactor caroline person name=\"C D\" email=x\nactor op operator\n",
	    "actor shop     reseller\nactor caroline person  name=\"C D\" email=x\n"
	    "actor op       operator\n" },
	{ "shop>lookup domain domain = a.com b=c\n < a=b c ~ d\n  e=f\n  < g exists h absent i -> $j\n",
	    "shop > lookup domain  domain=a.com b=c\n     < a = b  c ~ d\n       e = f\n"
	    "     < g exists  h absent  i -> $j\n" },
	{ "shop > raw lookup\n  domain=a.com\n", "shop > raw lookup\n       domain=a.com\n" },
	{ "op  decide  a=b  c=d\n", "op decide a=b c=d\n" },
	{ "mail anna within P1D type=x link verify absent\nmail bartholomew none for P10D\n",
	    "mail anna within P1D  type = x  link verify absent\n"
	    "mail bartholomew none for P10D\n" },
	{ "state order $id a=b\nevent X none a!=b\n",
	    "state order $id  a = b\nevent X none  a != b\n" },
	{ "state a b = c d = e\nstate long b = dd d = e\n",
	    "state a     b = c   d = e\nstate long  b = dd  d = e\n" },
	{ "state a b = c d = e\nstate long x = dd d = e\n",
	    "state a     b = c  d = e\nstate long  x = dd  d = e\n" },
	{ "state a.com xpath \"//a\" link = c\n", "state a.com  xpath \"//a\"  link = c\n" },
	{ "foreach a  bb\n| 1 \"2 \\\" \\\\ \\n\"\n| long-one -\n\nmark x\ntogether\nadvance P1D\nend\nend\n",
	    "foreach a         bb\n  |     1         \"2 \\\" \\\\ \\n\"\n  |     long-one  -\n\n"
	    "  mark x\n  together\n    advance P1D\n  end\nend\n" },
	{ "#one\nmark x   # two   \n\n\n   #three\nforeach a #four\n | 1\n # five\nend\n#six",
	    "#one\nmark x  # two\n\n#three\nforeach a  #four\n  |     1\n  # five\nend\n#six\n" },
	{ "mark x # a\nmark long # b\n\nmark y # c\n",
	    "mark x     # a\nmark long  # b\n\nmark y  # c\n" },
	{ "include  parts/x.part   a = b\nlet m a=b c=\"\"\nfault k a=b\n",
	    "include parts/x.part  a=b\nlet m  a=b c=\"\"\nfault k  a=b\n" },
	{ "mark \xc3\xa9t\xc3\xa9 # a\nmark ab # b\n",
	    "mark \xc3\xa9t\xc3\xa9  # a\nmark ab   # b\n" },
};

static void
lines_are_formatted_once_and_for_all(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *once = formatted(a, rows[i].before, strlen(rows[i].before));
		assert_string_equal(once, rows[i].after);
		assert_string_equal(formatted(a, once, strlen(once)), once);
	}
	arena_free(a);
}

static void
what_is_no_text_is_left_alone(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_null(formatted(a, "mark \"x\n", 8));
	assert_null(formatted(a, "mark \xff\n", 7));
	arena_free(a);
}

/* Every story of the library, as a text and in its compiled form. */
static void
no_word_is_changed(void **state)
{
	const struct rulebook *rules = rulebook_open(NULL);
	size_t count = 0;

	(void)state;
	must(rules != NULL);
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded *f = &embedded_files[i];
		const char *dot = strrchr(f->path, '.');
		if (dot == NULL || strcmp(dot, ".story") != 0)
			continue;
		struct arena *a = arena_new();
		struct vocabulary words = vocabulary_of(a, rules);
		words.library = story_embedded;
		struct complaints c = { .arena = a, .file = f->path };
		const struct story *before = story_read(&c, &words, f->data, f->size);
		const char *text = formatted(a, f->data, f->size);
		const struct story *after = story_read(&c, &words, text, strlen(text));
		assert_non_null(before);
		assert_non_null(after);
		assert_string_equal(story_shape(a, after), story_shape(a, before));
		arena_free(a);
		count++;
	}
	assert_true(count >= 30);
	rulebook_close(rules);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_formatted_once_and_for_all),
		cmocka_unit_test(what_is_no_text_is_left_alone),
		cmocka_unit_test(no_word_is_changed),
	};

	return cmocka_run_group_tests_name("play_format", tests, NULL, NULL);
}
