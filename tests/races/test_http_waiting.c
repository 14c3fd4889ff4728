/* Suspended requests: whoever waits is answered once, whatever happens meanwhile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include "clock/machine.h"
#include "tests/support/served.h"
#include "world/world.h"

/* Waits until the world's clock has been touched. */
static const struct problem *
wait_for_touch(struct call *c)
{
	bool touched = c->world->now > 1767225600;

	if (!touched && !c->expired)
		return call_wait(c, 60);
	exchange_answer(c->x, 200, "text/plain", touched ? "touched" : "expired", 7);
	return NULL;
}

static const struct problem *
touch(struct call *c)
{
	world_set_now(c->world, c->world->now + 1);
	exchange_answer(c->x, 200, "text/plain", "done", 4);
	return NULL;
}

/* Never on a loop thread, so that it is always handed over. */
static const struct problem *
ponder(struct call *c)
{
	char *bytes = arena_alloc(c->arena, 100001);

	memset(bytes, 'x', 100000);
	exchange_answer(c->x, 200, "text/plain", bytes, 100000);
	return NULL;
}

static const struct route routes[] = {
	{ "GET", "/wait/{W}", ROUTE_READ, wait_for_touch, "" },
	{ "POST", "/touch/{W}", ROUTE_WRITE, touch, "" },
	{ "GET", "/ponder/{W}", ROUTE_LONG, ponder, "" },
	{ .method = NULL },
};

#define WAIT "GET /wait/demo HTTP/1.1\r\n\r\n"
#define TOUCH "POST /touch/demo HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
#define PONDER "GET /ponder/demo HTTP/1.1\r\n\r\n"

static int
open_server(void **state)
{
	struct served *s = calloc(1, sizeof(*s));

	served_open(s, &(struct served_wish){ .routes = routes });
	*state = s;
	return 0;
}

static int
close_server(void **state)
{
	served_close(*state);
	free(*state);
	return 0;
}

/* Returns when all N of them are suspended: a request that is behind them in
 * time has been answered on the same loop thread. */
static void
settle(struct served *s)
{
	served_ask(s, DOOR_WEB, "GET /nothing HTTP/1.1\r\nConnection: close\r\n\r\n");
}

static void
ends_well(const struct talk *t, const char *end)
{
	size_t n = strlen(end);

	assert_true(t->got.size >= n);
	assert_string_equal(t->got.data + t->got.size - n, end);
}

static void
a_commit_answers_who_waits(void **state)
{
	struct talk t;

	talk_open(&t, served_port(*state, DOOR_WEB));
	talk_say(&t, WAIT);
	settle(*state);
	assert_int_equal(t.got.size, 0);
	served_ask(*state, DOOR_WEB, TOUCH);
	talk_read_answers(&t, 1);
	ends_well(&t, "touched");
	talk_close(&t);
}

/* Its work is done, its answer goes nowhere, and nobody else notices. */
static void
a_client_may_leave(void **state)
{
	for (int i = 0; i < 20; i++) {
		struct talk t;
		talk_open(&t, served_port(*state, DOOR_WEB));
		talk_say(&t, i % 2 == 0 ? WAIT : PONDER);
		talk_close(&t);
	}
	settle(*state);
	assert_non_null(strstr(served_ask(*state, DOOR_WEB, TOUCH), "done"));
	assert_non_null(strstr(served_ask(*state, DOOR_WEB, TOUCH), "done"));
}

/* Asks, closes its sending half, and still wants to hear. */
static void
half_a_connection_is_enough_on_plain_ports(void **state)
{
	struct talk t;

	for (int i = 0; i < 20; i++) {
		talk_open(&t, served_port(*state, DOOR_WEB));
		talk_say(&t, PONDER);
		shutdown(t.socket, SHUT_WR);
		talk_read_answers(&t, 1);
		ends_well(&t, "xxxx");
		assert_true(t.got.size > 100000);
		talk_close(&t);
	}
}

static void
keep_alive_goes_on_behind_a_suspended_request(void **state)
{
	struct talk t;

	talk_open(&t, served_port(*state, DOOR_WEB));
	for (int i = 1; i <= 20; i++) {
		talk_say(&t, PONDER);
		talk_read_answers(&t, i);
	}
	talk_say(&t, PONDER PONDER PONDER "GET /wait/demo HTTP/1.1\r\n\r\n" PONDER);
	talk_read_answers(&t, 23);
	served_ask(*state, DOOR_WEB, TOUCH);
	talk_read_answers(&t, 25);
	assert_non_null(strstr(t.got.data, "touched"));
	ends_well(&t, "xxxx");
	talk_close(&t);
}

/* Both ends are in this process: two descriptors each. */
static int
how_many(void)
{
	struct rlimit files;

	must(getrlimit(RLIMIT_NOFILE, &files) == 0);
	files.rlim_cur = files.rlim_max;
	must(setrlimit(RLIMIT_NOFILE, &files) == 0);
	return files.rlim_max > 2100 ? 1000 : (int)(files.rlim_max - 100) / 2;
}

static void
a_thousand_wait_and_all_are_answered(void **state)
{
	int n = how_many();
	struct talk *all = calloc((size_t)n, sizeof(*all));

	for (int i = 0; i < n; i++) {
		talk_open(&all[i], served_port(*state, DOOR_WEB));
		talk_say(&all[i], WAIT);
	}
	settle(*state);
	double before = cpu_ms();
	poll(NULL, 0, 100);
	assert_true(cpu_ms() - before < 50);
	served_ask(*state, DOOR_WEB, TOUCH);
	for (int i = 0; i < n; i++) {
		talk_read_answers(&all[i], 1);
		ends_well(&all[i], "touched");
		talk_close(&all[i]);
	}
	free(all);
}

/* A server that stops owes nobody an answer. */
static void
a_stop_answers_who_waits(void **state)
{
	struct served s;
	struct talk t[50];

	(void)state;
	served_open(&s, &(struct served_wish){ .routes = routes });
	for (int i = 0; i < 50; i++) {
		talk_open(&t[i], served_port(&s, DOOR_WEB));
		talk_say(&t[i], WAIT);
	}
	settle(&s);
	int64_t start = machine_monotonic_us();
	served_close(&s);
	assert_true(machine_monotonic_us() - start < 5000000);
	for (int i = 0; i < 50; i++) {
		talk_read_all(&t[i]);
		assert_int_equal(strncmp(t[i].got.data, "HTTP/1.1 ", 9), 0);
		talk_close(&t[i]);
	}
}

/* Requests in flight, idle connections and half a request: all at once. */
static void
a_stop_under_load_is_clean(void **state)
{
	struct served s;
	struct talk t[60];

	(void)state;
	served_open(&s, &(struct served_wish){ .routes = routes });
	for (int i = 0; i < 60; i++) {
		talk_open(&t[i], served_port(&s, DOOR_WEB));
		if (i % 3 == 0)
			talk_say(&t[i], PONDER PONDER PONDER);
		else if (i % 3 == 1)
			talk_say(
			    &t[i], "POST /touch/demo HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf");
	}
	served_close(&s);
	for (int i = 0; i < 60; i++) {
		talk_read_all(&t[i]);
		talk_close(&t[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    a_commit_answers_who_waits, open_server, close_server),
		cmocka_unit_test_setup_teardown(a_client_may_leave, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    half_a_connection_is_enough_on_plain_ports, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    keep_alive_goes_on_behind_a_suspended_request, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    a_thousand_wait_and_all_are_answered, open_server, close_server),
		cmocka_unit_test(a_stop_answers_who_waits),
		cmocka_unit_test(a_stop_under_load_is_clean),
	};

	return cmocka_run_group_tests_name("http: waiting", tests, NULL, NULL);
}
