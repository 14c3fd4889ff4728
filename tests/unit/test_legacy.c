/* The legacy port after its login: commands, limits, and how sessions end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/support/legacy.h"

static struct caller
log_in(struct house *h)
{
	struct caller c = legacy_caller(h);

	assert_int_equal(caller_code(caller_login(&c, CIPHER_BLOWFISH, "old", OLD_KEY)), 200);
	return c;
}

/* ---- commands ---- */

static void
commands_are_answered_in_order(void **state)
{
	struct house *h = *state;
	struct caller c = log_in(h);

	assert_int_equal(caller_code(CALL(&c, "LOOKUP", "DOMAIN", "domain", "free.com")), 210);
	assert_string_equal(newest_row(h, "action"), "LOOKUP");
	assert_string_equal(newest_row(h, "target"), "#1");
	assert_string_equal(newest_row(h, "door"), "legacy");
	assert_int_equal(caller_code(CALL(&c, "NO_SUCH", "THING", NULL)), 430);
	assert_int_equal(caller_code(CALL(&c, "GET_BALANCE", "BALANCE", NULL)), 200);
	assert_string_equal(newest_row(h, "target"), "#3");
	caller_tell(&c, "what is this");
	assert_int_equal(caller_code(caller_reply(&c)), 400);
	assert_false(caller_is_left(&c));
	caller_close(&c);
}

/* Everything at once, cut at every place: the answers are the same. */
static void
pieces_do_not_matter(void **state)
{
	struct caller c = log_in(*state);
	struct buf all;

	buf_open(&all, 0);
	for (int i = 0; i < 3; i++) {
		const char *const pairs[] = { "domain", i == 1 ? "example.com" : "free.com", NULL };
		const char *text = caller_message(c.arena, "LOOKUP", "DOMAIN", pairs);
		const uint8_t vector[CIPHER_BLOCK] = { 9 };
		struct buf sealed;
		buf_open(&sealed, 0);
		cipher_seal(c.cipher, vector, text, strlen(text), &sealed);
		buf_printf(&all, "Content-Length: %zu\r\n\r\n", sealed.size);
		buf_add(&all, sealed.data, sealed.size);
		buf_close(&sealed);
	}
	caller_send(&c, all.data, all.size);
	for (size_t cut = 0; cut < all.size; cut += 97) {
		caller_send(&c, all.data, cut);
		caller_send(&c, all.data + cut, all.size - cut);
		for (int i = 0; i < 3; i++)
			assert_int_equal(caller_code(caller_reply(&c)), i == 1 ? 211 : 210);
	}
	buf_close(&all);
	caller_close(&c);
}

static void
a_session_ends_when_its_client_says_so(void **state)
{
	struct caller c = log_in(*state);
	const struct value *top = CALL(&c, "quit", "session", NULL);

	assert_int_equal(caller_code(top), 200);
	assert_string_equal(value_text(top, "response_text"), "Closing connection");
	assert_true(caller_is_left(&c));
	caller_close(&c);
}

static void
what_the_key_does_not_open_ends_a_session(void **state)
{
	static const char *const payloads[] = { "", "hello", "RandomIV", "RandomIV1234567812345678",
		"<OPS_envelope/>" };

	for (size_t i = 0; i < sizeof(payloads) / sizeof(*payloads); i++) {
		struct caller c = log_in(*state);
		caller_send_frame(&c, payloads[i], strlen(payloads[i]));
		assert_true(caller_is_left(&c));
		assert_string_equal(
		    newest_note(*state), "a command that the session's key does not open");
		caller_close(&c);
	}
}

static void
broken_frames_end_a_session(void **state)
{
	static const struct {
		const char *bytes, *why;
	} rows[] = {
		{ "Content-Length: -5\r\n\r\n", "a Content-Length that is no number" },
		{ "Content-Length: 4194305\r\n\r\n", "a message larger than 4 MiB" },
		{ "GET / HTTP/1.1\r\n\r\n", "a message without Content-Length" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (int in = 0; in < 2; in++) {
			struct caller c = in ? log_in(*state) : legacy_caller(*state);
			size_t n;
			if (!in)
				assert_non_null(caller_frame(&c, &n));
			caller_say(&c, rows[i].bytes);
			assert_true(caller_is_left(&c));
			assert_string_equal(newest_note(*state), rows[i].why);
			caller_close(&c);
		}
}

static void
who_leaves_in_the_middle_is_noted_and_forgotten(void **state)
{
	struct caller c = log_in(*state);

	caller_say(&c, "Content-Length: 9\r\n\r\nabc");
	caller_end(&c);
	assert_true(caller_is_left(&c));
	assert_string_equal(newest_note(*state), "a message that ends in the middle");
	caller_close(&c);
	c = log_in(*state);
	caller_end(&c);
	assert_true(caller_is_left(&c));
	caller_close(&c);
}

/* ---- limits ---- */

static void
set_policy(struct house *h, const char *key, const char *value)
{
	house_api(
	    h, 200, "PUT", "/worlds/demo/policies", arena_printf(h->a, "{'%s':'%s'}", key, value));
}

static void
a_session_has_so_many_commands(void **state)
{
	static const struct {
		const char *limit;
		int granted;
	} rows[] = { { NULL, 100 }, { "3", 3 }, { "0", 130 } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct caller c = log_in(*state);
		if (rows[i].limit != NULL)
			set_policy(*state, "session.commands", rows[i].limit);
		for (int k = 0; k < rows[i].granted; k++)
			assert_int_equal(
			    caller_code(CALL(&c, "LOOKUP", "DOMAIN", "domain", "a.com")), 210);
		if (strcmp(rows[i].limit == NULL ? "" : rows[i].limit, "0") != 0) {
			const struct value *top = CALL(&c, "GET_BALANCE", "BALANCE", NULL);
			assert_int_equal(caller_code(top), 350);
			assert_string_equal(value_text(top, "is_success"), "0");
			assert_true(caller_is_left(&c));
		}
		caller_close(&c);
	}
}

static void
an_address_is_refused_at_the_door(void **state)
{
	struct house *h = *state;
	struct caller c;

	set_policy(h, "session.addresses", "192.0.2.7, 10.1.*");
	caller_open(&c, h->engine, &protocol_legacy, "10.2.0.1");
	const struct value *top = caller_reply(&c);
	assert_int_equal(caller_code(top), 555);
	assert_string_equal(value_text(top, "is_success"), "0");
	assert_string_equal(
	    value_text(top, "response_text"), "Connection refused: invalid ip address");
	assert_true(caller_is_left(&c));
	caller_close(&c);
	caller_open(&c, h->engine, &protocol_legacy, "10.1.0.1");
	assert_int_equal(caller_code(caller_login(&c, CIPHER_DES, "old", OLD_KEY)), 200);
	caller_close(&c);
}

/* Another world of the same server would have it: so it is heard, and refused when
 * it has said whose it is. */
static void
an_address_is_refused_by_the_world_it_asks(void **state)
{
	struct house *h = *state;
	struct caller c = log_in(h);

	house_api(h, 201, "POST", "/worlds", "{'name':'second','start':'2026-05-04T15:20:00Z'}");
	set_policy(h, "session.addresses", "192.0.2.7");
	assert_int_equal(caller_code(CALL(&c, "GET_BALANCE", "BALANCE", NULL)), 555);
	assert_true(caller_is_left(&c));
	caller_close(&c);
	c = legacy_caller(h);
	assert_int_equal(caller_code(caller_login(&c, CIPHER_DES, "old", OLD_KEY)), 555);
	assert_true(caller_is_left(&c));
	caller_close(&c);
	set_policy(h, "session.addresses", "any");
	c = log_in(h);
	caller_close(&c);
}

static void
a_world_that_is_gone_answers_nobody(void **state)
{
	struct house *h = *state;
	struct caller c = log_in(h);

	house_ask(h, "DELETE", "/api/v1/worlds/demo", "");
	const struct value *top = CALL(&c, "GET_BALANCE", "BALANCE", NULL);
	assert_int_equal(caller_code(top), 410);
	assert_true(caller_is_left(&c));
	caller_close(&c);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, legacy_open, legacy_close)
	const struct CMUnitTest tests[] = {
		TEST(commands_are_answered_in_order),
		TEST(pieces_do_not_matter),
		TEST(a_session_ends_when_its_client_says_so),
		TEST(what_the_key_does_not_open_ends_a_session),
		TEST(broken_frames_end_a_session),
		TEST(who_leaves_in_the_middle_is_noted_and_forgotten),
		TEST(a_session_has_so_many_commands),
		TEST(an_address_is_refused_at_the_door),
		TEST(an_address_is_refused_by_the_world_it_asks),
		TEST(a_world_that_is_gone_answers_nobody),
	};

	return cmocka_run_group_tests_name("legacy port", tests, house_setup, NULL);
}
