/* sw_register with reg_type premium, sunrise and landrush, and prices that are checked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/policy/policy.h"

static void
set_policy(struct shop *s, const char *key, const char *value)
{
	lab_begin(s->lab);
	policy_override(&s->lab->w, key, value);
	lab_end(s->lab);
}

static int
shop_with_gold(void **state)
{
	int failed = shop_begin(state);

	set_policy(*state, "premium.gold.com", "150.00");
	return failed;
}

static void
test_a_premium_name_costs_its_price(void **state)
{
	struct shop *s = *state;
	int64_t before = shop_money(s).balance;
	const struct value *r = REGISTER(s->lab, s->id, "domain", "gold.com", "reg_type", "premium",
	    "premium_price_to_verify", "150.00");

	assert_reply(r, 200, "Domain registration successfully completed");
	assert_int_equal(before - shop_money(s).balance, 15000);
	assert_string_equal(shop_order(s, 1).type, "premium");
	assert_string_equal(
	    lab_ask_text(s->lab, "SELECT what FROM entry WHERE order_id IS NOT NULL"),
	    "Order #1: Premium Domain Registration (1 year: $150.00)");
	assert_string_equal(lab_term(s->lab, "gold.com").state, "active");
	shop_books(s);
}

static void
test_the_price_that_is_said_has_to_be_true(void **state)
{
	static const struct {
		const char *domain, *type, *period, *price;
		int code;
		const char *text;
	} rows[] = {
		{ "gold.com", "premium", "1", "150", 200, NULL },
		{ "gold.com", "premium", "1", "", 200, NULL },
		{ "gold.com", "new", "1", "150.00", 200, NULL },
		{ "gold.com", "new", "1", NULL, 200, NULL },
		{ "gold.com", "new", "2", "161.62", 200, NULL },
		{ "gold.com", "new", "2", "150.00", 465,
		    "Registration Failed: Invalid data, error=<premium_price_to_verify '150.00'>" },
		{ "gold.com", "premium", "1", "149.99", 465,
		    "Registration Failed: Invalid data, error=<premium_price_to_verify '149.99'>" },
		{ "gold.com", "premium", "1", "cheap", 465, NULL },
		{ "gold.com", "premium", "1", "-150.00", 465, NULL },
		{ "plain.com", "new", "1", "11.62", 200, NULL },
		{ "plain.com", "new", "1", "150.00", 465, NULL },
		{ "plain.com", "premium", "1", NULL, 465,
		    "Registration Failed: Invalid data, error=<reg_type 'premium'>" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		void *again = NULL;
		shop_with_gold(&again);
		struct shop *s = again;
		const struct value *r = REGISTER(s->lab, s->id, "domain", rows[i].domain,
		    "reg_type", rows[i].type, "period", rows[i].period, "premium_price_to_verify",
		    rows[i].price);
		if (code_of(r) != rows[i].code ||
		    (rows[i].text != NULL && strcmp(text_of(r), rows[i].text) != 0))
			fail_msg("row %zu: %d %s", i, code_of(r), text_of(r));
		assert_int_equal(
		    lab_ask(s->lab, "SELECT count(*) FROM orders"), rows[i].code == 200);
		shop_end(&again);
	}
	(void)state;
}

static void
test_it_may_have_to_be_said(void **state)
{
	struct shop *s = *state;

	set_policy(s, "price.verify_premium", "required");
	assert_reply(REGISTER(s->lab, s->id, "domain", "gold.com"), 460,
	    "Required field 'premium_price_to_verify' not provided");
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "plain.com")), 200);
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "gold.com",
			     "premium_price_to_verify", "150.00")),
	    200);
}

static void
test_renewals_have_it_too(void **state)
{
	struct shop *s = *state;

	set_policy(s, "price.premium_renewal", "premium");
	REGISTER(s->lab, s->id, "domain", "gold.com");
	assert_reply(
	    ASK(s->lab, s->id, "renew", "domain", "domain", "gold.com", "currentexpirationyear",
		"2027", "period", "1", "premium_price_to_verify", "11.62"),
	    465, "Invalid data, error=<premium_price_to_verify '11.62'>");
	assert_int_equal(code_of(ASK(s->lab, s->id, "renew", "domain", "domain", "gold.com",
			     "currentexpirationyear", "2027", "period", "1",
			     "premium_price_to_verify", "150.00")),
	    200);
}

/* Each phase takes the orders of its kind. */
static void
test_phases(void **state)
{
	static const struct {
		const char *phase, *type;
		int code;
		bool kept;
	} rows[] = {
		{ "general", "new", 200, false },
		{ "general", "sunrise", 465, false },
		{ "general", "landrush", 465, false },
		{ "sunrise", "new", 405, true },
		{ "sunrise", "premium", 405, true },
		{ "sunrise", "sunrise", 200, false },
		{ "sunrise", "landrush", 465, false },
		{ "landrush", "new", 405, true },
		{ "landrush", "sunrise", 465, false },
		{ "landrush", "landrush", 200, false },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		void *again = NULL;
		shop_with_gold(&again);
		struct shop *s = again;
		set_policy(s, "tld.com.launch", rows[i].phase);
		const struct value *r = REGISTER(s->lab, s->id, "domain", "gold.com", "reg_type",
		    rows[i].type, "trademark_smd", "PD94bWwg");
		if (code_of(r) != rows[i].code)
			fail_msg(
			    "%s in %s: %d %s", rows[i].type, rows[i].phase, code_of(r), text_of(r));
		assert_int_equal(at(r, "attributes.forced_pending") != NULL, rows[i].kept);
		if (rows[i].kept)
			assert_string_equal(shop_order(s, 1).status, "pending");
		shop_end(&again);
	}
	(void)state;
}

static void
test_a_sunrise_order_shows_its_mark(void **state)
{
	struct shop *s = *state;

	set_policy(s, "tld.com.launch", "sunrise");
	assert_reply(REGISTER(s->lab, s->id, "domain", "ek.com", "reg_type", "sunrise"), 460,
	    "Required field 'trademark_smd' not provided");
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "ek.com", "reg_type", "sunrise",
			     "trademark_smd", "PD94bWwg\nPD94bWwg", "Intended_use", "a shop")),
	    200);
	assert_string_equal(lab_ask_text(s->lab, "SELECT details ->> 'trademark_smd' FROM orders"),
	    "PD94bWwg\nPD94bWwg");
}

static void
test_what_came_too_early_waits_for_its_time(void **state)
{
	struct shop *s = *state;

	set_policy(s, "tld.com.launch", "sunrise");
	const struct value *r = REGISTER(s->lab, s->id, "domain", "ek.com", "handle", "save");
	assert_reply(r, 200, "Order created");
	r = ASK(s->lab, s->id, "process_pending", "domain", "order_id", "1");
	assert_reply(r, 405, "Registry error: registration refused");
	assert_string_equal(shop_order(s, 1).status, "pending");
	set_policy(s, "tld.com.launch", "general");
	r = ASK(s->lab, s->id, "process_pending", "domain", "order_id", "1");
	assert_int_equal(code_of(r), 200);
	assert_string_equal(shop_order(s, 1).status, "completed");
}

static void
test_every_kind_that_waits_is_taken_already(void **state)
{
	static const char *const kinds[] = { "premium", "landrush" };
	struct shop *s = *state;

	set_policy(s, "premium.gold.net", "200.00");
	set_policy(s, "tld.com.launch", "landrush");
	set_policy(s, "tld.com.registry", "async");
	set_policy(s, "tld.net.registry", "async");
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		const char *name = i == 0 ? "gold.net" : "gold.com";
		assert_int_equal(
		    code_of(REGISTER(s->lab, s->id, "domain", name, "reg_type", kinds[i])), 250);
		assert_int_equal(
		    code_of(ASK(s->lab, s->id, "lookup", "domain", "domain", name)), 221);
	}
}

static void
test_privacy_is_ordered_for_what_is_there(void **state)
{
	struct shop *s = *state;
	int64_t before;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	REGISTER(s->lab, s->id, "domain", "ek.ca");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	before = shop_money(s).balance;
	assert_reply(REGISTER(s->lab, s->id, "domain", "theirs.com", "reg_type", "whois_privacy"),
	    480, "Domain not found.");
	assert_reply(REGISTER(s->lab, s->id, "domain", "ek.ca", "reg_type", "whois_privacy"), 465,
	    "Domain does not support whois_privacy_state");
	const struct value *r = ASK(s->lab, s->id, "sw_register", "domain", "domain", "ek.com",
	    "reg_type", "whois_privacy", "reg_username", "anna", "reg_password", "pedal4567");
	assert_reply(r, 200, "WHOIS Privacy successfully enabled.");
	assert_string_equal(at(r, "attributes.whois_privacy_state"), "enabled");
	r = ASK(s->lab, s->id, "get", "domain", "domain", "ek.com", "type", "whois_privacy_state");
	assert_string_equal(at(r, "attributes.state"), "enabled");
	assert_int_equal(shop_money(s).balance, before);
	shop_books(s);
}

/* Saved, and gone before it was processed. */
static void
test_there_is_none_for_what_is_gone(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	REGISTER(s->lab, s->id, "domain", "ek.com", "reg_type", "whois_privacy", "handle", "save");
	lab_begin(s->lab);
	struct term t;
	assert_true(term_find(&s->lab->w, s->lab->a, "ek.com", &t));
	t.state = "deleted";
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
	const struct value *r = ASK(s->lab, s->id, "process_pending", "domain", "order_id", "2");
	assert_reply(r, 480, "Domain not found.");
	assert_string_equal(shop_order(s, 2).status, "pending");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_gold, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(a_premium_name_costs_its_price),
		cmocka_unit_test(test_the_price_that_is_said_has_to_be_true),
		TEST(it_may_have_to_be_said),
		TEST(renewals_have_it_too),
		cmocka_unit_test(test_phases),
		TEST(a_sunrise_order_shows_its_mark),
		TEST(what_came_too_early_waits_for_its_time),
		TEST(every_kind_that_waits_is_taken_already),
		TEST(privacy_is_ordered_for_what_is_there),
		TEST(there_is_none_for_what_is_gone),
	};

	return cmocka_run_group_tests_name("kinds of registrations", tests, NULL, NULL);
}
