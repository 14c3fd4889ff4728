/* Requests that wait for a commit: a thousand at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <semaphore.h>

#include "tests/support/counters.h"

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
park_many(struct counters *f, sem_t *answered)
{
	struct waiter *waiters = calloc(WAITERS, sizeof(*waiters));

	assert_non_null(waiters);
	sem_init(answered, 0, 0);
	for (size_t i = 0; i < WAITERS; i++) {
		waiters[i].answered = answered;
		asked_fill(&waiters[i].q, "GET", "/t/one/wait?count=3");
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
	struct counters *f = *state;
	sem_t answered;
	int woken;

	counters_create(f, "one");
	struct waiter *waiters = park_many(f, &answered);
	counters_ask(f, "POST", "/t/one/add");
	counters_ask(f, "POST", "/t/one/add");
	sem_getvalue(&answered, &woken);
	assert_int_equal(woken, 0); /* woken twice, and waiting again */
	counters_ask(f, "POST", "/t/one/add");
	collect(waiters, &answered, 200);
}

static void
test_waiters_end_with_their_world(void **state)
{
	struct counters *f = *state;
	sem_t answered;

	counters_create(f, "one");
	struct waiter *waiters = park_many(f, &answered);
	assert_int_equal(counters_ask(f, "DELETE", "/t/one"), 0);
	collect(waiters, &answered, 404);
	assert_int_equal(counters_ask(f, "GET", "/t/one/count"), -404);
}

static void
test_stopping_answers_every_waiter(void **state)
{
	struct counters *f = *state;
	sem_t answered;

	counters_create(f, "one");
	struct waiter *waiters = park_many(f, &answered);
	engine_stop(f->engine);
	collect(waiters, &answered, 200);
	assert_int_equal(counters_ask(f, "GET", "/t/one/count"), -503);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, counters_open, counters_close)
	const struct CMUnitTest tests[] = {
		TEST(a_commit_wakes_a_thousand_waiters),
		TEST(waiters_end_with_their_world),
		TEST(stopping_answers_every_waiter),
	};

	return cmocka_run_group_tests_name("waiting", tests, NULL, NULL);
}
