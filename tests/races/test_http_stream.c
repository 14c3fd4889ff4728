/* Streams over sockets: readers who come, stay, leave and are slow, while the world
 * moves, is reset, and the server stops. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>

#include "clock/machine.h"
#include "tests/support/served.h"
#include "wire/api/api.h"

#define HEAD "GET /api/v1/worlds/demo/stream HTTP/1.1\r\nHost: localhost\r\n"
#define STREAM HEAD "\r\n"
#define POST(path, body) \
	"POST /api/v1/worlds/demo/" path " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" \
	"Content-Length: " body
#define SECOND POST("clock/advance", "13\r\n\r\n{\"by\":\"PT1S\"}")
#define RESET POST("reset", "0\r\n\r\n")
#define LAST_CHUNK "\r\n0\r\n\r\n"

#define READERS 20
#define WRITERS 4
#define EACH 25

static int
open_server(void **state)
{
	struct served *s = calloc(1, sizeof(*s));

	served_open(s, &(struct served_wish){ .routes = api_routes });
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

static void
read_until(struct talk *t, const char *text)
{
	while (strstr(t->got.data, text) == NULL)
		if (!talk_read_some(t))
			fail_msg("\"%s\" did not come: %s", text, t->got.data);
}

/* A reader whose stream has begun. */
static void
begin(struct served *s, struct talk *t, const char *request)
{
	talk_open(t, served_port(s, DOOR_WEB));
	talk_say(t, request);
	read_until(t, "event: clock\n");
}

static void
ask_and_close(int port, const char *request)
{
	struct talk t;

	talk_open(&t, port);
	talk_say(&t, request);
	talk_read_all(&t);
	assert_non_null(strstr(t.got.data, "HTTP/1.1 200"));
	talk_close(&t);
}

static void *
write_seconds(void *port)
{
	for (int i = 0; i < EACH; i++)
		ask_and_close(*(int *)port, SECOND);
	return NULL;
}

static void
start_writers(pthread_t *threads, int *port)
{
	for (int i = 0; i < WRITERS; i++)
		must(pthread_create(&threads[i], NULL, write_seconds, port) == 0);
}

static void
join_writers(pthread_t *threads)
{
	for (int i = 0; i < WRITERS; i++)
		must(pthread_join(threads[i], NULL) == 0);
}

/* Every request once, in the order of the journal. */
static void
assert_all_told(const char *got)
{
	char id[60];

	for (int i = 1; i <= WRITERS * EACH; i++) {
		snprintf(id, sizeof(id), "event: request\ndata: {\"id\":%d,", i);
		const char *at = strstr(got, id);
		assert_non_null(at);
		assert_null(strstr(at + 1, id));
		got = at;
	}
}

static void
everybody_hears_everything(void **state)
{
	struct served *s = *state;
	struct talk t[READERS];
	pthread_t threads[WRITERS];
	int port = served_port(s, DOOR_WEB);

	for (int i = 0; i < READERS; i++)
		begin(s, &t[i], STREAM);
	start_writers(threads, &port);
	for (int i = 0; i < READERS; i++) {
		read_until(&t[i], "event: request\ndata: {\"id\":100,");
		assert_all_told(t[i].got.data);
		talk_close(&t[i]);
	}
	join_writers(threads);
}

static void *
come_and_go(void *port)
{
	for (int i = 0; i < EACH; i++) {
		struct talk t;
		talk_open(&t, *(int *)port);
		talk_say(&t, STREAM);
		if (i % 3 == 1)
			talk_read_some(&t);
		if (i % 3 == 2)
			read_until(&t, "event: clock\n");
		talk_close(&t);
	}
	return NULL;
}

static void
readers_come_and_go(void **state)
{
	struct served *s = *state;
	pthread_t writers[WRITERS], readers[WRITERS];
	int port = served_port(s, DOOR_WEB);

	start_writers(writers, &port);
	for (int i = 0; i < WRITERS; i++)
		must(pthread_create(&readers[i], NULL, come_and_go, &port) == 0);
	for (int i = 0; i < 5; i++)
		ask_and_close(port, RESET);
	join_writers(readers);
	join_writers(writers);
	struct talk t;
	begin(s, &t, STREAM);
	talk_close(&t);
}

static void
who_comes_back_goes_on(void **state)
{
	struct served *s = *state;
	struct talk t;
	int port = served_port(s, DOOR_WEB);

	begin(s, &t, STREAM);
	ask_and_close(port, SECOND);
	read_until(&t, "id: e0-0-0-0-1\n");
	talk_close(&t);
	ask_and_close(port, SECOND);
	begin(s, &t, HEAD "Last-Event-ID: e0-0-0-0-1\r\n\r\n");
	assert_null(strstr(t.got.data, "{\"id\":1,"));
	assert_non_null(strstr(t.got.data, "event: request\ndata: {\"id\":2,"));
	talk_close(&t);
}

static void
a_reset_ends_them_in_good_order(void **state)
{
	struct served *s = *state;
	struct talk t[READERS];

	for (int i = 0; i < READERS; i++)
		begin(s, &t[i], STREAM);
	ask_and_close(served_port(s, DOOR_WEB), RESET);
	for (int i = 0; i < READERS; i++) {
		read_until(&t[i], "event: restored\n");
		read_until(&t[i], LAST_CHUNK);
		/* the connection is good for another request */
		buf_clear(&t[i].got);
		talk_say(&t[i], STREAM);
		read_until(&t[i], "id: e1-0-0-0-0\nevent: clock\n");
		talk_close(&t[i]);
	}
}

/* No length, no pieces: the end is the end of the connection. */
static void
an_old_client_is_told_by_the_end_of_the_connection(void **state)
{
	struct talk t;

	begin(*state, &t, "GET /api/v1/worlds/demo/stream HTTP/1.0\r\nHost: localhost\r\n\r\n");
	ask_and_close(served_port(*state, DOOR_WEB), RESET);
	talk_read_all(&t);
	assert_true(t.ended);
	assert_null(strstr(t.got.data, "chunked"));
	assert_non_null(strstr(t.got.data, "event: restored\n"));
	talk_close(&t);
}

static void
half_a_connection_is_enough(void **state)
{
	struct talk t;

	begin(*state, &t, STREAM);
	shutdown(t.socket, SHUT_WR);
	ask_and_close(served_port(*state, DOOR_WEB), SECOND);
	read_until(&t, "event: request\n");
	talk_close(&t);
}

static void
who_only_waits_costs_nothing(void **state)
{
	struct talk t[READERS];

	for (int i = 0; i < READERS; i++)
		begin(*state, &t[i], STREAM);
	ask_and_close(served_port(*state, DOOR_WEB), SECOND);
	for (int i = 0; i < READERS; i++)
		read_until(&t[i], "event: request\n");
	double before = cpu_ms();
	poll(NULL, 0, 100);
	assert_true(cpu_ms() - before < 50);
	for (int i = 0; i < READERS; i++)
		talk_close(&t[i]);
}

static void
a_stop_ends_them(void **state)
{
	struct served s;
	struct talk t[READERS];

	(void)state;
	served_open(&s, &(struct served_wish){ .routes = api_routes });
	for (int i = 0; i < READERS; i++)
		begin(&s, &t[i], STREAM);
	int64_t start = machine_monotonic_us();
	served_close(&s);
	assert_true(machine_monotonic_us() - start < 5000000);
	for (int i = 0; i < READERS; i++) {
		talk_read_all(&t[i]);
		assert_non_null(strstr(t[i].got.data, LAST_CHUNK));
		talk_close(&t[i]);
	}
}

static void
a_stop_while_all_of_it_goes_on_is_clean(void **state)
{
	struct served s;
	struct talk t[READERS];

	(void)state;
	served_open(&s, &(struct served_wish){ .routes = api_routes });
	for (int i = 0; i < READERS; i++) {
		talk_open(&t[i], served_port(&s, DOOR_WEB));
		talk_say(&t[i], i % 4 == 0 ? SECOND : STREAM);
	}
	served_close(&s);
	for (int i = 0; i < READERS; i++) {
		talk_read_all(&t[i]);
		talk_close(&t[i]);
	}
}

/* ---- a reader who does not read ---- */

#define PIECE 65536

static _Atomic int taken, refused;

/* Pushes until nobody can take any more. */
static const struct problem *
flood(struct call *c)
{
	char *piece = arena_alloc(c->arena, PIECE);

	memset(piece, 'x', PIECE);
	exchange_answer(c->x, 200, "text/plain", "", 0);
	while (c->x->push(c->x->push_closure, piece, PIECE))
		atomic_fetch_add(&taken, 1);
	atomic_store(&refused, 1);
	return NULL;
}

static const struct problem *
ask_refused(struct call *c)
{
	const char *text = atomic_load(&refused) ? "refused" : "not yet";

	exchange_answer(c->x, 200, "text/plain", text, strlen(text));
	return NULL;
}

static const struct route flooding[] = {
	{ "GET", "/flood/{W}", ROUTE_STREAM, flood, "" },
	{ "GET", "/refused", ROUTE_ENGINE, ask_refused, "" },
	{ .method = NULL },
};

static void
a_slow_reader_gets_what_there_is_room_for(void **state)
{
	struct served s;
	struct talk t;

	(void)state;
	served_open(&s, &(struct served_wish){ .routes = flooding });
	talk_open(&t, served_port(&s, DOOR_WEB));
	talk_say(&t, "GET /flood/demo HTTP/1.0\r\n\r\n");
	while (strstr(served_ask(&s, DOOR_WEB, "GET /refused HTTP/1.0\r\n\r\n"), "not yet") != NULL)
		;
	int pieces = atomic_load(&taken);
	assert_in_range(pieces, 4 * 1024 * 1024 / PIECE, 64 * 1024 * 1024 / PIECE);
	talk_read_all(&t);
	const char *body = strstr(t.got.data, "\r\n\r\n") + 4;
	assert_int_equal(t.got.size - (size_t)(body - t.got.data), (size_t)pieces * PIECE);
	talk_close(&t);
	served_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    everybody_hears_everything, open_server, close_server),
		cmocka_unit_test_setup_teardown(readers_come_and_go, open_server, close_server),
		cmocka_unit_test_setup_teardown(who_comes_back_goes_on, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    a_reset_ends_them_in_good_order, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    an_old_client_is_told_by_the_end_of_the_connection, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    half_a_connection_is_enough, open_server, close_server),
		cmocka_unit_test_setup_teardown(
		    who_only_waits_costs_nothing, open_server, close_server),
		cmocka_unit_test(a_stop_ends_them),
		cmocka_unit_test(a_stop_while_all_of_it_goes_on_is_clean),
		cmocka_unit_test(a_slow_reader_gets_what_there_is_room_for),
	};

	return cmocka_run_group_tests_name("http: streams", tests, NULL, NULL);
}
