/* Address rules of resellers at the ports whose connections are sessions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/support/legacy.h"

#define HOME "192.0.2.1"
#define AWAY "203.0.113.9"

static void
set_rules(struct house *h, const char *reseller, const char *list)
{
	house_api(h, 200, "PATCH", arena_printf(h->a, "/worlds/demo/resellers/%s", reseller),
	    arena_printf(h->a, "{'ip_rules':%s}", list));
}

static void
pass(struct house *h, const char *time)
{
	house_api(
	    h, 200, "POST", "/worlds/demo/clock/advance", arena_printf(h->a, "{'by':'%s'}", time));
}

/* The code that the greeting has, or else the login. */
static int
knock(struct house *h, const char *address, const char *user, const char *key)
{
	struct caller c;

	caller_open(&c, h->engine, &protocol_legacy, address);
	int code = 555;
	if (!caller_is_left(&c))
		code = caller_code(caller_login(&c, CIPHER_BLOWFISH, user, key));
	if (code != 200)
		assert_true(caller_is_left(&c));
	caller_close(&c);
	return code;
}

static const char *
look_up(struct house *h, const char *address)
{
	struct caller c;

	caller_open(&c, h->engine, &protocol_lookup, address);
	caller_say(&c, "check_domain free.com\n");
	const char *line = arena_strdup(h->a, caller_line(&c));
	caller_close(&c);
	return line;
}

static void
the_legacy_port_refuses_when_the_rule_is_in_force(void **state)
{
	static const struct {
		const char *after;
		int away;
	} rows[] = { { "PT14M59S", 200 }, { "PT1S", 555 }, { "PT1S", 555 } };
	struct house *h = *state;

	set_rules(h, "old", "['" HOME "']");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		pass(h, rows[i].after);
		assert_int_equal(knock(h, HOME, "old", OLD_KEY), 200);
		assert_int_equal(knock(h, AWAY, "old", OLD_KEY), rows[i].away);
		assert_int_equal(knock(h, AWAY, "other", OTHER_KEY), 200);
	}
	assert_string_equal(newest_row(h, "code"), "200");
}

/* The greeting itself says 555 where no reseller at all is served from there. */
static void
nobody_is_greeted_from_where_nobody_is_served(void **state)
{
	static const char *const resellers[] = { "demo", "old", "other" };
	struct house *h = *state;

	for (size_t i = 0; i < 3; i++)
		set_rules(h, resellers[i], "['192.0.2.0/24','2001:db8::/32']");
	pass(h, "PT14M59S");
	struct caller c;
	caller_open(&c, h->engine, &protocol_legacy, AWAY);
	assert_string_equal(value_text(caller_reply(&c), "action"), "CHECK");
	caller_close(&c);
	pass(h, "PT1S");
	caller_open(&c, h->engine, &protocol_legacy, AWAY);
	const struct value *top = caller_reply(&c);
	assert_int_equal(caller_code(top), 555);
	assert_string_equal(
	    value_text(top, "response_text"), "Connection refused: invalid ip address");
	assert_true(caller_is_left(&c));
	caller_close(&c);
	assert_int_equal(knock(h, "2001:db8::7", "old", OLD_KEY), 200);
}

/* A session that is open is asked anew with each command. */
static void
a_session_ends_when_its_address_goes(void **state)
{
	struct house *h = *state;
	struct caller c = legacy_caller(h);

	assert_int_equal(caller_code(caller_login(&c, CIPHER_DES, "old", OLD_KEY)), 200);
	set_rules(h, "old", "['" HOME "']");
	assert_int_equal(caller_code(CALL(&c, "GET_BALANCE", "BALANCE", NULL)), 200);
	pass(h, "PT15M");
	assert_int_equal(caller_code(CALL(&c, "GET_BALANCE", "BALANCE", NULL)), 555);
	assert_true(caller_is_left(&c));
	caller_close(&c);
}

static void
the_lookup_serves_whom_any_reseller_may_be(void **state)
{
	static const char *const resellers[] = { "demo", "old", "other" };
	struct house *h = *state;

	for (size_t i = 0; i < 3; i++) {
		assert_string_equal(look_up(h, AWAY), "210 Domain available");
		set_rules(h, resellers[i], "['" HOME "']");
		pass(h, "PT15M");
	}
	assert_string_equal(look_up(h, AWAY), "555 Connection refused: invalid ip address");
	assert_string_equal(look_up(h, HOME), "210 Domain available");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, legacy_open, legacy_close)
	const struct CMUnitTest tests[] = {
		TEST(the_legacy_port_refuses_when_the_rule_is_in_force),
		TEST(nobody_is_greeted_from_where_nobody_is_served),
		TEST(a_session_ends_when_its_address_goes),
		TEST(the_lookup_serves_whom_any_reseller_may_be),
	};

	return cmocka_run_group_tests_name("addresses of sessions", tests, house_setup, NULL);
}
