/* renew at registries that take their time, refuse, or fall silent. */
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

/* While it works on the renewal nothing else goes. */
static void
test_a_registry_that_takes_its_time(void **state)
{
	struct shop *s = *state;
	int64_t before = available(s);

	lab_policy(s->lab, "tld.com.registry", "async");
	const struct value *r = RENEW(s, "auto_renew", "1");
	assert_reply(
	    r, 250, "Action submitted successfully for processing to asynchronous registry");
	assert_true(succeeded(r));
	assert_non_null(at(r, "attributes.queue_request_id"));
	assert_non_null(at(r, "attributes.order_id"));
	assert_string_equal(newest_order(s).status, "waiting");
	assert_int_equal(available(s), before - 1162);
	assert_int_equal(expiry_year(s), 2027);
	assert_reply(RENEW(s, "period", "1"), 400,
	    "Domain already renewed; another renewal cannot be applied until the first request"
	    " completes at the registry");
	const struct value *busy = ASK(s->lab, s->id, "modify", "domain", "domain", "ek.com",
	    "data", "status", "lock_state", "1");
	assert_reply(busy, 437,
	    "Cannot process command because there is already another request waiting on this domain");
	lab_advance(s->lab, "PT5M-PT1S");
	assert_int_equal(expiry_year(s), 2027);
	lab_advance(s->lab, "PT1S");
	assert_int_equal(expiry_year(s), 2028);
	assert_true(lab_term(s->lab, "ek.com").auto_renew);
	assert_string_equal(newest_order(s).status, "completed");
	assert_int_equal(available(s), before - 1162);
	assert_reply(RENEW(s, "period", "1"), 555, "Domain Already Renewed");
	assert_int_equal(code_of(ASK(s->lab, s->id, "modify", "domain", "domain", "ek.com", "data",
			     "status", "lock_state", "1")),
	    200);
}

static void
test_a_registry_that_refuses_or_falls_silent(void **state)
{
	static const struct {
		const char *kind, *name, *value;
		int code;
		const char *text, *status;
		int year; /* an hour later */
	} rows[] = {
		{ "registry_reject", NULL, NULL, 405, "Registry error: renewal refused", "pending",
		    2027 },
		{ "unknown_status", NULL, NULL, 436, "Unknown response from the registry",
		    "waiting", 2028 },
		{ "unknown_status", "then", "reject", 436, "Unknown response from the registry",
		    "waiting", 2027 },
		{ "unknown_status", "code", "705", 705, "Timed out, resubmit request.", "waiting",
		    2028 },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		int64_t before = available(s);
		FAULT(s, rows[i].kind, rows[i].name, rows[i].value);
		const struct value *r = RENEW(s, "period", "1");
		assert_reply(r, rows[i].code, rows[i].text);
		assert_false(succeeded(r));
		assert_string_equal(newest_order(s).status, rows[i].status);
		lab_advance(s->lab, "PT1H");
		assert_int_equal(expiry_year(s), rows[i].year);
		assert_int_equal(available(s), before - (rows[i].year == 2028 ? 1162 : 0));
		shop_end(state);
		shop_with_names(state);
	}
}

/* process_pending of a renewal that was saved. */
static void
test_a_saved_renewal_is_processed_later(void **state)
{
	static const struct {
		int64_t money;
		bool deleted;
		int code, year;
		const char *text, *status;
	} rows[] = {
		{ 1162, false, 200, 2028, "Domain registration successfully completed",
		    "completed" },
		{ 1161, false, 440, 2027, "Renewal Failed: over quota", "pending" },
		{ 1162, true, 480, 2027, "Domain not found.", "pending" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		struct term t = lab_term(s->lab, "ek.com");
		const char *id = at(RENEW(s, "handle", "save"), "attributes.order_id");
		shop_set_money(s, rows[i].money);
		t.state = rows[i].deleted ? "deleted" : t.state;
		lab_begin(s->lab);
		term_save(&s->lab->w, &t);
		lab_end(s->lab);
		assert_reply(ASK(s->lab, s->id, "process_pending", "domain", "order_id", id),
		    rows[i].code, rows[i].text);
		assert_string_equal(newest_order(s).status, rows[i].status);
		if (!rows[i].deleted)
			assert_int_equal(expiry_year(s), rows[i].year);
		shop_end(state);
		shop_with_names(state);
	}
}

/* Meanwhile another one has renewed the name for that year. */
static void
test_a_renewal_that_came_too_late(void **state)
{
	static const char *const beginnings[] = { "save", "process" };

	for (size_t i = 0; i < COUNT_OF(beginnings); i++) {
		struct shop *s = *state;
		lab_policy(s->lab, "tld.com.registry", "async");
		const char *id = at(RENEW(s, "handle", beginnings[i]), "attributes.order_id");
		struct order late = shop_order(s, strtoll(id, NULL, 10));
		if (strcmp(late.status, "waiting") == 0)
			assert_true(shop_registry(s, late.id, "reject"));
		const char *before = shop_order(s, late.id).status;
		struct term t = lab_term(s->lab, "ek.com");
		t.expires = t.registry_expires = t.expires + DAYS(365);
		lab_begin(s->lab);
		term_save(&s->lab->w, &t);
		lab_end(s->lab);
		int64_t orders = newest_order(s).id;
		assert_int_equal(
		    code_of(ASK(s->lab, s->id, "process_pending", "domain", "order_id", id)), 541);
		assert_string_equal(shop_order(s, late.id).status, before);
		assert_int_equal(newest_order(s).id, orders);
		assert_int_equal(expiry_year(s), 2028);
		shop_end(state);
		shop_with_names(state);
	}
}

/* The same, after a renewal that this world has seen. */
static void
test_a_declined_renewal_is_not_made_up_for_twice(void **state)
{
	struct shop *s = *state;

	lab_policy(s->lab, "tld.com.registry", "async");
	const char *id = at(RENEW(s, "period", "1"), "attributes.order_id");
	assert_true(shop_registry(s, strtoll(id, NULL, 10), "reject"));
	lab_policy(s->lab, "tld.com.registry", "sync");
	assert_int_equal(code_of(RENEW(s, "period", "1")), 200);
	assert_reply(ASK(s->lab, s->id, "process_pending", "domain", "order_id", id), 555,
	    "Domain Already Renewed");
	assert_int_equal(expiry_year(s), 2028);
}

/* A registration of the same name waits, which somebody has meanwhile. */
static void
test_another_order_that_waits(void **state)
{
	struct shop *s = *state;

	FAULT(s, "registry_delay", NULL, NULL);
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "new.com")), 250);
	lab_register(s->lab, s->id, "new.com", "Anna", "Ek", "anna@ek.example");
	assert_reply(
	    RENEW(s, "domain", "new.com"), 486, "Entity is in a processing state; please retry");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(a_registry_that_takes_its_time),
		TEST(a_registry_that_refuses_or_falls_silent),
		TEST(a_saved_renewal_is_processed_later),
		TEST(a_renewal_that_came_too_late),
		TEST(a_declined_renewal_is_not_made_up_for_twice),
		TEST(another_order_that_waits),
	};

	return cmocka_run_group_tests_name("renewals that wait", tests, NULL, NULL);
}
