/* Turns: many worlds, many threads, worlds that are replaced under load. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>

#include "tests/support/counters.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

struct caller {
	struct counters *f;
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
		int64_t n = counters_ask(c->f, c->method, c->target);
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

static void
test_turns_never_overlap(void **state)
{
	struct counters *f = *state;
	struct caller callers[16];

	counters_create(f, "one");
	counters_create(f, "two");
	for (size_t i = 0; i < COUNT_OF(callers); i++) {
		callers[i] = (struct caller){ .f = f,
			.method = "POST",
			.times = 100,
			.target = i % 2 == 0 ? "/t/one/add" : "/t/two/add" };
		begin(&callers[i]);
	}
	for (size_t i = 0; i < COUNT_OF(callers); i++)
		pthread_join(callers[i].thread, NULL);
	assert_int_equal(counters_ask(f, "GET", "/t/one/count"), 800);
	assert_int_equal(counters_ask(f, "GET", "/t/two/count"), 800);
}

/* No time is measured: the quiet world must answer while its neighbour is held
 * inside a long turn, or the test never ends. */
static void
test_a_long_turn_delays_nobody_but_its_own_world(void **state)
{
	struct counters *f = *state;
	struct caller busy = { .f = f, .method = "POST", .target = "/t/busy/long", .times = 1 };
	struct asked q;

	counters_create(f, "busy");
	counters_create(f, "quiet");
	begin(&busy);
	counters_wait_inside();
	for (int i = 1; i <= 100; i++)
		assert_int_equal(counters_ask(f, "POST", "/t/quiet/add"), i);
	asked_fill(&q, "POST", "/t/busy/add");
	assert_false(engine_try(f->engine, &q.x));
	arena_free(q.arena);
	asked_fill(&q, "GET", "/t/busy/clock");
	assert_true(engine_try(f->engine, &q.x)); /* at once, the last committed instant */
	assert_string_equal(q.x.reply, "-1000");
	arena_free(q.arena);
	counters_let_go();
	pthread_join(busy.thread, NULL);
	assert_int_equal(busy.last, 0);
}

static void
test_restore_and_fork_under_load(void **state)
{
	struct counters *f = *state;
	struct caller callers[4];

	counters_create(f, "one");
	counters_ask(f, "POST", "/t/one/add");
	assert_int_equal(counters_ask(f, "POST", "/t/one/snapshot"), 0);
	for (size_t i = 0; i < COUNT_OF(callers); i++) {
		callers[i] = (struct caller){
			.f = f, .method = "POST", .times = 200, .target = "/t/one/add"
		};
		begin(&callers[i]);
	}
	for (int i = 0; i < 20; i++)
		assert_int_equal(counters_ask(f, "POST", "/t/one/restore"), 0);
	assert_int_equal(counters_ask(f, "POST", "/t/one/fork"), 0);
	for (size_t i = 0; i < COUNT_OF(callers); i++) {
		pthread_join(callers[i].thread, NULL);
		assert_int_equal(callers[i].refused, 0);
	}
	assert_int_equal(counters_ask(f, "POST", "/t/one/restore"), 0);
	assert_int_equal(counters_ask(f, "GET", "/t/one/count"), 1);
	assert_int_equal(counters_ask(f, "POST", "/t/one/reset"), 0);
	assert_int_equal(counters_ask(f, "GET", "/t/one/count"), 0);
	assert_true(counters_ask(f, "GET", "/t/fork/count") >= 1);
}

static void
test_worlds_are_created_and_deleted_under_load(void **state)
{
	struct counters *f = *state;
	struct caller callers[4];

	for (size_t i = 0; i < COUNT_OF(callers); i++) {
		callers[i] = (struct caller){
			.f = f, .method = "POST", .times = 300, .target = "/t/short-lived/add"
		};
		begin(&callers[i]);
	}
	for (int i = 0; i < 50; i++) {
		assert_int_equal(counters_create(f, "short-lived"), MADE);
		assert_int_equal(counters_create(f, "short-lived"), NAME_TAKEN);
		assert_int_equal(counters_ask(f, "DELETE", "/t/short-lived"), 0);
	}
	for (size_t i = 0; i < COUNT_OF(callers); i++)
		pthread_join(callers[i].thread, NULL);
}

static void
test_user_names_are_unique_in_the_process(void **state)
{
	struct counters *f = *state;
	struct world_wish wish = { .name = "b", .user = "shop" };
	struct world_card card;

	assert_int_equal(engine_create(f->engine, f->arena, &wish, &card), MADE);
	assert_string_equal(card.users[0].username, "shop");
	assert_int_equal(strlen(card.users[0].key), 112);
	wish.name = "c";
	assert_int_equal(engine_create(f->engine, f->arena, &wish, &card), USER_TAKEN);
	assert_int_equal(counters_ask(f, "GET", "/t/c/count"), -404);
	assert_int_equal(counters_ask(f, "POST", "/t/b/fork"), 0);
	assert_true(engine_card(f->engine, f->arena, "fork", &card));
	assert_string_equal(card.users[0].username, "shop.fork");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, counters_open, counters_close)
	const struct CMUnitTest tests[] = {
		TEST(turns_never_overlap),
		TEST(a_long_turn_delays_nobody_but_its_own_world),
		TEST(restore_and_fork_under_load),
		TEST(worlds_are_created_and_deleted_under_load),
		TEST(user_names_are_unique_in_the_process),
	};

	return cmocka_run_group_tests_name("turns", tests, NULL, NULL);
}
