/* The outbox of the engine, where somebody sends mail on: tests/unit/run_relay has
 * the rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/engine.h"

#define ROOM 10000 /* as in the engine */

static void
count(void *closure)
{
	atomic_fetch_add((_Atomic int *)closure, 1);
}

static struct house *
open_house(_Atomic int *calls)
{
	return house_open_with(&(struct engine_config){
	    .balance = 100000000, .mailed = count, .mailed_closure = calls });
}

static void
a_commit_with_mail_wakes_once(void **state)
{
	(void)state;
	_Atomic int calls = 0;
	struct house *h = open_house(&calls);

	assert_int_equal(calls, 0);
	assert_null(engine_take_letter(h->engine));
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	assert_int_equal(calls, 1);
	house_api(h, 200, "GET", "/worlds/demo/mail", "");
	assert_int_equal(calls, 1);
	struct outgoing *o = engine_take_letter(h->engine);
	assert_string_equal(o->world, "demo");
	assert_string_equal(o->to, "anna@ek.example");
	assert_int_equal(o->lost, 0);
	outgoing_free(o);
	assert_null(engine_take_letter(h->engine));
	house_close(h);
}

/* A list goes out every day while a name is suspended. */
static void
what_finds_no_room_is_counted(void **state)
{
	(void)state;
	_Atomic int calls = 0;
	struct house *h = open_house(&calls);
	int64_t waiting = 0;

	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P28Y'}");
	json_t *j = house_api(h, 200, "GET", "/worlds/demo/mail?since=end", "");
	assert_int_equal(count_at(j, "items"), 0);
	for (struct outgoing *o; (o = engine_take_letter(h->engine)) != NULL; waiting++)
		outgoing_free(o);
	assert_int_equal(waiting, ROOM);
	house_register(h, "ek-two.com", "Ben", "Ek", "ben@ek.example");
	struct outgoing *o = engine_take_letter(h->engine);
	assert_string_equal(o->to, "ben@ek.example");
	assert_true(o->lost > 0 && o->lost < 1000);
	outgoing_free(o);
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_commit_with_mail_wakes_once),
		cmocka_unit_test(what_finds_no_room_is_counted),
	};

	return cmocka_run_group_tests_name("outbox", tests, house_setup, NULL);
}
