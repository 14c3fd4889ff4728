/* Sixty-four clients want one name at once: one gets it, the others are told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>

#include "base/log.h"
#include "tests/support/served.h"
#include "tests/support/signed.h"

#define CLIENTS 64

struct client {
	const char *request;
	size_t size;
	int port;
	pthread_barrier_t *start;
	pthread_t thread;
	char *answer; /* the thread's; freed by the test */
};

/* Connected first, so that nothing but the request is left to do at the start. */
static void *
ask(void *closure)
{
	struct client *c = closure;
	struct talk t;

	talk_open(&t, c->port);
	pthread_barrier_wait(c->start);
	talk_send(&t, c->request, c->size);
	talk_read_all(&t);
	c->answer = strdup(t.got.data);
	talk_close(&t);
	return NULL;
}

/* The same registration for everybody, as bytes of HTTP. */
static const char *
request_bytes(struct served *s, size_t *size)
{
	struct seller demo = { server_engine(s->server), "demo", SERVED_KEY };
	struct exchange x;
	struct buf b;

	signed_fill_register(&x, s->arena, &demo, "only-one.com", "ada@shop.example");
	buf_open(&b, 0);
	buf_text(&b, "POST / HTTP/1.0\r\n");
	for (size_t i = 0; i < x.in_count; i++)
		buf_printf(&b, "%s: %s\r\n", x.in[i].name, x.in[i].value);
	buf_printf(&b, "Content-Length: %zu\r\n\r\n", x.body_size);
	buf_add(&b, x.body, x.body_size);
	const char *bytes = arena_strndup(s->arena, b.data, b.size);
	*size = b.size;
	buf_close(&b);
	return bytes;
}

static int
count(const struct client *clients, const char *what)
{
	int n = 0;

	for (int i = 0; i < CLIENTS; i++)
		n += strstr(clients[i].answer, what) != NULL;
	return n;
}

static void
one_of_sixty_four_gets_the_name(void **state)
{
	struct client clients[CLIENTS] = { 0 };
	pthread_barrier_t start;
	struct served s;
	size_t size;

	(void)state;
	log_set_level(LOG_QUIET);
	served_open(&s, &(struct served_wish){ .idle_seconds = 0 });
	const char *bytes = request_bytes(&s, &size);
	pthread_barrier_init(&start, NULL, CLIENTS);
	for (int i = 0; i < CLIENTS; i++) {
		clients[i] = (struct client){ .request = bytes,
			.size = size,
			.port = served_port(&s, DOOR_HTTP),
			.start = &start };
		pthread_create(&clients[i].thread, NULL, ask, &clients[i]);
	}
	for (int i = 0; i < CLIENTS; i++)
		pthread_join(clients[i].thread, NULL);
	assert_int_equal(count(clients, "<item key=\"response_code\">200</item>"), 1);
	assert_int_equal(count(clients, "<item key=\"response_code\">485</item>"), CLIENTS - 1);
	for (int i = 0; i < CLIENTS; i++)
		free(clients[i].answer);
	pthread_barrier_destroy(&start);
	served_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(one_of_sixty_four_gets_the_name) };

	return cmocka_run_group_tests_name("one name", tests, NULL, NULL);
}
