/* Sessions of the TCP ports, many at once: whoever has to wait for a world's turn is
 * answered once, whatever happens meanwhile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/socket.h>

#include "tests/support/caller.h"

static sem_t held, let_go;

/* Keeps the world's turn until the test gives it back. */
static const struct problem *
hold(struct call *c)
{
	sem_post(&held);
	while (sem_wait(&let_go) != 0)
		;
	exchange_answer(c->x, 200, "text/plain", "done", 4);
	return NULL;
}

static const struct route routes[] = {
	{ "POST", "/hold/{W}", ROUTE_WRITE | ROUTE_LONG, hold, "" },
	{ .method = NULL },
};

static int
open_server(void **state)
{
	struct served *s = calloc(1, sizeof(*s));

	sem_init(&held, 0, 0);
	sem_init(&let_go, 0, 0);
	served_open(s, &(struct served_wish){ .routes = routes });
	*state = s;
	return 0;
}

static int
close_server(void **state)
{
	served_close(*state);
	sem_destroy(&held);
	sem_destroy(&let_go);
	free(*state);
	return 0;
}

struct visit {
	struct talk talk;
	struct caller caller;
};

static void
visit(struct visit *v, struct served *s, enum door door)
{
	talk_open(&v->talk, served_port(s, door));
	caller_open_over(&v->caller, &v->talk);
}

static void
log_in(struct visit *v, struct served *s, enum cipher_kind kind)
{
	visit(v, s, DOOR_LEGACY);
	assert_int_equal(caller_code(caller_login(&v->caller, kind, "demo", SERVED_KEY)), 200);
}

static void
leave(struct visit *v)
{
	caller_close(&v->caller);
	talk_close(&v->talk);
}

/* As of a client that dies. */
static void
leave_with_a_reset(struct visit *v)
{
	const struct linger none = { .l_onoff = 1 };

	setsockopt(v->talk.socket, SOL_SOCKET, SO_LINGER, &none, sizeof(none));
	leave(v);
}

static void
ask(struct visit *v, const char *action, const char *domain)
{
	const char *const pairs[] = { "domain", domain, NULL };

	caller_tell(&v->caller, caller_message(v->caller.arena, action, "DOMAIN", pairs));
}

/* Returns when the loop has heard all that was said before: whoever comes later is
 * greeted by the same thread. */
static void
settle(struct served *s)
{
	struct visit v;
	size_t n;

	visit(&v, s, DOOR_LEGACY);
	assert_non_null(caller_frame(&v.caller, &n));
	leave(&v);
}

static void
take_turn(struct served *s, struct talk *t)
{
	talk_open(t, served_port(s, DOOR_WEB));
	talk_say(t, "POST /hold/demo HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
	while (sem_wait(&held) != 0)
		;
}

static void
give_turn(struct talk *t)
{
	sem_post(&let_go);
	talk_read_all(t);
	assert_non_null(strstr(t->got.data, "done"));
	talk_close(t);
}

#define MANY 60

static void
all_who_wait_for_a_turn_are_answered(void **state)
{
	static struct visit all[MANY];
	struct talk turn;

	for (int i = 0; i < MANY; i++) {
		if (i % 3 == 0)
			visit(&all[i], *state, DOOR_LOOKUP);
		else
			log_in(&all[i], *state, i % 3 == 1 ? CIPHER_DES : CIPHER_BLOWFISH);
	}
	take_turn(*state, &turn);
	for (int i = 0; i < MANY; i++)
		for (int k = 0; k < 3; k++) {
			if (i % 3 == 0)
				caller_say(&all[i].caller, "check_domain example.com\n");
			else
				ask(&all[i], "LOOKUP", k == 1 ? "free.com" : "example.com");
		}
	give_turn(&turn);
	for (int i = 0; i < MANY; i++) {
		for (int k = 0; k < 3; k++) {
			if (i % 3 == 0)
				assert_string_equal(
				    caller_line(&all[i].caller), "211 Domain taken");
			else
				assert_int_equal(
				    caller_code(caller_reply(&all[i].caller)), k == 1 ? 210 : 211);
		}
		leave(&all[i]);
	}
}

/* Their work is done, their answers go nowhere, and nobody else notices.  Meanwhile
 * nothing spins over what is left of them. */
static void
clients_may_leave_while_they_wait(void **state)
{
	static struct visit all[MANY];
	struct visit last;
	struct talk turn;

	for (int i = 0; i < MANY; i++)
		log_in(&all[i], *state, CIPHER_DES);
	take_turn(*state, &turn);
	for (int i = 0; i < MANY; i++) {
		ask(&all[i], "LOOKUP", "free.com");
		if (i % 2 == 0)
			ask(&all[i], "LOOKUP", "free.com");
	}
	settle(*state);
	for (int i = 0; i < MANY; i++) {
		if (i % 3 == 0)
			leave_with_a_reset(&all[i]);
		else
			leave(&all[i]);
	}
	double before = cpu_ms();
	poll(NULL, 0, 100);
	assert_true(cpu_ms() - before < 10);
	give_turn(&turn);
	log_in(&last, *state, CIPHER_BLOWFISH);
	ask(&last, "LOOKUP", "free.com");
	assert_int_equal(caller_code(caller_reply(&last.caller)), 210);
	leave(&last);
}

/* ---- whole sessions, side by side ---- */

#define THREADS 6

struct clerk {
	pthread_t thread;
	struct served *served;
	int number, wrong;
};

static void *
work(void *closure)
{
	struct clerk *k = closure;

	for (int i = 0; i < 4; i++) {
		struct visit v, fast;
		enum cipher_kind kind = i % 2 == 0 ? CIPHER_DES : CIPHER_BLOWFISH;
		visit(&v, k->served, DOOR_LEGACY);
		visit(&fast, k->served, DOOR_LOOKUP);
		k->wrong += caller_code(caller_login(&v.caller, kind, "demo", SERVED_KEY)) != 200;
		for (int n = 0; n < 10; n++) {
			ask(&v, "LOOKUP", "free.com");
			caller_say(&fast.caller, "check_domain example.com\n");
			k->wrong += caller_code(caller_reply(&v.caller)) != 210;
			k->wrong += strcmp(caller_line(&fast.caller), "211 Domain taken") != 0;
		}
		k->wrong += caller_code(CALL(&v.caller, "QUIT", "SESSION", NULL)) != 200;
		k->wrong += !caller_is_left(&v.caller);
		leave(&v);
		leave(&fast);
	}
	return NULL;
}

static void
sessions_do_not_disturb_each_other(void **state)
{
	struct clerk clerks[THREADS];

	for (int i = 0; i < THREADS; i++) {
		clerks[i] = (struct clerk){ .served = *state, .number = i };
		assert_int_equal(pthread_create(&clerks[i].thread, NULL, work, &clerks[i]), 0);
	}
	for (int i = 0; i < THREADS; i++) {
		pthread_join(clerks[i].thread, NULL);
		assert_int_equal(clerks[i].wrong, 0);
	}
}

/* Requests in flight, idle sessions, half a message and nobody's: all at once. */
static void
a_stop_under_load_is_clean(void **state)
{
	static struct visit all[MANY];

	for (int i = 0; i < MANY; i++) {
		if (i % 4 == 3) {
			visit(&all[i], *state, i % 8 == 3 ? DOOR_LOOKUP : DOOR_LEGACY);
			continue;
		}
		log_in(&all[i], *state, CIPHER_DES);
		for (int k = 0; k < 5 && i % 4 == 0; k++)
			ask(&all[i], "LOOKUP", "free.com");
		if (i % 4 == 1)
			caller_say(&all[i].caller, "Content-Length: 99\r\n\r\nhalf");
	}
	served_close(*state);
	for (int i = 0; i < MANY; i++) {
		size_t n;
		while (caller_frame(&all[i].caller, &n) != NULL)
			;
		leave(&all[i]);
	}
	sem_destroy(&held);
	sem_destroy(&let_go);
	free(*state);
	open_server(state);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_server, close_server)
	const struct CMUnitTest tests[] = {
		TEST(all_who_wait_for_a_turn_are_answered),
		TEST(clients_may_leave_while_they_wait),
		TEST(sessions_do_not_disturb_each_other),
		TEST(a_stop_under_load_is_clean),
	};

	return cmocka_run_group_tests_name("tcp: sessions", tests, NULL, NULL);
}
