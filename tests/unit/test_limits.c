/* How much a reseller may ask at a time: commands, connections, and how long one of these
 * lives.  All of it is off until a world's policies say otherwise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/legacy.h"
#include "tests/support/signed.h"
#include "xcp/parse.h"

static void
set_policy(struct house *h, const char *key, const char *value)
{
	house_api(
	    h, 200, "PUT", "/worlds/demo/policies", arena_printf(h->a, "{'%s':'%s'}", key, value));
}

static void
pass(struct house *h, const char *time)
{
	house_api(
	    h, 200, "POST", "/worlds/demo/clock/advance", arena_printf(h->a, "{'by':'%s'}", time));
}

/* One command over HTTP, over this connection; NULL: over none that counts. */
static const struct value *
send_over(struct house *h, struct seat *seat, const struct seller *s, const char *action)
{
	struct exchange *x = NEW(h->a, struct exchange);
	struct xcp_parser *p = xcp_parser_new();

	signed_fill(
	    x, h->a, s, action, "DOMAIN", (const char *const[]){ "domain", "free.com", NULL });
	x->seat = seat;
	engine_call(h->engine, x);
	struct xcp_message m = xcp_parse(p, h->a, x->reply, x->reply_size);
	xcp_parser_free(p);
	assert_int_equal(x->last,
	    signed_code(m.top) == 310 || signed_code(m.top) == 350 || strcmp(action, "QUIT") == 0);
	return m.top;
}

static int
ask(struct house *h, struct seat *seat)
{
	const struct seller demo = { h->engine, "demo", h->key };

	return signed_code(send_over(h, seat, &demo, "LOOKUP"));
}

static int
ask_as_other(struct house *h, struct seat *seat)
{
	const struct seller other = { h->engine, "other", OTHER_KEY };

	return signed_code(send_over(h, seat, &other, "LOOKUP"));
}

/* ---- 300 ---- */

static void
nothing_is_limited_by_itself(void **state)
{
	struct house *h = *state;
	struct seat seat = { .of = NULL };

	for (int i = 0; i < 300; i++)
		assert_int_equal(ask(h, &seat), 210);
	engine_rise(h->engine, &seat);
}

static void
so_many_commands_fit_into_a_window(void **state)
{
	static const struct {
		const char *after; /* the command before */
		int code;
	} rows[] = {
		{ NULL, 210 },
		{ "PT10S", 210 },
		{ NULL, 210 },
		{ NULL, 300 },
		{ "PT49S", 300 }, /* the window opened 59 seconds ago */
		{ "PT1S", 210 },
		{ NULL, 210 },
		{ NULL, 210 },
		{ NULL, 300 },
		{ "PT59S", 300 },
		{ "PT1S", 210 },
		{ "P1D", 210 },
	};
	struct house *h = *state;

	set_policy(h, "rate.commands", "3");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (rows[i].after != NULL)
			pass(h, rows[i].after);
		assert_int_equal(ask(h, NULL), rows[i].code);
	}
}

static void
a_window_is_as_long_as_it_is_said(void **state)
{
	struct house *h = *state;

	set_policy(h, "rate.commands", "1");
	set_policy(h, "rate.window", "PT1H");
	assert_int_equal(ask(h, NULL), 210);
	pass(h, "PT59M59S");
	assert_int_equal(ask(h, NULL), 300);
	pass(h, "PT1S");
	assert_int_equal(ask(h, NULL), 210);
	set_policy(h, "rate.commands", "0");
	assert_int_equal(ask(h, NULL), 210);
}

/* What is refused for another reason was a command all the same; whoever else asks has a
 * window of his own, and the fast lookup has none. */
static void
every_command_counts_for_who_sent_it(void **state)
{
	struct house *h = *state;
	const struct seller demo = { h->engine, "demo", h->key };

	set_policy(h, "rate.commands", "2");
	assert_int_equal(signed_code(send_over(h, NULL, &demo, "GET_ORDER_INFO")), 460);
	assert_int_equal(signed_code(send_over(h, NULL, &demo, "UKSTATUS")), 430);
	const struct value *r = send_over(h, NULL, &demo, "LOOKUP");
	assert_int_equal(signed_code(r), 300);
	assert_string_equal(value_text(r, "is_success"), "0");
	assert_string_equal(value_text(r, "response_text"),
	    "Exceeded max command rate. Request deferred (for async)");
	assert_int_equal(ask_as_other(h, NULL), 210);
	struct caller c;
	caller_open(&c, h->engine, &protocol_lookup, "127.0.0.1");
	for (int i = 0; i < 5; i++) {
		caller_say(&c, "check_domain free.com\n");
		assert_string_equal(caller_line(&c), "210 Domain available");
	}
	caller_close(&c);
}

/* Over the legacy port the login is the first. */
static void
sessions_are_slowed_down_too(void **state)
{
	struct house *h = *state;
	struct caller c = legacy_caller(h);

	set_policy(h, "rate.commands", "2");
	assert_int_equal(caller_code(caller_login(&c, CIPHER_DES, "old", OLD_KEY)), 200);
	assert_int_equal(caller_code(CALL(&c, "GET_BALANCE", "BALANCE", NULL)), 200);
	assert_int_equal(caller_code(CALL(&c, "GET_BALANCE", "BALANCE", NULL)), 300);
	assert_false(caller_is_left(&c));
	pass(h, "PT1M");
	assert_int_equal(caller_code(CALL(&c, "GET_BALANCE", "BALANCE", NULL)), 200);
	caller_close(&c);
}

/* ---- 310 ---- */

static void
so_many_connections_are_one_users(void **state)
{
	struct house *h = *state;
	struct seat seats[4] = { 0 };

	set_policy(h, "session.connections", "2");
	assert_int_equal(ask(h, &seats[0]), 210);
	assert_int_equal(ask(h, &seats[1]), 210);
	assert_int_equal(ask(h, &seats[1]), 210);
	assert_int_equal(ask(h, &seats[2]), 310);
	assert_int_equal(ask_as_other(h, &seats[3]), 210);
	/* A connection is that user's who has sent something over it last. */
	assert_int_equal(ask(h, &seats[3]), 310);
	engine_rise(h->engine, &seats[2]);
	assert_int_equal(ask(h, &seats[3]), 310);
	engine_rise(h->engine, &seats[3]);
	assert_int_equal(ask(h, &seats[3]), 310);
	engine_rise(h->engine, &seats[0]);
	assert_int_equal(ask(h, &seats[3]), 210);
	for (size_t i = 0; i < 4; i++)
		engine_rise(h->engine, &seats[i]);
}

static void
sessions_are_connections(void **state)
{
	struct house *h = *state;
	struct caller first = legacy_caller(h), second = legacy_caller(h);
	const struct seller old = { h->engine, "old", OLD_KEY };
	struct seat seat = { .of = NULL };

	set_policy(h, "session.connections", "1");
	assert_int_equal(caller_code(caller_login(&first, CIPHER_DES, "old", OLD_KEY)), 200);
	const struct value *r = caller_login(&second, CIPHER_DES, "old", OLD_KEY);
	assert_int_equal(caller_code(r), 310);
	assert_string_equal(
	    value_text(r, "response_text"), "Exceeded max simultaneous connections");
	assert_true(caller_is_left(&second));
	caller_close(&second);
	assert_int_equal(signed_code(send_over(h, &seat, &old, "LOOKUP")), 310);
	engine_rise(h->engine, &seat);
	caller_close(&first);
	second = legacy_caller(h);
	assert_int_equal(caller_code(caller_login(&second, CIPHER_DES, "old", OLD_KEY)), 200);
	caller_close(&second);
}

/* Nobody takes up somebody's place who does not have the key. */
static void
who_is_not_believed_does_not_count(void **state)
{
	struct house *h = *state;
	const struct seller liar = { h->engine, "demo", OTHER_KEY };
	struct seat seats[2] = { 0 };

	set_policy(h, "session.connections", "1");
	assert_int_equal(signed_code(send_over(h, &seats[0], &liar, "LOOKUP")), 401);
	assert_int_equal(ask(h, &seats[1]), 210);
	engine_rise(h->engine, &seats[0]);
	engine_rise(h->engine, &seats[1]);
}

/* ---- 350 ---- */

static void
a_connection_has_so_many_commands(void **state)
{
	struct house *h = *state;
	struct seat seat = { .of = NULL };

	set_policy(h, "https.commands", "3");
	for (int i = 0; i < 3; i++)
		assert_int_equal(ask(h, &seat), 210);
	assert_int_equal(ask(h, &seat), 350);
	engine_rise(h->engine, &seat);
	assert_int_equal(ask(h, &seat), 210);
	engine_rise(h->engine, &seat);
}

static void
a_connection_lives_so_long(void **state)
{
	static const struct {
		const char *life, *after;
		int code;
	} rows[] = {
		{ "PT0S", "P1D", 210 },
		{ "PT1M", "PT0S", 210 },
		{ "PT1M", "PT59S", 210 },
		{ "PT1M", "PT1M", 350 },
		{ "PT1M", "PT1M1S", 350 },
		{ "PT1H", "PT59M59S", 210 },
		{ "PT1H", "PT1H", 350 },
	};
	struct house *h = *state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct caller c = legacy_caller(h);
		struct seat seat = { .of = NULL };
		set_policy(h, "session.life", rows[i].life);
		assert_int_equal(caller_code(caller_login(&c, CIPHER_DES, "old", OLD_KEY)), 200);
		assert_int_equal(ask(h, &seat), 210);
		pass(h, rows[i].after);
		const struct value *r = CALL(&c, "LOOKUP", "DOMAIN", "domain", "free.com");
		assert_int_equal(caller_code(r), rows[i].code);
		assert_int_equal(caller_is_left(&c), rows[i].code == 350);
		assert_int_equal(ask(h, &seat), rows[i].code);
		caller_close(&c);
		engine_rise(h->engine, &seat);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, legacy_open, legacy_close)
	const struct CMUnitTest tests[] = {
		TEST(nothing_is_limited_by_itself),
		TEST(so_many_commands_fit_into_a_window),
		TEST(a_window_is_as_long_as_it_is_said),
		TEST(every_command_counts_for_who_sent_it),
		TEST(sessions_are_slowed_down_too),
		TEST(so_many_connections_are_one_users),
		TEST(sessions_are_connections),
		TEST(who_is_not_believed_does_not_count),
		TEST(a_connection_has_so_many_commands),
		TEST(a_connection_lives_so_long),
	};

	return cmocka_run_group_tests_name("limits", tests, house_setup, NULL);
}
