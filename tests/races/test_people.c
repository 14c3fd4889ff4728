/* Many people act at once: each of them asks for several turns of the world. */
#include <semaphore.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

#define PEOPLE 200 /* more than there are workers */

static void
answered(void *closure)
{
	sem_post(closure);
}

static struct exchange *
begin_to_act(struct house *h, sem_t *done)
{
	struct exchange *x = NEW(h->a, struct exchange);
	const char *body = "{\"action\":\"verify\"}";

	*x = (struct exchange){ .arena = arena_new(),
		.door = DOOR_WEB,
		.peer = "127.0.0.1",
		.method = "POST",
		.target = "/api/v1/worlds/demo/people/anna@ek.example/act",
		.body = body,
		.body_size = strlen(body) };
	exchange_add_in(x, "Host", "localhost");
	engine_submit(h->engine, x, answered, done);
	return x;
}

/* Whoever waits for a turn holds a worker; somebody must be left to pass it on. */
static void
more_people_than_workers_all_get_their_answer(void **state)
{
	(void)state;
	struct house *h = house_open();
	struct exchange *x[PEOPLE];
	sem_t done;
	int verified = 0;

	sem_init(&done, 0, 0);
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	for (size_t i = 0; i < PEOPLE; i++)
		x[i] = begin_to_act(h, &done);
	for (size_t i = 0; i < PEOPLE; i++)
		while (sem_wait(&done) != 0)
			;
	for (size_t i = 0; i < PEOPLE; i++) {
		assert_true(x[i]->status == 200 || x[i]->status == 409);
		verified += x[i]->status == 200;
		arena_free(x[i]->arena);
	}
	assert_true(verified >= 1);
	sem_destroy(&done);
	house_close(h);
}

/* Acts that are under way are answered, with what they asked for or not. */
static void
a_server_that_stops_answers_people_who_act(void **state)
{
	(void)state;
	struct house *h = house_open();
	struct exchange *x[PEOPLE];
	sem_t done;

	sem_init(&done, 0, 0);
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	for (size_t i = 0; i < PEOPLE; i++)
		x[i] = begin_to_act(h, &done);
	engine_stop(h->engine);
	for (size_t i = 0; i < PEOPLE; i++) {
		assert_int_equal(sem_trywait(&done), 0);
		assert_int_not_equal(x[i]->status, 0);
		arena_free(x[i]->arena);
	}
	sem_destroy(&done);
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(more_people_than_workers_all_get_their_answer),
		cmocka_unit_test(a_server_that_stops_answers_people_who_act),
	};

	return cmocka_run_group_tests_name("people", tests, house_setup, NULL);
}
