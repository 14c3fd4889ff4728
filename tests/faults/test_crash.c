/*
 * A file world whose process dies at the n-th write or sync, for every n of a
 * story; whose disk is full; and that is killed a hundred times.  Whatever was
 * acknowledged is there, and nothing is half-done: the database that is found
 * equals the one after the last acknowledged request, or after the one that was
 * being answered.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/must.h"
#include "engine/engine.h"
#include "tests/support/dump.h"
#include "tests/support/folder.h"
#include "tests/support/shim.h"
#include "tests/support/signed.h"
#include "world/policy/rulebook.h"
#include "world/turn.h"

#define KEY "00112233445566778899aabbccddeeff"

/* ---- the story: registrations, an advance over the suspension, a contact ---- */

static const struct problem *
run_advance(struct call *c)
{
	enum move moved = world_advance(c->world, c->world->now + DAYS(6));

	must(moved == MOVED);
	exchange_answer(c->x, 200, "text/plain", "", 0);
	return NULL;
}

static const struct route rows[] = {
	{ "POST", "/t/{W}/advance", ROUTE_WRITE | ROUTE_LONG, run_advance, "" },
	{ NULL, NULL, 0, NULL, NULL },
};
static const struct route *const routes[] = { rows, NULL };

static void
complain(struct exchange *x, const struct problem *p)
{
	exchange_answer(x, p->status, "text/plain", p->code, strlen(p->code));
}

static struct engine *
open_engine(const struct rulebook *rules, const char *data)
{
	struct engine_config config = { .rules = rules,
		.routes = routes,
		.complain = complain,
		.data = data,
		.journal = -1,
		.balance = 10000000 };

	return engine_new(&config);
}

static enum make
create(struct engine *e)
{
	struct world_wish wish = {
		.name = "w", .start = 1767225600, .seed = 7, .user = "shop", .key = KEY
	};
	struct arena *a = arena_new();
	struct world_card card;
	enum make made = engine_create(e, a, &wish, &card);

	arena_free(a);
	return made;
}

#define STEPS 7

/* One step; false: it was refused because the machine failed. */
static bool
step(struct engine *e, int i)
{
	struct seller s = { e, "shop", KEY };
	struct arena *a = arena_new();
	bool done;

	if (i % 3 == 2) {
		struct exchange x = { .arena = a,
			.door = DOOR_WEB,
			.peer = "test",
			.method = "POST",
			.target = "/t/w/advance",
			.body = "" };
		engine_call(e, &x);
		done = x.status == 200;
	} else {
		const char *domain = arena_printf(a, "name-%d.com", i);
		const char *email = arena_printf(a, "owner-%d@shop.example", i % 2);
		done = signed_code(signed_register(a, &s, domain, email)) == 200;
	}
	arena_free(a);
	return done;
}

/* ---- what is expected: the database after each step of an undisturbed run ---- */

struct expected {
	char *after[STEPS + 1];
	struct store_image birth; /* the file of the world when it was new */
};

static char *
dump_of(const char *data)
{
	char *path = folder_path(data, "worlds/w.db");
	char *text = dump_file(path);

	free(path);
	return text;
}

static struct store_image
image_of(const char *data)
{
	char *path = folder_path(data, "worlds/w.db");
	struct store_image image = store_image_read(path);

	free(path);
	return image;
}

static void
run_undisturbed(const struct rulebook *rules, struct expected *x)
{
	char *data = folder_new();

	for (int i = 0; i <= STEPS; i++) {
		struct engine *e = open_engine(rules, data);
		assert_non_null(e);
		if (i == 0)
			assert_int_equal(create(e), MADE);
		else
			assert_true(step(e, i - 1));
		engine_free(e);
		x->after[i] = dump_of(data);
		if (i == 0)
			x->birth = image_of(data);
	}
	folder_remove(data);
}

/* ---- the process that dies ---- */

/* Acknowledges each step by a byte, and dies where the shim says. */
static void
play_until_death(const struct rulebook *rules, const char *data, int acks)
{
	struct engine *e = open_engine(rules, data);

	if (e == NULL)
		_exit(1);
	for (int i = 0; i < STEPS; i++) {
		if (!step(e, i))
			_exit(2);
		if (write(acks, ".", 1) != 1)
			_exit(3);
	}
	engine_free(e);
	_exit(0);
}

static int
count_acks(int fd)
{
	char bytes[64];
	int n = 0;

	for (ssize_t got; (got = read(fd, bytes, sizeof(bytes))) > 0;)
		n += (int)got;
	return n;
}

struct death {
	int status, acks;
};

static struct death
die_in_child(
    const struct rulebook *rules, const char *data, enum shim_call call, long n, enum shim_end end)
{
	int pipes[2];
	struct death d;

	assert_int_equal(pipe(pipes), 0);
	pid_t child = fork();
	if (child == 0) {
		close(pipes[0]);
		shim_plan(call, n, end);
		play_until_death(rules, data, pipes[1]);
	}
	close(pipes[1]);
	d.acks = count_acks(pipes[0]);
	close(pipes[0]);
	assert_int_equal(waitpid(child, &d.status, 0), child);
	return d;
}

/* Opening again must succeed, and find the state after ACKS steps or one more. */
static void
check_survivor(const struct rulebook *rules, const char *data, const struct expected *x, int acks)
{
	struct engine *e = open_engine(rules, data);

	assert_non_null(e);
	engine_free(e);
	char *found = dump_of(data);
	bool whole = strcmp(found, x->after[acks]) == 0 ||
		     (acks < STEPS && strcmp(found, x->after[acks + 1]) == 0);
	if (!whole)
		print_error("after %d acknowledged steps:\n%s", acks, found);
	free(found);
	assert_true(whole);
}

/* A folder in which the new world lies, as one that was stopped. */
static char *
fresh_world(const struct expected *x)
{
	char *data = folder_new(), *worlds = folder_path(data, "worlds");
	char *path = folder_path(data, "worlds/w.db");

	assert_int_equal(mkdir(worlds, 0700), 0);
	assert_true(store_image_write(&x->birth, path));
	free(worlds);
	free(path);
	return data;
}

static int
die_at_every(
    const struct rulebook *rules, const struct expected *x, enum shim_call call, enum shim_end end)
{
	int deaths = 0;

	for (long n = 1;; n++) {
		char *data = fresh_world(x);
		struct death d = die_in_child(rules, data, call, n, end);
		bool died = WIFEXITED(d.status) && WEXITSTATUS(d.status) == SHIM_STATUS;
		if (!died)
			assert_int_equal(d.status, 0);
		check_survivor(rules, data, x, d.acks);
		folder_remove(data);
		if (!died)
			return deaths;
		deaths++;
	}
}

/* ---- tests ---- */

struct fixture {
	const struct rulebook *rules;
	struct expected expected;
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	must(f != NULL);
	log_set_level(LOG_QUIET);
	shim_install();
	f->rules = rulebook_open(NULL);
	run_undisturbed(f->rules, &f->expected);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	for (int i = 0; i <= STEPS; i++)
		free(f->expected.after[i]);
	store_image_free(&f->expected.birth);
	rulebook_close(f->rules);
	free(f);
	return 0;
}

static void
test_death_at_every_write_and_sync_loses_nothing_acknowledged(void **state)
{
	static const struct {
		enum shim_call call;
		enum shim_end end;
		const char *what;
	} ways[] = {
		{ SHIM_WRITE, SHIM_DIE, "before a write" },
		{ SHIM_WRITE, SHIM_DIE_TORN, "in the middle of a write" },
		{ SHIM_SYNC, SHIM_DIE, "before a sync" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		int deaths = die_at_every(f->rules, &f->expected, ways[i].call, ways[i].end);
		print_message("died %d times %s\n", deaths, ways[i].what);
		assert_true(deaths > 0);
	}
}

/* Kills do not wait for a convenient moment: a number of acknowledgements is
 * read, then the signal is sent whatever the process is doing. */
static void
test_a_hundred_kills_lose_nothing_acknowledged(void **state)
{
	struct fixture *f = *state;

	for (int round = 0; round < 100; round++) {
		char *data = fresh_world(&f->expected);
		int pipes[2], status, acks = 0, wanted = round * 7 % (STEPS + 1);
		char byte;
		assert_int_equal(pipe(pipes), 0);
		pid_t child = fork();
		if (child == 0) {
			close(pipes[0]);
			shim_plan(SHIM_WRITE, 0, SHIM_DIE);
			play_until_death(f->rules, data, pipes[1]);
		}
		close(pipes[1]);
		while (acks < wanted && read(pipes[0], &byte, 1) == 1)
			acks++;
		kill(child, SIGKILL);
		acks += count_acks(pipes[0]);
		close(pipes[0]);
		waitpid(child, &status, 0);
		check_survivor(f->rules, data, &f->expected, acks);
		folder_remove(data);
	}
}

static bool
is_after(const char *data, const struct expected *x, int steps)
{
	char *found = dump_of(data);
	bool same = strcmp(found, x->after[steps]) == 0;

	free(found);
	return same;
}

/* The disk is full from the n-th write on: the step is refused and changes
 * nothing; with room again the same world goes on to the same end. */
static void
test_a_full_disk_refuses_and_loses_nothing(void **state)
{
	static const enum shim_end ends[] = { SHIM_FULL, SHIM_ERROR };
	struct fixture *f = *state;

	for (size_t k = 0; k < sizeof(ends) / sizeof(*ends); k++)
		for (long n = 1; n <= 40; n += 3) {
			char *data = fresh_world(&f->expected);
			struct engine *e = open_engine(f->rules, data);
			int done = 0, refused = 0;
			shim_plan(SHIM_WRITE, n, ends[k]);
			while (done < STEPS) {
				if (step(e, done)) {
					done++;
				} else {
					refused++;
					shim_plan(SHIM_WRITE, 0, SHIM_DIE);
				}
			}
			engine_free(e);
			shim_plan(SHIM_WRITE, 0, SHIM_DIE);
			assert_int_equal(refused, 1);
			assert_true(is_after(data, &f->expected, STEPS));
			folder_remove(data);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_death_at_every_write_and_sync_loses_nothing_acknowledged),
		cmocka_unit_test(test_a_hundred_kills_lose_nothing_acknowledged),
		cmocka_unit_test(test_a_full_disk_refuses_and_loses_nothing),
	};

	return cmocka_run_group_tests_name("crash", tests, setup, teardown);
}
