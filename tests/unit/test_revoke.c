/* revoke: what goes with a name that is given back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/shop.h"

#define REVOKE(s, name) ASK((s)->lab, (s)->id, "revoke", "domain", "domain", (name))

/* Only what the registration cost comes back, from the house, and the books agree. */
static void
test_the_refund_is_a_movement_of_its_own(void **state)
{
	struct shop *s = *state;
	int64_t before = shop_money(s).balance;

	REGISTER(s->lab, s->id, "domain", "ek-bikes.com", "period", "2");
	assert_int_equal(code_of(ASK(s->lab, s->id, "renew", "domain", "domain", "ek-bikes.com",
			     "period", "1", "currentexpirationyear", "2028")),
	    200);
	const struct value *r = REVOKE(s, "ek-bikes.com");
	assert_reply(r, 200, "Domain ek-bikes.com revoked successfully");
	assert_string_equal(at(r, "attributes.total_refund"), "22.24");
	assert_int_equal(shop_money(s).balance, before - 1162 - 100);
	assert_int_equal(
	    lab_ask(s->lab, "SELECT amount FROM entry ORDER BY id DESC LIMIT 1"), 2224);
	shop_books(s);
}

/* A name that was put there cost nothing. */
static void
test_what_was_not_paid_is_not_given_back(void **state)
{
	struct shop *s = *state;
	int64_t before = shop_money(s).balance;

	lab_register(s->lab, s->id, "ek-bikes.com", "Anna", "Ek", "anna@ek.example");
	const struct value *r = REVOKE(s, "ek-bikes.com");
	assert_string_equal(at(r, "attributes.charge"), "0");
	assert_string_equal(at(r, "attributes.price"), "undef");
	assert_string_equal(at(r, "attributes.total_refund"), "0.00");
	assert_int_equal(shop_money(s).balance, before);
}

/* A trade is paid for, but the name was there before. */
static void
test_what_came_later_is_not_given_back(void **state)
{
	struct shop *s = *state;

	lab_policy(s->lab, "tld.be.add_grace_days", "5");
	lab_register(s->lab, s->id, "ek.be", "Anna", "Ek", "anna@ek.example");
	const struct value *r = ASK(s->lab, s->id, "trade_domain", "domain", "domain", "ek.be",
	    "first_name", "Bo", "last_name", "Berg", "org_name", "Berg", "email",
	    "bo@berg.example");
	assert_int_equal(code_of(r), 200);
	int64_t balance = shop_money(s).balance;
	r = REVOKE(s, "ek.be");
	assert_string_equal(at(r, "attributes.total_refund"), "0.00");
	assert_int_equal(shop_money(s).balance, balance);
}

/* Its owner is neither asked for consent nor reminded of anything. */
static void
test_nothing_of_it_goes_on(void **state)
{
	static const char *const names[] = { "ek-bikes.com", "ek-bikes.co.uk" };
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(names); i++)
		REGISTER(s->lab, s->id, "domain", names[i]);
	int64_t mails = lab_ask(s->lab, "SELECT count(*) FROM mail");
	for (size_t i = 0; i < COUNT_OF(names); i++)
		assert_int_equal(code_of(REVOKE(s, names[i])), 200);
	lab_advance(s->lab, "P30D");
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM mail"), mails);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM agenda"), 0);
}

/* Where the registry's days are only inferred they bind nobody. */
static void
test_the_shorter_grace_counts(void **state)
{
	static const struct {
		const char *domain, *policy, *value, *after;
		int code;
	} rows[] = {
		{ "a.com", NULL, NULL, "P4D-PT1S", 200 },
		{ "b.com", NULL, NULL, "P4D", 400 },
		{ "c.co.uk", NULL, NULL, "P2D-PT1S", 200 },
		{ "d.co.uk", NULL, NULL, "P2D", 400 },
		{ "e.com", "tld.com.add_grace_days", "1", "P1D-PT1S", 200 },
		{ "f.com", "tld.com.add_grace_days", "1", "P1D", 400 },
		{ "g.com", "tld.com.add_grace_days", "0", "PT0S", 400 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (rows[i].policy != NULL)
			lab_policy(s->lab, rows[i].policy, rows[i].value);
		REGISTER(s->lab, s->id, "domain", rows[i].domain);
		lab_advance(s->lab, rows[i].after);
		assert_int_equal(code_of(REVOKE(s, rows[i].domain)), rows[i].code);
	}
}

static void
test_a_cookie_ends_with_its_name(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek-bikes.com");
	const char *cookie = at(ASK(s->lab, s->id, "set", "cookie", "domain", "ek-bikes.com",
				    "reg_username", "owen", "reg_password", "secret12"),
	    "attributes.cookie");
	REVOKE(s, "ek-bikes.com");
	assert_reply(ASK(s->lab, s->id, "get", "domain", "type", "status", "^cookie", cookie), 415,
	    "Invalid Cookie Supplied");
}

static void
test_so_many_of_a_month_come_back(void **state)
{
	static const char *const refunds[] = { "10.62", "10.62", "0.00" };
	static const char *const names[] = { "a.com", "b.com", "c.com", "d.com" };
	struct shop *s = *state;

	lab_policy(s->lab, "revoke.refunds", "50");
	for (size_t i = 0; i < COUNT_OF(names); i++)
		REGISTER(s->lab, s->id, "domain", names[i]);
	/* What is ordered for a name that is here does not count. */
	assert_int_equal(
	    code_of(REGISTER(s->lab, s->id, "domain", "d.com", "reg_type", "whois_privacy")), 200);
	assert_int_equal(code_of(ASK(s->lab, s->id, "renew", "domain", "domain", "d.com",
			     "currentexpirationyear", "2027", "period", "1", "handle", "process")),
	    200);
	for (size_t i = 0; i < COUNT_OF(refunds); i++)
		assert_string_equal(at(REVOKE(s, names[i]), "attributes.total_refund"), refunds[i]);
	lab_advance(s->lab, "P30D");
	REGISTER(s->lab, s->id, "domain", "e.com");
	REGISTER(s->lab, s->id, "domain", "f.com");
	assert_string_equal(at(REVOKE(s, "e.com"), "attributes.total_refund"), "10.62");
}

static void
test_refusals(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "Required field 'domain' not provided" },
		{ "domain", "a..com", 465, "Invalid domain syntax: a..com" },
		{ "domain", "theirs.com", 480, "Domain not found." },
		{ "domain", "nobodys.com", 480, "Domain not found." },
	};
	static const struct slip_up more[] = {
		{ "domain", NULL, 460, "Required field 'domain' not provided" },
		{ "domain", "ek.com", 400, "Domain 'ek.com' cannot be redeemed" },
	};

	shop_slips(*state, "REVOKE", "DOMAIN", PAIRS("domain", "ek.com"), rows, COUNT_OF(rows));
	shop_slips(*state, "REDEEM", "DOMAIN", PAIRS("domain", "ek.com"), more, COUNT_OF(more));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(the_refund_is_a_movement_of_its_own),
		TEST(what_was_not_paid_is_not_given_back),
		TEST(what_came_later_is_not_given_back),
		TEST(nothing_of_it_goes_on),
		TEST(the_shorter_grace_counts),
		TEST(a_cookie_ends_with_its_name),
		TEST(so_many_of_a_month_come_back),
		cmocka_unit_test_setup_teardown(test_refusals, shop_with_names, shop_end),
	};

	return cmocka_run_group_tests_name("revoke", tests, NULL, NULL);
}
