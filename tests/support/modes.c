#include "tests/support/modes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/embedded.h"
#include "base/must.h"
#include "scenarios/play/report.h"
#include "shell/stage.h"
#include "shell/story_file.h"
#include "shell/vocabulary.h"
#include "tests/support/dump.h"
#include "tests/support/folder.h"
#include "world/money/books.h"
#include "world/policy/rulebook.h"

#define LIBRARY "scenarios/library/"
#define MOST 200 /* stories */

struct way {
	const char *name;
	enum stage_kind stage;
	bool short_moves;
	bool same_requests; /* as the story asks when it is simply played */
};
static const struct way ways[] = {
	{ "as written", STAGE_INSIDE, false, true },
	{ "again", STAGE_INSIDE, false, true },
	{ "in many short moves", STAGE_INSIDE, true, false },
	{ "opened again after each change", STAGE_REOPENED, false, true },
	{ "over sockets", STAGE_SOCKET, false, true },
};

struct tale { /* a story, and what all of them share */
	const struct embedded *file;
	const struct rulebook *rules;
};

/* What stands in the ledger agrees with the orders. */
static void
audit(const char *path)
{
	struct world w = { .store = store_open_file(path) };
	struct arena *a = arena_new();

	assert_non_null(w.store);
	store_begin(w.store);
	const char *wrong = books_objection(&w, a);
	if (wrong != NULL)
		fail_msg("%s: %s", path, wrong);
	store_rollback(w.store);
	store_close(w.store);
	arena_free(a);
}

static int
is_world(const struct dirent *d)
{
	const char *dot = strrchr(d->d_name, '.');

	return dot != NULL && strcmp(dot, ".db") == 0;
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static char *
dump_worlds(const char *folder)
{
	struct dirent **names;
	struct buf out;
	char *worlds = folder_path(folder, "worlds");
	int n = scandir(worlds, &names, is_world, by_name);

	assert_true(n > 0);
	buf_open(&out, 0);
	for (int i = 0; i < n; i++) {
		char *path = folder_path(worlds, names[i]->d_name);
		audit(path);
		char *text = dump_file(path);
		buf_printf(&out, "==== %s\n%s", names[i]->d_name, text);
		free(text);
		free(path);
		free(names[i]);
	}
	free(names);
	free(worlds);
	return out.data;
}

static void
play(struct arena *a, const struct tale *tale, const struct way *way, const char *folder)
{
	struct vocabulary words = vocabulary_of(a, tale->rules);
	words.library = story_embedded;
	struct complaints c = { .arena = a, .file = tale->file->path };
	struct play_options options = { .short_moves = way->short_moves, .keep = true };
	const struct story *story = story_read(&c, &words, tale->file->data, tale->file->size);
	struct stage *stage = stage_open(way->stage, tale->rules, folder);
	struct buf out;

	assert_non_null(story);
	assert_non_null(stage);
	struct played *played = story_play(a, story, stage_carrier(stage), &options);
	stage_close(stage);
	buf_open(&out, 0);
	for (const struct played *p = played; p != NULL; p = p->next)
		if (p->failure != NULL)
			report_play(&out, p, REPORT_PLAIN, false);
	if (report_failures(played) > 0)
		print_error("%s:\n%s", way->name, out.data);
	assert_int_equal(report_failures(played), 0);
	buf_close(&out);
}

static bool
is_journal(const char *line)
{
	static const char *const heads[] = { "journal ", "sqlite_sequence name=journal " };

	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		if (strncmp(line, heads[i], strlen(heads[i])) == 0)
			return true;
	return false;
}

static char *
without_journal(const char *dump)
{
	struct buf out;

	buf_open(&out, strlen(dump) + 1);
	for (size_t n; *dump != '\0'; dump += n) {
		n = strcspn(dump, "\n") + 1;
		if (!is_journal(dump))
			buf_add(&out, dump, n);
	}
	return out.data;
}

/* What a play leaves, with its journal and without. */
struct remains {
	char *whole, *worlds;
};

static struct remains
remains_of(const struct tale *tale, const struct way *way)
{
	struct arena *a = arena_new();
	char *folder = folder_new();

	play(a, tale, way, folder);
	char *whole = dump_worlds(folder);
	struct remains left = { whole, without_journal(whole) };
	folder_remove(folder);
	arena_free(a);
	return left;
}

static void
remains_free(struct remains *left)
{
	free(left->whole);
	free(left->worlds);
}

/* The first line that differs says more than two whole databases. */
static void
expect_same(const char *way, const char *a, const char *b)
{
	while (*a != '\0' && strcmp(a, b) != 0) {
		size_t n = strcspn(a, "\n"), m = strcspn(b, "\n");
		if (n != m || memcmp(a, b, n) != 0) {
			print_error("%s:\n  %.*s\n  %.*s\n", way, (int)n, a, (int)m, b);
			fail();
		}
		a += n + 1;
		b += m + 1;
	}
	assert_string_equal(a, b);
}

static void
leaves_the_same_worlds(void **state)
{
	const struct tale *tale = *state;
	struct remains first = remains_of(tale, &ways[0]);

	for (size_t i = 1; i < sizeof(ways) / sizeof(*ways); i++) {
		struct remains other = remains_of(tale, &ways[i]);
		if (ways[i].same_requests)
			expect_same(ways[i].name, first.whole, other.whole);
		else
			expect_same(ways[i].name, first.worlds, other.worlds);
		remains_free(&other);
	}
	remains_free(&first);
}

/* What stories include is none. */
static bool
is_story(const char *path)
{
	const char *dot = strrchr(path, '.');

	return strncmp(path, LIBRARY, strlen(LIBRARY)) == 0 && dot != NULL &&
	       strcmp(dot, ".story") == 0;
}

int
modes_main(size_t shard, size_t shards)
{
	static struct CMUnitTest tests[MOST];
	static struct tale tales[MOST];
	const struct rulebook *rules = rulebook_open(NULL);
	size_t n = 0, seen = 0;

	must(rules != NULL);
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded *file = &embedded_files[i];
		if (!is_story(file->path) || seen++ % shards != shard - 1)
			continue;
		must(n < MOST);
		tales[n] = (struct tale){ file, rules };
		tests[n] = (struct CMUnitTest){ file->path + strlen(LIBRARY),
			leaves_the_same_worlds, NULL, NULL, &tales[n] };
		n++;
	}
	int failed = _cmocka_run_group_tests("stories in every mode", tests, n, NULL, NULL);
	rulebook_record(rules);
	rulebook_close(rules);
	return failed;
}
