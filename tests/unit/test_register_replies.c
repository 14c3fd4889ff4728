/* sw_register: what is said of a registration, in the forms that were seen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/policy/policy.h"

#define DONE "Domain registration successfully completed"

static void
set_policy(struct shop *s, const char *key, const char *value)
{
	lab_begin(s->lab);
	policy_override(&s->lab->w, key, value);
	lab_end(s->lab);
}

static void
test_the_text_says_what_was_done(void **state)
{
	static const struct {
		const char *options, *lock, *privacy, *text;
	} rows[] = {
		{ "lock_first", "0", "0", DONE },
		{ "lock_first", "1", "0", DONE " Domain successfully locked." },
		{ "lock_first", "0", "1", DONE " Whois Privacy successfully enabled." },
		{ "lock_first", "1", "1",
		    DONE " Domain successfully locked. Whois Privacy successfully enabled." },
		{ "privacy_first", "0", "0", DONE },
		{ "privacy_first", "1", "0", DONE ". Domain successfully locked." },
		{ "privacy_first", "1", "1",
		    DONE ". WHOIS Privacy successfully enabled. Domain successfully locked." },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		set_policy(s, "reply.options", rows[i].options);
		const struct value *r = REGISTER(s->lab, s->id, "domain",
		    arena_printf(s->lab->a, "n%zu.com", i), "f_lock_domain", rows[i].lock,
		    "f_whois_privacy", rows[i].privacy);
		assert_reply(r, 200, rows[i].text);
		assert_string_equal(at(r, "attributes.registration_text"), rows[i].text);
	}
}

static void
test_privacy_that_cannot_be_had(void **state)
{
	struct shop *s = *state;
	const struct value *r = REGISTER(s->lab, s->id, "domain", "ek.ca", "f_whois_privacy", "1");

	assert_reply(r, 200, DONE);
	assert_string_equal(at(r, "attributes.whois_privacy_state"), "disabled");
	set_policy(s, "reply.whois_privacy", "order");
	r = REGISTER(s->lab, s->id, "domain", "ek-bikes.ca", "f_whois_privacy", "1");
	assert_reply(r, 200, DONE);
	assert_null(at(r, "attributes.whois_privacy_state"));
	assert_string_equal(at(r, "attributes.whois_privacy.response_code"), "300");
	assert_string_equal(at(r, "attributes.whois_privacy.is_success"), "0");
	assert_string_equal(at(r, "attributes.whois_privacy.order_id"), at(r, "attributes.id"));
	r = REGISTER(s->lab, s->id, "domain", "ek.com", "f_whois_privacy", "1");
	assert_string_equal(at(r, "attributes.whois_privacy_state"), "enabled");
}

/* A refusal that keeps the order has cancelled the one before. */
static void
test_what_it_replaces_is_told_in_any_case(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->other, "domain", "theirs.com");
	const struct value *r = REGISTER(s->lab, s->id, "domain", "theirs.com", "handle", "save");
	const char *first = at(r, "attributes.id");
	r = REGISTER(s->lab, s->id, "domain", "theirs.com");
	assert_reply(r, 485, "Domain taken");
	assert_string_equal(at(r, "attributes.cancelled_orders.0"), first);
	const char *second = at(r, "attributes.forced_pending");
	shop_set_money(s, 0);
	r = REGISTER(s->lab, s->id, "domain", "theirs.com");
	assert_string_equal(at(r, "attributes.cancelled_orders.0"), second);
	assert_null(at(r, "attributes.cancelled_orders.1"));
}

static void
test_one_that_is_not_kept_replaces_nothing(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com", "handle", "save");
	set_policy(s, "tld.com.registry", "async");
	REGISTER(s->lab, s->other, "domain", "ek.com");
	const struct value *r = REGISTER(s->lab, s->id, "domain", "ek.com");
	assert_int_equal(code_of(r), 486);
	assert_null(at(r, "attributes.cancelled_orders.0"));
	assert_string_equal(shop_order(s, 1).status, "pending");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(the_text_says_what_was_done),
		TEST(privacy_that_cannot_be_had),
		TEST(what_it_replaces_is_told_in_any_case),
		TEST(one_that_is_not_kept_replaces_nothing),
	};

	return cmocka_run_group_tests_name("replies to registrations", tests, NULL, NULL);
}
