/* A connection that has had its commands is closed behind the answer, over both ports. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/tls.h"
#include "world/policy/policy.h"

static const struct problem *
limit(struct call *c)
{
	policy_override(c->world, "https.commands", c->captures[1]);
	exchange_answer(c->x, 200, "text/plain", "done", 4);
	return NULL;
}

static const struct route routes[] = {
	{ "POST", "/worlds/{W}/limit/{N}", ROUTE_WRITE, limit, "" },
	{ .method = NULL },
};

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

#define BODY \
	"<OPS_envelope><body><data_block><dt_assoc><item key='protocol'>XCP</item>" \
	"<item key='action'>GET_BALANCE</item><item key='object'>BALANCE</item>" \
	"</dt_assoc></data_block></body></OPS_envelope>"

static const char *
request(struct served *s)
{
	return arena_printf(s->arena,
	    "POST / HTTP/1.1\r\nHost: localhost\r\nX-Username: demo\r\nX-Signature: %s\r\n"
	    "Content-Length: %zu\r\n\r\n%s",
	    served_sign(s, BODY, strlen(BODY)), strlen(BODY), BODY);
}

static size_t
count(const char *text, const char *what)
{
	size_t n = 0;

	for (; (text = strstr(text, what)) != NULL; text += strlen(what))
		n++;
	return n;
}

static void
assert_answers(const char *got)
{
	assert_int_equal(count(got, ">200<"), 2);
	assert_int_equal(count(got, ">350<"), 1);
	assert_int_equal(count(got, "HTTP/1.1 200"), 3);
	const char *last = strstr(got, "Connection: close");
	assert_non_null(last);
	assert_null(strstr(last, ">200<"));
}

static void
the_third_of_two_is_the_last(void **state)
{
	struct served *s = *state;
	const char *three = arena_printf(s->arena, "%s%s%s", request(s), request(s), request(s));
	struct talk t;

	served_ask(s, DOOR_WEB,
	    "POST /worlds/demo/limit/2 HTTP/1.0\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
	talk_open(&t, served_port(s, DOOR_HTTP));
	talk_say(&t, three);
	talk_read_all(&t);
	assert_answers(t.got.data);
	talk_close(&t);
	assert_answers(tls_ask(s, three));
}

/* The count is the connection's. */
static void
each_connection_begins_anew(void **state)
{
	struct served *s = *state;
	struct talk t[3];

	served_ask(s, DOOR_WEB,
	    "POST /worlds/demo/limit/2 HTTP/1.0\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
	for (int i = 0; i < 3; i++) {
		talk_open(&t[i], served_port(s, DOOR_HTTP));
		talk_say(&t[i], request(s));
		talk_say(&t[i], request(s));
		talk_read_answers(&t[i], 2);
		assert_int_equal(count(t[i].got.data, ">200<"), 2);
	}
	for (int i = 0; i < 3; i++)
		talk_close(&t[i]);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_server, close_server)
	const struct CMUnitTest tests[] = {
		TEST(the_third_of_two_is_the_last),
		TEST(each_connection_begins_anew),
	};

	return cmocka_run_group_tests_name("limits over HTTP", tests, NULL, NULL);
}
