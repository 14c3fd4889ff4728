/* The TCP ports over real sockets: time-outs, ends, and clients of every manner. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <poll.h>
#include <sys/socket.h>

#include "clock/machine.h"
#include "tests/support/caller.h"

static int
open_server(void **state)
{
	struct served *s = calloc(1, sizeof(*s));

	served_open(s, &(struct served_wish){ .idle_seconds = 2, .body_seconds = 1 });
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

struct visit {
	struct talk talk;
	struct caller caller;
};

static struct visit *
visit(void **state, enum door door)
{
	struct visit *v = calloc(1, sizeof(*v));

	talk_open(&v->talk, served_port(*state, door));
	caller_open_over(&v->caller, &v->talk);
	return v;
}

static struct visit *
log_in(void **state)
{
	struct visit *v = visit(state, DOOR_LEGACY);

	assert_int_equal(
	    caller_code(caller_login(&v->caller, CIPHER_BLOWFISH, "demo", SERVED_KEY)), 200);
	return v;
}

static void
leave(struct visit *v)
{
	caller_close(&v->caller);
	talk_close(&v->talk);
	free(v);
}

static const char lookup[] = "check_domain example.com";

static void
a_line_without_an_end_is_answered(void **state)
{
	struct visit *v = visit(state, DOOR_LOOKUP);

	for (int i = 0; i < 5; i++) {
		caller_say(&v->caller, i % 2 == 0 ? lookup : "check_domain free.com\r\n");
		assert_string_equal(caller_line(&v->caller),
		    i % 2 == 0 ? "211 Domain taken" : "210 Domain available");
	}
	leave(v);
}

/* Each challenge and each vector is another one. */
static void
nothing_is_drawn_twice(void **state)
{
	struct visit *v[2];
	const char *challenges[2], *replies[2];
	size_t n;

	for (int i = 0; i < 2; i++) {
		v[i] = visit(state, DOOR_LEGACY);
		challenges[i] = caller_knock(&v[i]->caller, "des", "demo", &n);
		assert_int_equal(n, 32);
	}
	assert_memory_not_equal(challenges[0], challenges[1], 32);
	for (int i = 0; i < 2; i++) {
		leave(v[i]);
		v[i] = log_in(state);
		const char *const none[] = { NULL };
		caller_tell(&v[i]->caller,
		    caller_message(v[i]->caller.arena, "GET_BALANCE", "BALANCE", none));
		replies[i] = caller_frame(&v[i]->caller, &n);
		assert_memory_equal(replies[i], "RandomIV", 8);
	}
	assert_memory_not_equal(replies[0] + 8, replies[1] + 8, 8);
	leave(v[0]);
	leave(v[1]);
}

/* Bytes one by one, and then a hundred commands in one piece. */
static void
pieces_do_not_matter(void **state)
{
	struct visit *v = visit(state, DOOR_LOOKUP);
	struct buf all;

	for (size_t i = 0; i < strlen(lookup); i++)
		caller_send(&v->caller, lookup + i, 1);
	caller_say(&v->caller, "\n");
	assert_string_equal(caller_line(&v->caller), "211 Domain taken");
	buf_open(&all, 0);
	for (int i = 0; i < 100; i++)
		buf_printf(&all, "%s\n", i % 2 == 0 ? lookup : "check_domain free.com");
	caller_send(&v->caller, all.data, all.size);
	buf_close(&all);
	for (int i = 0; i < 100; i++)
		assert_string_equal(caller_line(&v->caller),
		    i % 2 == 0 ? "211 Domain taken" : "210 Domain available");
	leave(v);
}

/* Asks, closes its sending half, and still wants to hear. */
static void
half_a_connection_is_enough(void **state)
{
	struct visit *v = visit(state, DOOR_LOOKUP);
	const char *const none[] = { NULL };

	caller_say(&v->caller, lookup);
	caller_end(&v->caller);
	assert_string_equal(caller_line(&v->caller), "211 Domain taken");
	assert_true(caller_is_left(&v->caller));
	leave(v);
	v = log_in(state);
	caller_tell(&v->caller, caller_message(v->caller.arena, "GET_BALANCE", "BALANCE", none));
	caller_end(&v->caller);
	assert_int_equal(caller_code(caller_reply(&v->caller)), 200);
	assert_true(caller_is_left(&v->caller));
	leave(v);
}

static void
who_comes_and_goes_is_harmless(void **state)
{
	for (int i = 0; i < 200; i++)
		leave(visit(state, i % 2 == 0 ? DOOR_LEGACY : DOOR_LOOKUP));
	leave(log_in(state));
	assert_false(served_noted(*state, ""));
}

/* The refusal arrives although more has been sent than anybody will read. */
static void
last_words_are_heard(void **state)
{
	struct visit *v = visit(state, DOOR_LEGACY);
	size_t n;

	assert_non_null(caller_frame(&v->caller, &n));
	caller_say(&v->caller, "Content-Length: 4\r\n\r\nwhat");
	for (int i = 0; i < 2000; i++)
		caller_say(&v->caller, "and a lot more that nobody will ever read\r\n");
	assert_int_equal(caller_code(caller_reply(&v->caller)), 400);
	assert_true(caller_is_left(&v->caller));
	assert_true(v->talk.ended);
	leave(v);
}

/* ---- real time ---- */

static int64_t
ms_since(int64_t start_us)
{
	return (machine_monotonic_us() - start_us) / 1000;
}

static void
silence_is_not_waited_for(void **state)
{
	int64_t start = machine_monotonic_us();
	struct visit *all[3] = { visit(state, DOOR_LEGACY), visit(state, DOOR_LOOKUP),
		log_in(state) };
	size_t n;

	assert_non_null(caller_frame(&all[0]->caller, &n));
	for (int i = 0; i < 3; i++) {
		assert_true(caller_is_left(&all[i]->caller));
		assert_in_range(ms_since(start), 2000, 15000);
		leave(all[i]);
	}
	assert_false(served_noted(*state, "takes too long"));
}

static void
half_a_message_is_not_waited_for(void **state)
{
	struct visit *v = log_in(state);

	int64_t start = machine_monotonic_us();
	caller_say(&v->caller, "Content-Length: 100\r\n\r\nhalf");
	assert_true(caller_is_left(&v->caller));
	assert_in_range(ms_since(start), 1000, 15000);
	assert_true(served_noted(*state, "a message that takes too long"));
	leave(v);
}

/* Never silent, never done. */
static void
a_message_that_drips_is_not_waited_for(void **state)
{
	struct visit *v = log_in(state);
	struct pollfd p = { .fd = v->talk.socket, .events = POLLIN };

	caller_say(&v->caller, "Content-Length: 1000\r\n\r\n");
	for (int i = 0; i < 200 && poll(&p, 1, 50) == 0; i++)
		caller_say(&v->caller, "x");
	assert_true(caller_is_left(&v->caller));
	assert_true(served_noted(*state, "a message that takes too long"));
	leave(v);
}

/* Work keeps a session alive beyond its time. */
static void
who_works_may_stay(void **state)
{
	struct visit *v = log_in(state);
	struct pollfd p = { .fd = v->talk.socket, .events = POLLIN };

	for (int i = 0; i < 10; i++) {
		assert_int_equal(
		    caller_code(CALL(&v->caller, "LOOKUP", "DOMAIN", "domain", "a.com")), 210);
		assert_int_equal(poll(&p, 1, 400), 0);
	}
	leave(v);
}

/* Whoever rests, in whatever state, costs nothing. */
static void
resting_sessions_use_no_processor(void **state)
{
	struct visit *all[40];

	for (int i = 0; i < 40; i++) {
		all[i] = i % 4 == 0   ? visit(state, DOOR_LOOKUP)
			 : i % 4 == 1 ? visit(state, DOOR_LEGACY)
				      : log_in(state);
		if (i % 4 == 3)
			caller_say(&all[i]->caller, "Content-Length: 100\r\n\r\nhalf");
	}
	double before = cpu_ms();
	poll(NULL, 0, 100);
	assert_true(cpu_ms() - before < 10);
	for (int i = 0; i < 40; i++)
		leave(all[i]);
}

/* ---- what an answer says about its connection ---- */

static void
an_answer_may_end_a_session(void **state)
{
	static const struct {
		struct exchange x;
		enum step step;
		size_t cut;
	} rows[] = {
		{ { .status = 200, .reply_size = 9 }, STEP_NEXT, 9 },
		{ { .status = 200, .reply_size = 9, .last = true }, STEP_CLOSE, 9 },
		{ { .status = 503, .reply_size = 9 }, STEP_CLOSE, 0 },
		{ { .status = 200, .reply_size = 9, .ending = ENDING_CLOSE }, STEP_CLOSE, 0 },
		{ { .status = 200, .reply_size = 9, .ending = ENDING_CUT, .cut = 4 }, STEP_CLOSE,
		    4 },
		{ { .status = 200, .reply_size = 9, .ending = ENDING_CUT, .cut = 9 }, STEP_NEXT,
		    9 },
		{ { .status = 200, .reply_size = 9, .ending = ENDING_RESET }, STEP_RESET, 9 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t cut;
		assert_int_equal(session_after(&rows[i].x, &cut), rows[i].step);
		assert_int_equal(cut, rows[i].cut);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_server, close_server)
	const struct CMUnitTest tests[] = {
		TEST(a_line_without_an_end_is_answered),
		TEST(nothing_is_drawn_twice),
		TEST(pieces_do_not_matter),
		TEST(half_a_connection_is_enough),
		TEST(who_comes_and_goes_is_harmless),
		TEST(last_words_are_heard),
		TEST(silence_is_not_waited_for),
		TEST(half_a_message_is_not_waited_for),
		TEST(a_message_that_drips_is_not_waited_for),
		TEST(who_works_may_stay),
		TEST(resting_sessions_use_no_processor),
		cmocka_unit_test(an_answer_may_end_a_session),
	};

	return cmocka_run_group_tests_name("tcp: sockets", tests, NULL, NULL);
}
