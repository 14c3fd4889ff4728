/* The fast lookup, apart from its socket: every answer, and where a line ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/support/caller.h"
#include "tests/support/engine.h"

static int
open_house(void **state)
{
	struct house *h = house_open();

	house_register(h, "mine.com", "Anna", "Ek", "anna@ek.example");
	house_register(h, "xn--mnchen-3ya.shop", "Anna", "Ek", "anna@ek.example");
	*state = h;
	return 0;
}

static int
close_house(void **state)
{
	house_close(*state);
	return 0;
}

static struct caller
come(struct house *h)
{
	struct caller c;

	caller_open(&c, h->engine, &protocol_lookup, "127.0.0.1");
	return c;
}

static const char *
answer(struct caller *c, const char *words)
{
	caller_say(c, words);
	caller_pause(c);
	return caller_line(c);
}

static void
every_answer_has_its_code(void **state)
{
	static const struct {
		const char *words, *answer;
	} rows[] = {
		{ "check_domain free.com", "210 Domain available" },
		{ "check_domain mine.com", "211 Domain taken" },
		{ "check_domain example.com", "211 Domain taken" },
		{ "CHECK_DOMAIN Mine.COM", "211 Domain taken" },
		{ "  check_domain\t mine.com ", "211 Domain taken" },
		{ "check_domain mine.nosuch",
		    "701 Domain 'mine.nosuch' is of no TLD that is serviced" },
		{ "check_domain -x.com", "465 Invalid domain syntax: -x.com" },
		{ "check_domain a..com", "465 Invalid domain syntax: a..com" },
		{ "check_domain", "5050 Bad command" },
		{ "check_domain free.com mine.com", "5050 Bad command" },
		{ "check_domains free.com", "5050 Bad command" },
		{ "lookup free.com", "5050 Bad command" },
		{ "check_domain fr\xc3\xa9.com", "465 Invalid domain syntax: fr\xc3\xa9.com" },
		{ "check_domain fr\xc3.com", "5050 Bad command" },
		{ "check_domain xn--fr-cja.com", "210 Domain available" },
		{ "check_domain xn--mnchen-3ya.shop", "211 Domain taken" },
		{ "check_domain xn--.com", "465 Invalid domain syntax: xn--.com" },
		{ "check_domain fr\x01.com", "5050 Bad command" },
	};
	struct caller c = come(*state);

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_string_equal(answer(&c, rows[i].words), rows[i].answer);
	assert_false(caller_is_left(&c));
	caller_close(&c);
}

/* Where its registry is out of reach, nobody knows. */
static void
a_name_may_be_out_of_reach(void **state)
{
	struct house *h = *state;
	struct caller c = come(h);

	house_api(h, 200, "PUT", "/worlds/demo/policies", "{'registry.unreachable':'org'}");
	assert_string_equal(answer(&c, "check_domain free.org"), "720 Supplier Unavailable");
	assert_string_equal(answer(&c, "check_domain free.com"), "210 Domain available");
	assert_false(caller_is_left(&c));
	caller_close(&c);
}

/* A registration that waits is 221 elsewhere. */
static void
a_name_that_waits_is_taken(void **state)
{
	struct house *h = *state;
	struct caller c = come(h);

	assert_string_equal(answer(&c, "check_domain wait.com"), "210 Domain available");
	house_api(h, 200, "PUT", "/worlds/demo/policies", "{'tld.com.registry':'async'}");
	house_register(h, "wait.com", "Anna", "Ek", "anna@ek.example");
	assert_string_equal(answer(&c, "check_domain wait.com"), "211 Domain taken");
	caller_close(&c);
}

static void
lines_may_end_in_any_way(void **state)
{
	struct caller c = come(*state);

	caller_say(&c, "check_domain mine.com\n");
	assert_string_equal(caller_line(&c), "211 Domain taken");
	caller_say(&c, "check_domain mine.com\r\n\r\n\n");
	assert_string_equal(caller_line(&c), "211 Domain taken");
	caller_say(&c, "check_domain free.com\ncheck_domain mine.com\r\ncheck_domain free.com");
	assert_string_equal(caller_line(&c), "210 Domain available");
	assert_string_equal(caller_line(&c), "211 Domain taken");
	assert_null(caller_line(&c));
	caller_pause(&c);
	assert_string_equal(caller_line(&c), "210 Domain available");
	caller_close(&c);
}

/* Until nothing has come for a moment, a line may go on. */
static void
pieces_of_a_line_are_put_together(void **state)
{
	static const char line[] = "check_domain mine.com";
	struct caller c = come(*state);

	for (const char *at = line; *at != '\0'; at++)
		caller_send(&c, at, 1);
	assert_null(caller_line(&c));
	caller_pause(&c);
	assert_string_equal(caller_line(&c), "211 Domain taken");
	caller_say(&c, "check_domain free.com");
	caller_end(&c);
	assert_string_equal(caller_line(&c), "210 Domain available");
	assert_true(caller_is_left(&c));
	caller_close(&c);
}

static void
a_line_has_to_end(void **state)
{
	static const struct {
		size_t size;
		bool good;
	} rows[] = { { 1000, true }, { 1024, true }, { 1025, false }, { 100000, false } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct caller c = come(*state);
		char *text = arena_alloc(c.arena, rows[i].size + 1);
		memset(text, 'x', rows[i].size);
		caller_say(&c, text);
		caller_pause(&c);
		if (rows[i].good)
			assert_string_equal(caller_line(&c), "5050 Bad command");
		assert_int_equal(caller_is_left(&c), !rows[i].good);
		caller_close(&c);
	}
}

static void
what_is_asked_stands_in_the_journal(void **state)
{
	struct house *h = *state;
	struct caller c = come(h);

	answer(&c, "check_domain free.com\r\n");
	json_t *rows = house_api(h, 200, "GET", "/worlds/demo/journal?action=CHECK_DOMAIN", "");
	assert_int_equal(count_at(rows, "items"), 1);
	assert_string_equal(text_at(rows, "items.0.door"), "lookup");
	assert_int_equal(number_at(rows, "items.0.code"), 210);
	assert_string_equal(text_at(rows, "items.0.request"), "check_domain free.com");
	assert_string_equal(text_at(rows, "items.0.reply"), "210 Domain available\r\n");
	caller_close(&c);
}

static void
a_refused_address_is_told_so(void **state)
{
	struct house *h = *state;
	struct caller c = come(h);

	house_api(h, 200, "PUT", "/worlds/demo/policies", "{'session.addresses':'192.0.2.7'}");
	assert_string_equal(
	    answer(&c, "check_domain free.com"), "555 Connection refused: invalid ip address");
	assert_true(caller_is_left(&c));
	caller_close(&c);
}

static void
a_world_that_is_gone_answers_nobody(void **state)
{
	struct house *h = *state;
	struct caller c = come(h);

	house_ask(h, "DELETE", "/api/v1/worlds/demo", "");
	assert_null(answer(&c, "check_domain free.com"));
	assert_true(caller_is_left(&c));
	caller_close(&c);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_house, close_house)
	const struct CMUnitTest tests[] = {
		TEST(every_answer_has_its_code),
		TEST(a_name_may_be_out_of_reach),
		TEST(a_name_that_waits_is_taken),
		TEST(lines_may_end_in_any_way),
		TEST(pieces_of_a_line_are_put_together),
		TEST(a_line_has_to_end),
		TEST(what_is_asked_stands_in_the_journal),
		TEST(a_refused_address_is_told_so),
		TEST(a_world_that_is_gone_answers_nobody),
	};

	return cmocka_run_group_tests_name("fast lookup", tests, house_setup, NULL);
}
