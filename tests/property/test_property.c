/*
 * Whatever people do, in whatever order, the rules hold after every single
 * request, and long moves of the clock come out like many short ones.  A story
 * that breaks something is cut down to the steps that it takes, and written to
 * build/property/ as a story to play.
 *
 * PROPERTY_FROM and PROPERTY_COUNT choose other seeds than the first thirty.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/must.h"
#include "engine/exchange.h"
#include "scenarios/play/report.h"
#include "shell/stage.h"
#include "shell/vocabulary.h"
#include "tests/support/dump.h"
#include "tests/support/folder.h"
#include "tests/support/invariant.h"
#include "tests/support/random_story.h"
#include "world/policy/rulebook.h"

#define STEPS 30
#define SEEDS 30

/* Looks at the world's file after each request. */
struct watch {
	struct arena *arena;
	const struct carrier *carrier;
	char *file; /* NULL: there is no world yet */
	const char *broken; /* the first thing that was */
};

static bool
send_watched(void *closure, struct exchange *x, const char **why)
{
	struct watch *w = closure;
	bool answered = w->carrier->send(w->carrier->closure, x, why);
	bool reading = strcmp(x->method, "GET") == 0;

	if (w->broken == NULL && !reading && access(w->file, R_OK) == 0)
		w->broken = invariants_broken(w->arena, w->file);
	return answered;
}

struct trial {
	const struct rulebook *rules;
	bool one_name_only; /* a rule that is wrong, to see it found */
	uint64_t seed;
};

static const char *
play_failed(struct arena *a, const struct played *p)
{
	return p->failure == NULL ? NULL
				  : arena_printf(a, "line %d: expected %s, got %s",
					p->failure->at.line, p->failure->expected, p->failure->got);
}

/* Plays it in a folder of its own.  NULL: nothing broke. */
static const char *
play(const struct trial *t, struct arena *a, const char *text, bool short_moves, char **dump)
{
	char *folder = folder_new();
	char *below = arena_printf(a, "worlds/random-%" PRIu64 ".db", t->seed);
	struct stage *stage = stage_open(STAGE_INSIDE, t->rules, folder);
	struct watch w = { a, stage_carrier(stage), folder_path(folder, below), NULL };
	struct carrier carrier = { send_watched, &w, NULL };
	struct play_options options = { .short_moves = short_moves, .keep = true };
	struct vocabulary words = vocabulary_of(a, t->rules);
	struct complaints c = { .arena = a, .file = "random" };
	const struct story *story = story_read(&c, &words, text, strlen(text));

	must(story != NULL);
	const struct played *p = story_play(a, story, &carrier, &options);
	stage_close(stage);
	if (dump != NULL)
		*dump = dump_file(w.file);
	folder_remove(folder);
	free(w.file);
	return w.broken != NULL ? w.broken : play_failed(a, p);
}

static bool
has_two_names(struct arena *a, const struct trial *t, const char *text)
{
	char *dump, *first;

	(void)play(t, a, text, false, &dump);
	first = strstr(dump, "\nterm id=4 "); /* three are there from the start */
	bool two = first != NULL && strstr(first + 1, "\nterm id=5 ") != NULL;
	free(dump);
	return two;
}

static bool
is_broken(void *closure, const char *text)
{
	const struct trial *t = closure;
	struct arena *a = arena_new();
	bool broken = t->one_name_only ? has_two_names(a, t, text)
				       : play(t, a, text, false, NULL) != NULL;

	arena_free(a);
	return broken;
}

static const char *
write_story(struct arena *a, const struct random_story *s, const char *why)
{
	const char *path = arena_printf(a, "build/property/random-%" PRIu64 ".story", s->seed);

	mkdir("build", 0777);
	mkdir("build/property", 0777);
	FILE *f = fopen(path, "w");
	must(f != NULL);
	fprintf(f, "%s# %s\n", random_story_text(a, s), why);
	must(fclose(f) == 0);
	return path;
}

static void
try_seed(const struct rulebook *rules, uint64_t seed)
{
	struct arena *a = arena_new();
	struct trial t = { rules, false, seed };
	struct random_story s = random_story_new(a, seed, STEPS);
	const char *why = play(&t, a, random_story_text(a, &s), false, NULL);

	if (why != NULL) {
		random_story_shrink(a, &s, is_broken, &t);
		why = play(&t, a, random_story_text(a, &s), false, NULL);
		fail_msg("%s\n%s\nwritten to %s", why, random_story_text(a, &s),
		    write_story(a, &s, why));
	}
	arena_free(a);
}

static uint64_t
asked(const char *name, uint64_t if_not)
{
	const char *text = getenv(name);

	return text == NULL ? if_not : strtoull(text, NULL, 10);
}

static void
the_rules_hold_after_every_request(void **state)
{
	uint64_t from = asked("PROPERTY_FROM", 1), count = asked("PROPERTY_COUNT", SEEDS);

	for (uint64_t seed = from; seed < from + count; seed++)
		try_seed(*state, seed);
}

/* What was asked differs, what has come of it does not. */
static char *
without_journal(char *dump)
{
	char *from = strstr(dump, "\njournal "), *to = strstr(dump, "\nlogin ");
	char *count = strstr(dump, "\nsqlite_sequence name=journal ");

	must(from != NULL && to != NULL && count != NULL);
	char *after = strchr(count + 1, '\n');
	memmove(count, after, strlen(after) + 1);
	memmove(from, to, strlen(to) + 1);
	return dump;
}

static void
long_moves_are_many_short_ones(void **state)
{
	uint64_t from = asked("PROPERTY_FROM", 1), count = asked("PROPERTY_COUNT", SEEDS) / 2;

	for (uint64_t seed = from; seed < from + count; seed++) {
		struct arena *a = arena_new();
		struct trial t = { *state, false, seed };
		struct random_story s = random_story_new(a, seed, STEPS);
		const char *text = random_story_text(a, &s);
		char *plain, *crept;
		assert_null(play(&t, a, text, false, &plain));
		assert_null(play(&t, a, text, true, &crept));
		assert_string_equal(without_journal(plain), without_journal(crept));
		free(plain);
		free(crept);
		arena_free(a);
	}
}

/* "There is one name only" is not so: the story that shows it needs two steps. */
static void
what_breaks_is_cut_down_to_a_story(void **state)
{
	struct arena *a = arena_new();
	struct trial t = { *state, true, 7 };
	struct random_story s = random_story_new(a, t.seed, STEPS);
	size_t left = 0;

	assert_true(is_broken(&t, random_story_text(a, &s)));
	random_story_shrink(a, &s, is_broken, &t);
	for (size_t i = 0; i < s.count; i++)
		left += !s.left_out[i];
	assert_int_equal(left, 2);
	assert_true(is_broken(&t, random_story_text(a, &s)));
	arena_free(a);
}

static int
open_rules(void **state)
{
	*state = (void *)(uintptr_t)rulebook_open(NULL);
	return *state == NULL;
}

static int
close_rules(void **state)
{
	rulebook_close(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rules_hold_after_every_request),
		cmocka_unit_test(long_moves_are_many_short_ones),
		cmocka_unit_test(what_breaks_is_cut_down_to_a_story),
	};

	return cmocka_run_group_tests_name("property", tests, open_rules, close_rules);
}
