/*
 * Random lives of four names: whatever people do in whatever order, the
 * invariants hold after every request, and the world that is left is the same
 * however it was played: in many short moves, opened again before each request,
 * gone on with in a copy.
 *
 *	test_sequences [FIRST [COUNT]]
 *
 * Where something breaks, the deeds that it needs are left as a story in
 * build/property/ (or below $BUILD), for `orrery run --show`.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/must.h"
#include "tests/support/dump.h"
#include "tests/support/folder.h"
#include "tests/support/sequence.h"
#include "tests/support/trial.h"
#include "world/policy/rulebook.h"

#define FIRST 1
#define COUNT 24
#define MOST 5000
#define LENGTH 28 /* deeds */

struct search {
	const struct rulebook *rules;
	enum claims claims;
	bool every_way;
	uint64_t seed;
};

/* A deed that nobody can do (there is no mail to bounce) is left out. */
static struct trial
play_what_is_possible(struct search *f, struct arena *a, struct sequence *s)
{
	for (;;) {
		struct trial t = trial_play(
		    a, f->rules, sequence_story(a, s, NO_FORK), WAY_PLAIN, f->claims);
		size_t deed = sequence_deed_at(s, t.line);
		if (t.verdict != UNDOABLE)
			return t;
		if (deed == s->count)
			return (struct trial){ .verdict = BROKEN, .text = t.text };
		*s = sequence_without(a, s, deed, 1);
	}
}

/* What is wrong; NULL: nothing. */
static const char *
breaks(void *closure, struct arena *a, struct sequence *s)
{
	struct search *f = closure;
	const struct {
		const char *name;
		enum way way;
		size_t fork;
	} ways[] = {
		{ "once more", WAY_PLAIN, NO_FORK },
		{ "in short moves", WAY_SHORT, NO_FORK },
		{ "opened again before each request", WAY_REOPEN, NO_FORK },
		{ "in a copy", WAY_PLAIN, f->seed % LENGTH },
	};
	struct trial plain = play_what_is_possible(f, a, s);

	if (plain.verdict == BROKEN)
		return plain.text;
	for (size_t i = 0; f->every_way && i < sizeof(ways) / sizeof(*ways); i++) {
		const char *story = sequence_story(a, s, ways[i].fork);
		struct trial other = trial_play(a, f->rules, story, ways[i].way, f->claims);
		if (other.verdict != HELD)
			return arena_printf(
			    a, "%s: line %d: %s", ways[i].name, other.line, other.text);
		const char *differs = dump_difference(a, plain.text, other.text);
		if (differs != NULL)
			return arena_printf(a, "%s: %s", ways[i].name, differs);
	}
	return NULL;
}

static const char *
write_story(struct arena *a, const char *folder, const struct sequence *s, const char *why)
{
	const char *path = arena_printf(a, "%s/%s.story", folder, s->id);
	FILE *f;

	(void)mkdir(folder, 0777);
	f = fopen(path, "w");
	must(f != NULL);
	fprintf(f, "%s", sequence_story(a, s, NO_FORK));
	for (const char *line = why; *line != '\0';) {
		size_t n = strcspn(line, "\n");
		fprintf(f, "# %.*s\n", (int)n, line);
		line += n + (line[n] == '\n');
	}
	fclose(f);
	return path;
}

/* The path of the story that is left of it; NULL: nothing breaks. */
static const char *
hunt(struct search *f, struct arena *a, struct sequence s, const char *folder)
{
	const char *why = breaks(f, a, &s);

	if (why == NULL)
		return NULL;
	struct sequence least = sequence_shrink(a, &s, breaks, f);
	why = breaks(f, a, &least);
	print_error("%s: %s\n", s.id, why);
	return write_story(a, folder, &least, why);
}

static void
a_random_life_breaks_nothing(void **state)
{
	struct search *f = *state;
	struct arena *a = arena_new();
	const char *build = getenv("BUILD");
	const char *path = hunt(f, a, sequence_random(a, f->seed, LENGTH),
	    arena_printf(a, "%s/property", build == NULL ? "build" : build));

	if (path != NULL)
		fail_msg("see %s", path);
	arena_free(a);
}

static const struct rulebook *
rules(void)
{
	static const struct rulebook *read;

	if (read == NULL)
		read = rulebook_open(NULL);
	must(read != NULL);
	return read;
}

static char *
read_file(const char *path)
{
	static char text[10000];
	FILE *f = fopen(path, "r");

	assert_non_null(f);
	text[fread(text, 1, sizeof(text) - 1, f)] = '\0';
	fclose(f);
	return text;
}

static const char *const a_life[] = {
	"shop > get_balance",
	"shop > sw_register domain  domain=ek-one.com owner=@anna",
	"mall > sw_register domain  domain=ek-two.net owner=@bert",
	"op bounce to=nobody@ek.example\n     < ^status exists", /* there is no such mail */
	"bert verify\n     < ^status exists",
	"advance P3D",
	"shop > poll event\n     < attributes.events.0.event_id -> $event1\n"
	"shop > ack event  event_id=$event1",
	"advance P16D",
	"anna verify\n     < ^status exists",
	"advance P80D",
	NULL,
};

/* Of ten deeds the two that matter are left, as a story that shows the same. */
static void
what_breaks_is_shrunk_to_a_story(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct search f = { .rules = rules(), .claims = FALSE_CLAIM };
	char *folder = folder_new();
	const char *path = hunt(&f, a, sequence_of(a, "PROP-FALSE", a_life), folder);

	assert_non_null(path);
	const char *story = read_file(path);
	const char *deeds = strstr(story, "shop > ");
	assert_non_null(deeds);
	assert_string_equal(deeds, "shop > sw_register domain  domain=ek-one.com owner=@anna\n"
				   "advance P16D\n"
				   "# not true that no name is ever suspended: ek-one.com\n");
	struct trial again = trial_play(a, rules(), story, WAY_PLAIN, FALSE_CLAIM);
	assert_int_equal(again.verdict, BROKEN);
	assert_string_equal(again.text, "not true that no name is ever suspended: ek-one.com");
	assert_int_equal(trial_play(a, rules(), story, WAY_PLAIN, TRUE_CLAIMS).verdict, HELD);
	folder_remove(folder);
	arena_free(a);
}

static void
the_same_seed_is_the_same_life(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct sequence x = sequence_random(a, 5, LENGTH), y = sequence_random(a, 5, LENGTH),
			z = sequence_random(a, 6, LENGTH);

	assert_string_equal(sequence_story(a, &x, NO_FORK), sequence_story(a, &y, NO_FORK));
	assert_string_not_equal(sequence_story(a, &x, NO_FORK), sequence_story(a, &z, NO_FORK));
	arena_free(a);
}

int
main(int argc, char **argv)
{
	static struct CMUnitTest tests[MOST + 2] = {
		cmocka_unit_test(what_breaks_is_shrunk_to_a_story),
		cmocka_unit_test(the_same_seed_is_the_same_life),
	};
	static struct search searches[MOST];
	static char names[MOST][40];
	uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 10) : FIRST;
	uint64_t count = argc > 2 ? strtoull(argv[2], NULL, 10) : COUNT;

	must(count <= MOST);
	for (uint64_t i = 0; i < count; i++) {
		searches[i] = (struct search){ rules(), TRUE_CLAIMS, true, first + i };
		snprintf(names[i], sizeof(names[i]), "life %d", (int)(first + i));
		tests[i + 2] = (struct CMUnitTest){ names[i], a_random_life_breaks_nothing, NULL,
			NULL, &searches[i] };
	}
	return _cmocka_run_group_tests("random lives", tests, count + 2, NULL, NULL);
}
