/* renew: years, money, and who is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define RENEWAL \
	"domain", "ek.com", "currentexpirationyear", "2027", "period", "1", "handle", "process"
#define RENEW(s, ...) ASK((s)->lab, (s)->id, "renew", "domain", RENEWAL, __VA_ARGS__)
#define GRANTED "Command completed successfully"

static int64_t
expiry_year(struct shop *s)
{
	return date_of(lab_term(s->lab, "ek.com").expires).year;
}

static int64_t
available(struct shop *s)
{
	struct balance b = shop_money(s);

	return b.balance - b.held;
}

static struct order
newest_order(struct shop *s)
{
	return shop_order(s, lab_ask(s->lab, "SELECT max(id) FROM orders"));
}

static void
test_a_renewal_adds_a_year_and_is_paid(void **state)
{
	struct shop *s = *state;
	int64_t before = available(s);
	const struct value *r = RENEW(s, "auto_renew", "0");
	static const char *const rows[][2] = {
		{ "attributes.admin_email", "ottway@example.com" },
		{ "attributes.auto_renew", "0" },
		{ "attributes.registration expiration date", "2028-05-04 15:20:00" },
	};

	assert_reply(r, 200, GRANTED);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(at(r, rows[i][0]), rows[i][1]);
	assert_int_equal(value_count(value_get(r, "attributes")), 5);
	struct term t = lab_term(s->lab, "ek.com");
	assert_int_equal(strtol(at(r, "attributes.id"), NULL, 10), t.id);
	assert_string_equal(instant_iso(t.registry_expires).text, "2028-05-04T15:20:00Z");
	struct order o = newest_order(s);
	assert_int_equal(strtol(at(r, "attributes.order_id"), NULL, 10), o.id);
	assert_string_equal(o.status, "completed");
	assert_string_equal(o.type, "renewal");
	assert_int_equal(available(s), before - 1162);
	assert_string_equal(
	    lab_ask_text(s->lab, "SELECT name FROM event ORDER BY id DESC LIMIT 1"), "RENEWED");
}

static void
test_years_are_added_to_the_expiry_not_to_now(void **state)
{
	struct shop *s = *state;

	lab_advance(s->lab, "P100D");
	assert_int_equal(code_of(RENEW(s, "period", "3")), 200);
	assert_string_equal(
	    instant_iso(lab_term(s->lab, "ek.com").expires).text, "2030-05-04T15:20:00Z");
	assert_int_equal(newest_order(s).price, 3 * 1162);
}

/* What is asked after renewals for so many years, one after the other. */
static void
test_the_year_protects_from_renewing_twice(void **state)
{
	static const struct {
		const char *renewals[2], *year;
		int code;
		const char *text;
	} rows[] = {
		{ { NULL }, "2027", 200, GRANTED },
		{ { NULL }, "2026", 541, "The domain does not expire in 2026" },
		{ { NULL }, "2028", 541, "The domain does not expire in 2028" },
		{ { "1" }, "2028", 200, GRANTED },
		{ { "1" }, "2027", 555, "Domain Already Renewed" },
		{ { "1" }, "2026", 541, "The domain does not expire in 2026" },
		{ { "1" }, "2029", 541, "The domain does not expire in 2029" },
		{ { "1", "1" }, "2028", 555, "Domain Already Renewed" },
		{ { "1", "1" }, "2027", 541, "The domain does not expire in 2027" },
		{ { "2" }, "2028", 555, "Domain Already Renewed" },
		{ { "2" }, "2027", 555, "Domain Already Renewed" },
		{ { "2" }, "2026", 541, "The domain does not expire in 2026" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		for (size_t n = 0; n < 2 && rows[i].renewals[n] != NULL; n++)
			assert_int_equal(
			    code_of(RENEW(s, "period", rows[i].renewals[n], "currentexpirationyear",
				arena_printf(s->lab->a, "%d", (int)expiry_year(s)))),
			    200);
		assert_reply(
		    RENEW(s, "currentexpirationyear", rows[i].year), rows[i].code, rows[i].text);
		shop_end(state);
		shop_with_names(state);
	}
}

/* The renewals of an earlier life of the name are not this one's. */
static void
test_only_this_registration_counts(void **state)
{
	struct shop *s = *state;

	assert_int_equal(code_of(RENEW(s, "period", "1")), 200);
	struct term t = lab_term(s->lab, "ek.com");
	t.state = "deleted";
	lab_begin(s->lab);
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
	REGISTER(s->lab, s->id, "domain", "ek.com", "period", "2");
	assert_int_equal(code_of(RENEW(s, "currentexpirationyear", "2027")), 541);
	assert_int_equal(code_of(RENEW(s, "currentexpirationyear", "2028")), 200);
}

static void
test_ten_years_ahead_and_no_second_more(void **state)
{
	static const struct {
		const char *wait, *period;
		int code;
	} rows[] = {
		{ "PT0S", "9", 200 },
		{ "PT0S", "10", 465 },
		{ "P364D", "9", 200 },
		{ "P365D", "10", 200 },
		{ "P365D-PT1S", "10", 465 },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		lab_advance(s->lab, rows[i].wait);
		assert_int_equal(code_of(RENEW(s, "period", rows[i].period)), rows[i].code);
		shop_end(state);
		shop_with_names(state);
	}
}

static void
test_refusals(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "Required field 'domain' not provided" },
		{ "domain", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "domain", "theirs.com", 480, "Domain not found." },
		{ "domain", "nobodys.com", 480, "Domain not found." },
		{ "domain", "example.com", 480, "Domain not found." },
		{ "currentexpirationyear", NULL, 460,
		    "Required field 'currentexpirationyear' not provided" },
		{ "currentexpirationyear", "27", 465,
		    "Invalid data, error=<currentexpirationyear '27'>" },
		{ "period", NULL, 460, "Required field 'period' not provided" },
		{ "period", "0", 465, "Invalid data, error=<period '0'>" },
		{ "period", "11", 465, "Invalid data, error=<period '11'>" },
		{ "period", "10", 465, "Invalid data, error=<period '10'>" },
		{ "handle", "later", 465, "Invalid data, error=<handle 'later'>" },
		{ "auto_renew", "2", 465, "Invalid data, error=<auto_renew '2'>" },
	};
	struct shop *s = *state;
	int64_t orders = lab_ask(s->lab, "SELECT count(*) FROM orders");

	shop_slips(s, "RENEW", "DOMAIN", PAIRS(RENEWAL), rows, COUNT_OF(rows));
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM orders"), orders);
	assert_int_equal(expiry_year(s), 2027);
}

static void
test_some_names_renew_themselves(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.de");
	assert_reply(
	    RENEW(s, "domain", "ek.de"), 480, "Domain 'ek.de' renews itself and cannot be renewed");
	lab_policy(s->lab, "tld.de.renewable", "yes");
	assert_reply(
	    RENEW(s, "domain", "ek.de", "period", "2"), 465, "Invalid data, error=<period '2'>");
	assert_reply(RENEW(s, "domain", "ek.de"), 200, GRANTED);
	lab_policy(s->lab, "tld.com.renewable", "no");
	assert_int_equal(code_of(RENEW(s, "domain", "ek.com")), 480);
}

/* Decisions, 23: in every mode. */
static void
test_short_of_funds_the_order_stays(void **state)
{
	static const char *const modes[] = { "pend", "440" };
	struct shop *s = *state;

	shop_set_money(s, 1161);
	for (size_t i = 0; i < COUNT_OF(modes); i++) {
		lab_policy(s->lab, "funds_mode", modes[i]);
		const struct value *r = RENEW(s, "period", "1");
		assert_reply(r, 440, "Renewal Failed: over quota");
		struct order o = newest_order(s);
		assert_string_equal(o.status, "pending");
		assert_string_equal(o.type, "renewal");
		assert_int_equal(strtol(at(r, "attributes.forced_pending"), NULL, 10), o.id);
		assert_int_equal(strtol(at(r, "attributes.order_id"), NULL, 10), o.id);
		assert_null(at(r, "attributes.registration_text"));
		assert_int_equal(expiry_year(s), 2027);
		assert_int_equal(available(s), 1161);
	}
	shop_set_money(s, 1162);
	const struct value *r = RENEW(s, "period", "1");
	assert_reply(r, 200, GRANTED);
	assert_int_equal(available(s), 0);
	assert_non_null(value_path(r, "attributes.cancelled_orders"));
	assert_int_equal(
	    lab_ask(s->lab, "SELECT count(*) FROM orders WHERE status = 'pending'"), 0);
}

static void
test_save_keeps_the_order(void **state)
{
	struct shop *s = *state;
	int64_t before = available(s);
	const struct value *r = RENEW(s, "handle", "save");

	assert_reply(r, 200, "Order created");
	assert_string_equal(at(r, "attributes.admin_email"), "ottway@example.com");
	assert_int_equal(strtol(at(r, "attributes.order_id"), NULL, 10), newest_order(s).id);
	assert_string_equal(newest_order(s).status, "pending");
	assert_int_equal(expiry_year(s), 2027);
	assert_int_equal(available(s), before);
	lab_begin(s->lab);
	struct reseller who;
	assert_true(reseller_load(&s->lab->w, s->lab->a, s->id, &who));
	who.process_immediately = false;
	reseller_save(&s->lab->w, &who);
	lab_end(s->lab);
	assert_reply(RENEW(s, "handle", NULL), 200, "Order created");
	assert_reply(RENEW(s, "handle", "process"), 200, GRANTED);
}

static void
test_auto_renew_follows_the_renewal(void **state)
{
	static const struct {
		bool before, let;
		const char *sent;
		bool after, let_after;
	} rows[] = {
		{ true, false, NULL, true, false },
		{ false, true, NULL, false, true },
		{ true, false, "0", false, false },
		{ false, true, "0", false, true },
		{ false, true, "1", true, false },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		struct term t = lab_term(s->lab, "ek.com");
		t.auto_renew = rows[i].before;
		t.let_expire = rows[i].let;
		lab_begin(s->lab);
		term_save(&s->lab->w, &t);
		lab_end(s->lab);
		const struct value *r = RENEW(s, "auto_renew", rows[i].sent);
		assert_string_equal(at(r, "attributes.auto_renew"), rows[i].after ? "1" : "0");
		t = lab_term(s->lab, "ek.com");
		assert_int_equal(t.auto_renew, rows[i].after);
		assert_int_equal(t.let_expire, rows[i].let_after);
		shop_end(state);
		shop_with_names(state);
	}
}

/* A name whose new expiry lies ahead is alive again. */
static void
test_an_expired_name_comes_back(void **state)
{
	static const struct {
		const char *wait, *period, *state;
	} rows[] = {
		{ "P366D", "1", "active" },
		{ "P731D", "1", "expired" },
		{ "P731D", "2", "active" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		lab_advance(s->lab, rows[i].wait);
		struct term t = lab_term(s->lab, "ek.com");
		t.state = "expired";
		lab_begin(s->lab);
		term_save(&s->lab->w, &t);
		lab_end(s->lab);
		assert_int_equal(code_of(RENEW(s, "period", rows[i].period)), 200);
		assert_string_equal(lab_term(s->lab, "ek.com").state, rows[i].state);
		shop_end(state);
		shop_with_names(state);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(a_renewal_adds_a_year_and_is_paid),
		TEST(years_are_added_to_the_expiry_not_to_now),
		TEST(the_year_protects_from_renewing_twice),
		TEST(only_this_registration_counts),
		TEST(ten_years_ahead_and_no_second_more),
		TEST(refusals),
		TEST(some_names_renew_themselves),
		TEST(short_of_funds_the_order_stays),
		TEST(save_keeps_the_order),
		TEST(auto_renew_follows_the_renewal),
		TEST(an_expired_name_comes_back),
	};

	return cmocka_run_group_tests_name("renew", tests, NULL, NULL);
}
