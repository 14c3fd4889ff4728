/* What a reseller keeps of a name for itself: who sent its owner, and in which language it
 * hears of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

static const char *
shown(struct shop *s, const char *path)
{
	return at(
	    ASK(s->lab, s->id, "get", "domain", "domain", "ek.com", "type", "all_info"), path);
}

static const struct value *
came_through(struct shop *s, const char *domain, const char *who)
{
	return ASK(s->lab, s->id, "set_domain_affiliate_id", "domain", "domain", domain,
	    "affiliate_id", who);
}

static const struct value *
speaks(struct shop *s, const char *domain, const char *language)
{
	return ASK(s->lab, s->id, "modify_messaging_language", "domain", "domain", domain,
	    "messaging_language", language);
}

static void
an_affiliate_is_set_and_cleared(void **state)
{
	struct shop *s = *state;

	assert_null(shown(s, "attributes.affiliate_id"));
	const struct value *r = came_through(s, "ek.com", "friend-7");
	assert_reply(r, 200, "Command Successful");
	assert_null(value_get(r, "attributes"));
	assert_string_equal(shown(s, "attributes.affiliate_id"), "friend-7");
	came_through(s, "ek.com", "");
	assert_null(shown(s, "attributes.affiliate_id"));
}

static void
an_affiliate_is_not_too_long(void **state)
{
	static const struct {
		size_t length;
		int code;
	} rows[] = { { 255, 200 }, { 256, 200 }, { 257, 465 } };
	struct shop *s = *state;
	char who[258];

	memset(who, 'a', sizeof(who));
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(code_of(came_through(
				     s, "ek.com", arena_strndup(s->lab->a, who, rows[i].length))),
		    rows[i].code);
	assert_int_equal(strlen(shown(s, "attributes.affiliate_id")), 256);
}

static void
languages_are_those_of_the_list(void **state)
{
	static const char *const good[] = { "af-ZA", "en-US", "zh-CN" };
	static const char *const bad[] = { "en", "en-GB", "EN-US", "en_US", "en-USA" };
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(good); i++) {
		assert_reply(speaks(s, "ek.com", good[i]), 200, "Command Successful");
		assert_string_equal(shown(s, "attributes.messaging_language"), good[i]);
	}
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_int_equal(code_of(speaks(s, "ek.com", bad[i])), 465);
	assert_string_equal(shown(s, "attributes.messaging_language"), "zh-CN");
}

static void
both_can_be_said_with_the_order(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "more.com", "affiliate_id", "friend-7",
	    "messaging_language", "de-DE");
	const struct value *r = ASK(
	    s->lab, s->id, "get", "domain", "domain", "more.com", "type", "all_info");
	assert_string_equal(at(r, "attributes.affiliate_id"), "friend-7");
	assert_string_equal(at(r, "attributes.messaging_language"), "de-DE");
	assert_reply(REGISTER(s->lab, s->id, "domain", "less.com", "messaging_language", "de"), 465,
	    "Registration Failed: Invalid data, error=<messaging_language 'de'>");
}

static void
what_is_refused(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "a..com", 465, "Invalid domain syntax: a..com" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
		{ "messaging_language", NULL, 460,
		    "Required field 'messaging_language' not provided" },
	};
	struct shop *s = *state;

	shop_slips(s, "MODIFY_MESSAGING_LANGUAGE", "DOMAIN",
	    PAIRS("domain", "ek.com", "messaging_language", "fr-FR"), rows, COUNT_OF(rows));
	shop_slips(s, "SET_DOMAIN_AFFILIATE_ID", "DOMAIN",
	    PAIRS("domain", "ek.com", "affiliate_id", "x"), rows, 3);
	assert_int_equal(code_of(came_through(s, "theirs.com", "x")), 415);
	assert_int_equal(code_of(speaks(s, "theirs.com", "fr-FR")), 415);
	assert_int_equal(code_of(speaks(s, "nobodys.com", "fr-FR")), 415);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(an_affiliate_is_set_and_cleared),
		TEST(an_affiliate_is_not_too_long),
		TEST(languages_are_those_of_the_list),
		TEST(both_can_be_said_with_the_order),
		TEST(what_is_refused),
	};

	return cmocka_run_group_tests_name("reseller marks", tests, NULL, NULL);
}
