/* Readers who wait for a first row. */
#include <semaphore.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

struct reader {
	struct exchange *x;
	sem_t answered;
};

static void
answered(void *closure)
{
	struct reader *r = closure;

	sem_post(&r->answered);
}

/* Parked when this returns: nothing fits yet. */
static struct reader *
start_reading(struct house *h, const char *target)
{
	struct reader *r = NEW(h->a, struct reader);
	struct exchange *x = NEW(h->a, struct exchange);

	*x = (struct exchange){ .arena = arena_new(),
		.door = DOOR_WEB,
		.peer = "127.0.0.1",
		.method = "GET",
		.target = target,
		.body = "" };
	exchange_add_in(x, "Host", "localhost");
	r->x = x;
	sem_init(&r->answered, 0, 0);
	engine_submit(h->engine, x, answered, r);
	assert_int_not_equal(sem_trywait(&r->answered), 0);
	return r;
}

static json_t *
finish_reading(struct house *h, struct reader *r, int status)
{
	while (sem_wait(&r->answered) != 0)
		;
	assert_int_equal(r->x->status, status);
	json_t *j = json_loadb(r->x->reply, r->x->reply_size, 0, NULL);
	json_array_append_new(h->kept, j);
	sem_destroy(&r->answered);
	arena_free(r->x->arena);
	return j;
}

static void
a_commit_wakes_whoever_waits_for_its_row(void **state)
{
	(void)state;
	struct house *h = house_open();
	struct reader *mail = start_reading(
	    h, "/api/v1/worlds/demo/mail?to=anna@ek.example&wait=60");
	struct reader *other = start_reading(
	    h, "/api/v1/worlds/demo/mail?to=bo@ek.example&wait=60");

	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	json_t *j = finish_reading(h, mail, 200);
	assert_int_equal(count_at(j, "items"), 1);
	house_register(h, "bo.com", "Bo", "Ek", "bo@ek.example");
	assert_int_equal(count_at(finish_reading(h, other, 200), "items"), 1);
	house_close(h);
}

static void
a_restore_ends_the_waiting_with_a_stale_cursor(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_api(h, 201, "POST", "/worlds/demo/snapshots", "{'name':'s'}");
	const char *end = text_at(
	    house_api(h, 200, "GET", "/worlds/demo/events?since=end", ""), "next");
	struct reader *r = start_reading(
	    h, arena_printf(h->a, "/api/v1/worlds/demo/events?wait=60&since=%s", end));
	house_api(h, 200, "POST", "/worlds/demo/restore", "{'name':'s'}");
	json_t *j = finish_reading(h, r, 410);
	assert_string_equal(text_at(j, "error.code"), "stale_cursor");
	house_close(h);
}

static void
the_end_of_the_world_ends_the_waiting(void **state)
{
	(void)state;
	struct house *h = house_open();
	struct reader *r = start_reading(h, "/api/v1/worlds/demo/mail?wait=60");

	house_api(h, 200, "DELETE", "/worlds/demo", "");
	finish_reading(h, r, 404);
	house_close(h);
}

static void
a_server_that_stops_answers_first(void **state)
{
	(void)state;
	struct house *h = house_open();
	struct reader *r = start_reading(h, "/api/v1/worlds/demo/mail?wait=60");

	engine_stop(h->engine);
	json_t *j = finish_reading(h, r, 200);
	assert_int_equal(count_at(j, "items"), 0);
	assert_true(*text_at(j, "next") != '\0');
	house_close(h);
}

/* What reached no world: a request of somebody nobody knows. */
static void
knock(struct house *h)
{
	struct exchange x = { .arena = h->a,
		.door = DOOR_HTTPS,
		.peer = "127.0.0.1",
		.method = "POST",
		.target = "/",
		.body = "" };

	exchange_add_in(&x, "X-Username", "nobody");
	exchange_add_in(&x, "X-Signature", "00");
	engine_call(h->engine, &x);
}

static void
the_desk_wakes_whoever_waits_for_its_row(void **state)
{
	(void)state;
	struct house *h = house_open();
	const char *target = "/api/v1/journal?since=%s&wait=60";

	knock(h);
	const char *end = text_at(house_api(h, 200, "GET", "/journal?since=end", ""), "next");
	struct reader *one = start_reading(h, arena_printf(h->a, target, end));
	struct reader *two = start_reading(h, arena_printf(h->a, target, end));
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	assert_int_not_equal(sem_trywait(&one->answered), 0);
	knock(h);
	json_t *j = finish_reading(h, one, 200);
	assert_int_equal(count_at(j, "items"), 1);
	assert_string_equal(text_at(j, "items.0.user"), "nobody");
	assert_string_equal(text_at(finish_reading(h, two, 200), "next"), text_at(j, "next"));
	house_close(h);
}

static void
the_desk_waits_no_longer_than_it_was_told(void **state)
{
	(void)state;
	struct house *h = house_open();
	struct reader *r = start_reading(h, "/api/v1/journal?wait=1");

	assert_int_equal(count_at(finish_reading(h, r, 200), "items"), 0);
	house_close(h);
}

static void
a_server_that_stops_answers_those_at_the_desk(void **state)
{
	(void)state;
	struct house *h = house_open();
	struct reader *r = start_reading(h, "/api/v1/journal?wait=60");

	engine_stop(h->engine);
	assert_int_equal(count_at(finish_reading(h, r, 200), "items"), 0);
	house_close(h);
}

static void
nobody_can_wait_for_a_world(void **state)
{
	(void)state;
	struct house *h = house_open();
	json_t *j = house_api(h, 400, "GET", "/worlds?wait=1", "");

	assert_string_equal(text_at(j, "error.code"), "unknown_parameter");
	assert_string_equal(text_at(j, "error.message"), "There is no parameter \"wait\" here.");
	house_api(h, 200, "GET", "/worlds?since=a&limit=1", "");
	j = house_api(h, 200, "GET", "/openapi.json", "");
	assert_int_equal(count_at(j, "paths./api/v1/worlds.get.parameters"), 2);
	assert_int_equal(count_at(j, "paths./api/v1/journal.get.parameters"), 3);
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_commit_wakes_whoever_waits_for_its_row),
		cmocka_unit_test(a_restore_ends_the_waiting_with_a_stale_cursor),
		cmocka_unit_test(the_end_of_the_world_ends_the_waiting),
		cmocka_unit_test(a_server_that_stops_answers_first),
		cmocka_unit_test(the_desk_wakes_whoever_waits_for_its_row),
		cmocka_unit_test(the_desk_waits_no_longer_than_it_was_told),
		cmocka_unit_test(a_server_that_stops_answers_those_at_the_desk),
		cmocka_unit_test(nobody_can_wait_for_a_world),
	};

	return cmocka_run_group_tests_name("api waiting", tests, house_setup, NULL);
}
