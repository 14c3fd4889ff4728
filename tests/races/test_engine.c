/*
 * Many worlds, many threads: turns, queues, waits, and worlds that are replaced
 * under load.  The routes are rows of this test; ThreadSanitizer runs it too.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <pthread.h>
#include <semaphore.h>

#include "base/arena.h"
#include "base/log.h"
#include "engine/engine.h"
#include "store/store.h"
#include "world/policy/rulebook.h"
#include "world/turn.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

/* ---- rows ---- */

static int64_t
read_count(struct world *w)
{
	struct query q = SQL(w->store, "SELECT coalesce(max(CAST(reply AS INTEGER)), 0)"
				       " FROM answered WHERE key = 'count'");
	int64_t n = query_row(&q) ? row_int(&q, 0) : -1;

	query_end(&q);
	return n;
}

static void
answer_number(struct call *c, int64_t n)
{
	const char *text = arena_printf(c->arena, "%" PRId64, n);

	exchange_answer(c->x, 200, "text/plain", text, strlen(text));
}

/* Read, then write: two of these at once in one world would lose one. */
static const struct problem *
run_add(struct call *c)
{
	int64_t n = read_count(c->world) + 1;
	struct query q = SQL(c->world->store,
	    "INSERT INTO answered (key, reply) VALUES ('count', CAST(:n AS TEXT))"
	    " ON CONFLICT (key) DO UPDATE SET reply = CAST(:n AS TEXT)");

	bind_int(&q, ":n", n);
	query_run(&q);
	answer_number(c, n);
	return NULL;
}

static const struct problem *
run_wait_for(struct call *c)
{
	int64_t n = read_count(c->world), want = strtol(call_query(c, "count"), NULL, 10);

	if (n < want && !c->expired)
		return call_wait(c, 60);
	answer_number(c, n);
	return NULL;
}

static const struct problem *
run_read(struct call *c)
{
	answer_number(c, read_count(c->world));
	return NULL;
}

/* A long row that ends only when the test says so. */
struct gate {
	sem_t inside, leave;
};
static struct gate gate;

static const struct problem *
run_long(struct call *c)
{
	sem_post(&gate.inside);
	sem_wait(&gate.leave);
	answer_number(c, read_count(c->world));
	return NULL;
}

static const struct problem *
made(struct call *c, enum make m)
{
	if (m != MADE)
		return problem_new(c, 409, "not_made", "%d", (int)m);
	answer_number(c, 0);
	return NULL;
}

static const struct problem *
run_snapshot(struct call *c)
{
	return made(c, engine_snapshot(c, "s"));
}

static const struct problem *
run_restore(struct call *c)
{
	return made(c, engine_restore(c, "s"));
}

static const struct problem *
run_reset(struct call *c)
{
	return made(c, engine_reset(c));
}

static const struct problem *
run_delete(struct call *c)
{
	return made(c, engine_delete(c));
}

static const struct problem *
run_fork(struct call *c)
{
	return made(c, engine_fork(c, "fork", NULL));
}

static const struct problem *
run_clock(struct call *c)
{
	struct world_card card;

	if (c->world == NULL)
		engine_card(c->engine, c->arena, c->captures[0], &card);
	answer_number(c, c->world == NULL ? -card.now : c->world->now);
	return NULL;
}

static const struct route rows[] = {
	{ "POST", "/t/{W}/add", ROUTE_WRITE, run_add, "" },
	{ "GET", "/t/{W}/count", ROUTE_READ, run_read, "" },
	{ "GET", "/t/{W}/wait", ROUTE_READ, run_wait_for, "" },
	{ "POST", "/t/{W}/long", ROUTE_WRITE | ROUTE_LONG, run_long, "" },
	{ "GET", "/t/{W}/clock", ROUTE_READ | ROUTE_AT_ONCE, run_clock, "" },
	{ "POST", "/t/{W}/snapshot", ROUTE_WHOLE | ROUTE_LONG, run_snapshot, "" },
	{ "POST", "/t/{W}/restore", ROUTE_WHOLE | ROUTE_LONG, run_restore, "" },
	{ "POST", "/t/{W}/reset", ROUTE_WHOLE | ROUTE_LONG, run_reset, "" },
	{ "POST", "/t/{W}/fork", ROUTE_WHOLE | ROUTE_LONG, run_fork, "" },
	{ "DELETE", "/t/{W}", ROUTE_WHOLE, run_delete, "" },
	{ NULL, NULL, 0, NULL, NULL },
};

static void
complain(struct exchange *x, const struct problem *p)
{
	exchange_answer(x, p->status, "text/plain", p->code, strlen(p->code));
}

/* ---- fixture ---- */

struct fixture {
	const struct rulebook *rules;
	struct engine *engine;
	struct arena *arena;
};

static int
setup(void **state)
{
	static const struct route *const routes[] = { rows, NULL };
	struct fixture *f = calloc(1, sizeof(*f));
	struct engine_config config = { .routes = routes, .complain = complain, .journal = 100 };

	log_set_level(LOG_ERROR);
	assert_non_null(f);
	config.rules = f->rules = rulebook_open(NULL);
	f->engine = engine_new(&config);
	f->arena = arena_new();
	assert_non_null(f->engine);
	sem_init(&gate.inside, 0, 0);
	sem_init(&gate.leave, 0, 0);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	engine_free(f->engine);
	rulebook_close(f->rules);
	arena_free(f->arena);
	free(f);
	return 0;
}

static enum make
create(struct fixture *f, const char *name)
{
	struct world_wish wish = { .name = name, .start = 1000, .seed = 1 };
	struct world_card card;

	return engine_create(f->engine, f->arena, &wish, &card);
}

struct asked {
	struct exchange x;
	struct arena *arena;
};

static void
fill(struct asked *q, const char *method, const char *target)
{
	q->arena = arena_new();
	q->x = (struct exchange){ .arena = q->arena, .door = DOOR_WEB, .peer = "test",
		.method = method, .target = target, .body = "" };
}

static int64_t
ask(struct fixture *f, const char *method, const char *target)
{
	struct asked q;

	fill(&q, method, target);
	engine_call(f->engine, &q.x);
	int64_t n = q.x.status == 200 ? strtol(q.x.reply, NULL, 10) : -q.x.status;
	arena_free(q.arena);
	return n;
}

struct caller {
	struct fixture *f;
	const char *method, *target;
	int times;
	int64_t last;
	int refused;
	pthread_t thread;
};

static void *
call_often(void *closure)
{
	struct caller *c = closure;

	for (int i = 0; i < c->times; i++) {
		int64_t n = ask(c->f, c->method, c->target);
		if (n < 0)
			c->refused++;
		else
			c->last = n;
	}
	return NULL;
}

static void
begin(struct caller *c)
{
	assert_int_equal(pthread_create(&c->thread, NULL, call_often, c), 0);
}

/* ---- tests ---- */

static void
test_turns_never_overlap(void **state)
{
	struct fixture *f = *state;
	struct caller callers[16];

	create(f, "one");
	create(f, "two");
	for (size_t i = 0; i < COUNT_OF(callers); i++) {
		callers[i] = (struct caller){ .f = f, .method = "POST", .times = 100,
			.target = i % 2 == 0 ? "/t/one/add" : "/t/two/add" };
		begin(&callers[i]);
	}
	for (size_t i = 0; i < COUNT_OF(callers); i++)
		pthread_join(callers[i].thread, NULL);
	assert_int_equal(ask(f, "GET", "/t/one/count"), 800);
	assert_int_equal(ask(f, "GET", "/t/two/count"), 800);
}

/* No time is measured: the quiet world must answer while its neighbour is held
 * inside a long turn, or the test never ends. */
static void
test_a_long_turn_delays_nobody_but_its_own_world(void **state)
{
	struct fixture *f = *state;
	struct caller busy = { .f = f, .method = "POST", .target = "/t/busy/long", .times = 1 };
	struct asked q;

	create(f, "busy");
	create(f, "quiet");
	begin(&busy);
	sem_wait(&gate.inside);
	for (int i = 1; i <= 100; i++)
		assert_int_equal(ask(f, "POST", "/t/quiet/add"), i);
	fill(&q, "POST", "/t/busy/add");
	assert_false(engine_try(f->engine, &q.x));
	arena_free(q.arena);
	fill(&q, "GET", "/t/busy/clock");
	assert_true(engine_try(f->engine, &q.x)); /* at once, the last committed instant */
	assert_string_equal(q.x.reply, "-1000");
	arena_free(q.arena);
	sem_post(&gate.leave);
	pthread_join(busy.thread, NULL);
	assert_int_equal(busy.last, 0);
}

#define WAITERS 1000

struct waiter {
	struct asked q;
	sem_t *answered;
};

static void
on_answered(void *closure)
{
	struct waiter *w = closure;

	sem_post(w->answered);
}

/* A thousand suspended requests, submitted as a loop thread does it. */
static struct waiter *
park_many(struct fixture *f, sem_t *answered)
{
	struct waiter *waiters = calloc(WAITERS, sizeof(*waiters));

	assert_non_null(waiters);
	sem_init(answered, 0, 0);
	for (size_t i = 0; i < WAITERS; i++) {
		waiters[i].answered = answered;
		fill(&waiters[i].q, "GET", "/t/one/wait?count=3");
		assert_false(engine_try(f->engine, &waiters[i].q.x));
		engine_submit(f->engine, &waiters[i].q.x, on_answered, &waiters[i]);
	}
	return waiters;
}

static void
collect(struct waiter *waiters, sem_t *answered, int status)
{
	for (size_t i = 0; i < WAITERS; i++)
		while (sem_wait(answered) != 0)
			;
	for (size_t i = 0; i < WAITERS; i++) {
		assert_int_equal(waiters[i].q.x.status, status);
		arena_free(waiters[i].q.arena);
	}
	sem_destroy(answered);
	free(waiters);
}

static void
test_a_commit_wakes_a_thousand_waiters(void **state)
{
	struct fixture *f = *state;
	sem_t answered;
	int woken;

	create(f, "one");
	struct waiter *waiters = park_many(f, &answered);
	ask(f, "POST", "/t/one/add");
	ask(f, "POST", "/t/one/add");
	sem_getvalue(&answered, &woken);
	assert_int_equal(woken, 0); /* woken twice, and waiting again */
	ask(f, "POST", "/t/one/add");
	collect(waiters, &answered, 200);
}

static void
test_waiters_end_with_their_world(void **state)
{
	struct fixture *f = *state;
	sem_t answered;

	create(f, "one");
	struct waiter *waiters = park_many(f, &answered);
	assert_int_equal(ask(f, "DELETE", "/t/one"), 0);
	collect(waiters, &answered, 404);
	assert_int_equal(ask(f, "GET", "/t/one/count"), -404);
}

static void
test_stopping_answers_every_waiter(void **state)
{
	struct fixture *f = *state;
	sem_t answered;

	create(f, "one");
	struct waiter *waiters = park_many(f, &answered);
	engine_stop(f->engine);
	collect(waiters, &answered, 200);
	assert_int_equal(ask(f, "GET", "/t/one/count"), -503);
}

static void
test_restore_and_fork_under_load(void **state)
{
	struct fixture *f = *state;
	struct caller callers[4];

	create(f, "one");
	ask(f, "POST", "/t/one/add");
	assert_int_equal(ask(f, "POST", "/t/one/snapshot"), 0);
	for (size_t i = 0; i < COUNT_OF(callers); i++) {
		callers[i] = (struct caller){ .f = f, .method = "POST", .times = 200,
			.target = "/t/one/add" };
		begin(&callers[i]);
	}
	for (int i = 0; i < 20; i++)
		assert_int_equal(ask(f, "POST", "/t/one/restore"), 0);
	assert_int_equal(ask(f, "POST", "/t/one/fork"), 0);
	for (size_t i = 0; i < COUNT_OF(callers); i++) {
		pthread_join(callers[i].thread, NULL);
		assert_int_equal(callers[i].refused, 0);
	}
	assert_int_equal(ask(f, "POST", "/t/one/restore"), 0);
	assert_int_equal(ask(f, "GET", "/t/one/count"), 1);
	assert_int_equal(ask(f, "POST", "/t/one/reset"), 0);
	assert_int_equal(ask(f, "GET", "/t/one/count"), 0);
	assert_true(ask(f, "GET", "/t/fork/count") >= 1);
}

static void
test_worlds_are_created_and_deleted_under_load(void **state)
{
	struct fixture *f = *state;
	struct caller callers[4];

	for (size_t i = 0; i < COUNT_OF(callers); i++) {
		callers[i] = (struct caller){ .f = f, .method = "POST", .times = 300,
			.target = "/t/short-lived/add" };
		begin(&callers[i]);
	}
	for (int i = 0; i < 50; i++) {
		assert_int_equal(create(f, "short-lived"), MADE);
		assert_int_equal(create(f, "short-lived"), NAME_TAKEN);
		assert_int_equal(ask(f, "DELETE", "/t/short-lived"), 0);
	}
	for (size_t i = 0; i < COUNT_OF(callers); i++)
		pthread_join(callers[i].thread, NULL);
}

static void
test_user_names_are_unique_in_the_process(void **state)
{
	struct fixture *f = *state;
	struct world_wish wish = { .name = "b", .user = "shop" };
	struct world_card card;

	assert_int_equal(engine_create(f->engine, f->arena, &wish, &card), MADE);
	assert_string_equal(card.users[0].username, "shop");
	assert_int_equal(strlen(card.users[0].key), 112);
	wish.name = "c";
	assert_int_equal(engine_create(f->engine, f->arena, &wish, &card), USER_TAKEN);
	assert_int_equal(ask(f, "GET", "/t/c/count"), -404);
	assert_int_equal(ask(f, "POST", "/t/b/fork"), 0);
	assert_true(engine_card(f->engine, f->arena, "fork", &card));
	assert_string_equal(card.users[0].username, "shop.fork");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(turns_never_overlap),
		TEST(a_long_turn_delays_nobody_but_its_own_world),
		TEST(a_commit_wakes_a_thousand_waiters),
		TEST(waiters_end_with_their_world),
		TEST(stopping_answers_every_waiter),
		TEST(restore_and_fork_under_load),
		TEST(worlds_are_created_and_deleted_under_load),
		TEST(user_names_are_unique_in_the_process),
	};

	return cmocka_run_group_tests_name("engine", tests, NULL, NULL);
}
