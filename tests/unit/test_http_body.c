/* Bodies: their limits in bytes and in time, and how answers may end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <errno.h>
#include <poll.h>
#include <sys/socket.h>

#include "clock/machine.h"
#include "tests/support/served.h"

/* Says how long the body was, and its first and last bytes. */
static const struct problem *
measure(struct call *c)
{
	const char *text = arena_printf(c->arena, "%zu %c%c.", c->x->body_size,
	    c->x->body_size > 0 ? c->x->body[0] : '-',
	    c->x->body_size > 0 ? c->x->body[c->x->body_size - 1] : '-');

	exchange_answer(c->x, 200, "text/plain", text, strlen(text));
	return NULL;
}

static const struct problem *
end_as_told(struct call *c, enum ending ending, size_t cut)
{
	measure(c);
	c->x->ending = ending;
	c->x->cut = cut;
	return NULL;
}

static const struct problem *
end_closed(struct call *c)
{
	return end_as_told(c, ENDING_CLOSE, 0);
}

static const struct problem *
end_reset(struct call *c)
{
	return end_as_told(c, ENDING_RESET, 0);
}

static const struct problem *
end_cut(struct call *c)
{
	return end_as_told(c, ENDING_CUT, 2);
}

static const struct problem *
end_cut_at_once(struct call *c)
{
	return end_as_told(c, ENDING_CUT, 0);
}

static const struct route routes[] = {
	{ "POST", "/measure", ROUTE_ENGINE, measure, "" },
	{ "POST", "/close", ROUTE_ENGINE, end_closed, "" },
	{ "POST", "/reset", ROUTE_ENGINE, end_reset, "" },
	{ "POST", "/cut", ROUTE_ENGINE, end_cut, "" },
	{ "POST", "/cut-at-once", ROUTE_ENGINE, end_cut_at_once, "" },
	{ "POST", "/late/reset", ROUTE_ENGINE | ROUTE_LONG, end_reset, "" },
	{ "POST", "/late/cut", ROUTE_ENGINE | ROUTE_LONG, end_cut, "" },
	{ .method = NULL },
};

/* One second is the shortest time the library knows. */
static int
open_server(void **state)
{
	struct served *s = calloc(1, sizeof(*s));

	served_open(
	    s, &(struct served_wish){ .routes = routes, .idle_seconds = 2, .body_seconds = 1 });
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
open_web(void **state, struct talk *t)
{
	talk_open(t, served_port(*state, DOOR_WEB));
}

#define CHUNK 65536

/* SIZE bytes: an 'a', then 'x', and a 'z'. */
static void
send_body(struct talk *t, size_t size)
{
	static char bytes[CHUNK];

	memset(bytes, 'x', sizeof(bytes));
	bytes[0] = 'a';
	for (size_t at = 0; at < size; at += CHUNK) {
		size_t n = size - at < CHUNK ? size - at : CHUNK;
		if (at + n == size)
			bytes[n - 1] = 'z';
		talk_send(t, bytes, n);
		bytes[0] = 'x';
	}
}

static void
a_body_may_be_as_large_as_the_limit(void **state)
{
	static const struct {
		size_t size;
		const char *status, *text;
	} rows[] = {
		{ 1, "HTTP/1.1 200", "1 zz." },
		{ 2, "HTTP/1.1 200", "2 az." },
		{ 65536, "HTTP/1.1 200", "65536 az." },
		{ MAX_BODY - 1, "HTTP/1.1 200", "4194303 az." },
		{ MAX_BODY, "HTTP/1.1 200", "4194304 az." },
		{ MAX_BODY + 1, "HTTP/1.1 413", "too_large" },
		{ MAX_BODY * 4, "HTTP/1.1 413", "too_large" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char head[120];
		struct talk t;
		open_web(state, &t);
		snprintf(head, sizeof(head),
		    "POST /measure HTTP/1.1\r\nConnection: close\r\nContent-Length: %zu\r\n\r\n",
		    rows[i].size);
		talk_say(&t, head);
		send_body(&t, rows[i].size);
		talk_read_all(&t);
		assert_int_equal(strncmp(t.got.data, rows[i].status, 12), 0);
		assert_non_null(strstr(t.got.data, rows[i].text));
		talk_close(&t);
	}
}

/* The connection lives on, because the rest was read. */
static void
after_a_large_body_the_connection_is_good(void **state)
{
	char head[120];
	struct talk t;

	open_web(state, &t);
	snprintf(head, sizeof(head), "POST /measure HTTP/1.1\r\nContent-Length: %d\r\n\r\n",
	    MAX_BODY + 5);
	talk_say(&t, head);
	send_body(&t, MAX_BODY + 5);
	talk_read_answers(&t, 1);
	assert_non_null(strstr(t.got.data, "too_large"));
	talk_say(&t, "POST /measure HTTP/1.1\r\nContent-Length: 2\r\n\r\naz");
	talk_read_answers(&t, 2);
	assert_non_null(strstr(t.got.data, "2 az."));
	talk_close(&t);
}

/* What would take too long to read is refused before it is sent. */
static void
an_announced_giant_is_refused_at_once(void **state)
{
	const char *got = served_ask(
	    *state, DOOR_WEB, "POST /measure HTTP/1.1\r\nContent-Length: 99000000000\r\n\r\n");

	assert_non_null(strstr(got, "too_large"));
	got = served_ask(*state, DOOR_WEB,
	    "POST /measure HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 4194305\r\n\r\n");
	assert_non_null(strstr(got, "too_large"));
	assert_null(strstr(got, "100 Continue"));
}

static void
who_asks_first_is_told_to_go_on(void **state)
{
	struct talk t;

	open_web(state, &t);
	talk_say(&t, "POST /measure HTTP/1.1\r\nExpect: 100-continue\r\nConnection: close\r\n"
		     "Content-Length: 2\r\n\r\n");
	while (strstr(t.got.data, "100 Continue\r\n\r\n") == NULL)
		talk_read_some(&t);
	talk_say(&t, "az");
	talk_read_all(&t);
	assert_non_null(strstr(t.got.data, "2 az."));
	talk_close(&t);
}

static void
a_chunked_body_is_a_body(void **state)
{
	const char *got = served_ask(*state, DOOR_WEB,
	    "POST /measure HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
	    "1\r\na\r\n3\r\nbcz\r\n0\r\n\r\n");

	assert_non_null(strstr(got, "4 az."));
}

static void
a_connection_that_says_nothing_is_closed(void **state)
{
	struct talk t;
	int64_t start = machine_monotonic_us();

	open_web(state, &t);
	talk_read_all(&t);
	assert_true(t.ended);
	assert_int_equal(t.got.size, 0);
	assert_in_range(machine_monotonic_us() - start, 1000000, 10000000);
	talk_close(&t);
}

static void
a_body_that_stops_coming_is_told_so(void **state)
{
	const char *got = served_ask(
	    *state, DOOR_WEB, "POST /measure HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc");

	assert_int_equal(strncmp(got, "HTTP/1.1 408 Request Timeout\r\n", 30), 0);
	assert_true(served_noted(*state, "the body stopped coming"));
}

/* Never idle, never done. */
static void
a_body_that_drips_is_told_so(void **state)
{
	struct talk t;
	struct pollfd p;

	open_web(state, &t);
	talk_say(&t, "POST /measure HTTP/1.1\r\nContent-Length: 1000\r\n\r\n");
	p = (struct pollfd){ .fd = t.socket, .events = POLLIN };
	for (int i = 0; i < 200 && poll(&p, 1, 50) == 0; i++)
		talk_say(&t, "x");
	talk_read_all(&t);
	assert_int_equal(strncmp(t.got.data, "HTTP/1.1 408 Request Timeout\r\n", 30), 0);
	assert_true(served_noted(*state, "the body arrives too slowly"));
	talk_close(&t);
}

static void
a_body_that_ends_early_is_told_so(void **state)
{
	struct talk t;

	open_web(state, &t);
	talk_say(&t, "POST /measure HTTP/1.1\r\nContent-Length: 9\r\n\r\n");
	talk_say(&t, "abc");
	shutdown(t.socket, SHUT_WR);
	talk_read_all(&t);
	/* Which of the two is said depends on whether the end came alone. */
	assert_true(strncmp(t.got.data, "HTTP/1.1 400 Bad Request\r\n", 26) == 0 ||
		    strncmp(t.got.data, "HTTP/1.1 408 Request Timeout\r\n", 30) == 0);
	talk_close(&t);
}

/* ---- endings that somebody asked for ---- */

static void
an_answer_can_end_as_a_fault_wants_it(void **state)
{
	static const struct {
		const char *path, *end; /* "": nothing came */
		int error;
	} rows[] = {
		{ "/close", "", 0 },
		{ "/reset", "", ECONNRESET },
		{ "/cut", "Content-Length: 5\r\n\r\n2 ", 0 },
		{ "/cut-at-once", "Content-Length: 5\r\n\r\n", 0 },
		{ "/late/reset", "", ECONNRESET },
		{ "/late/cut", "Content-Length: 5\r\n\r\n2 ", 0 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char text[120];
		struct talk t;
		open_web(state, &t);
		snprintf(text, sizeof(text), "POST %s HTTP/1.1\r\nContent-Length: 2\r\n\r\naz",
		    rows[i].path);
		talk_say(&t, text);
		talk_read_all(&t);
		assert_int_equal(t.error, rows[i].error);
		size_t n = strlen(rows[i].end);
		assert_true(n == 0 ? t.got.size == 0 : t.got.size > n);
		assert_string_equal(t.got.data + t.got.size - n, rows[i].end);
		talk_close(&t);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_body_may_be_as_large_as_the_limit),
		cmocka_unit_test(after_a_large_body_the_connection_is_good),
		cmocka_unit_test(an_announced_giant_is_refused_at_once),
		cmocka_unit_test(who_asks_first_is_told_to_go_on),
		cmocka_unit_test(a_chunked_body_is_a_body),
		cmocka_unit_test(a_connection_that_says_nothing_is_closed),
		cmocka_unit_test(a_body_that_stops_coming_is_told_so),
		cmocka_unit_test(a_body_that_drips_is_told_so),
		cmocka_unit_test(a_body_that_ends_early_is_told_so),
		cmocka_unit_test(an_answer_can_end_as_a_fault_wants_it),
	};

	return cmocka_run_group_tests_name("http: bodies", tests, open_server, close_server);
}
