/* process_pending: once more, under a new id, or not at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define PROCESS(s, ...) ASK((s)->lab, (s)->id, "process_pending", "domain", __VA_ARGS__)
#define OK "Domain registration successfully completed"
#define DONE "Command completed successfully"

/* Each puts order 1, for a.com, into a state. */
static void
pending(struct shop *s)
{
	REGISTER(s->lab, s->id, "handle", "save");
}

static void
waiting(struct shop *s)
{
	FAULT(s, "registry_delay", end_of_pairs);
	REGISTER(s->lab, s->id, "handle", "process");
	shop_mend(s);
}

static void
completed(struct shop *s)
{
	REGISTER(s->lab, s->id, "handle", "process");
}

static void
declined(struct shop *s)
{
	waiting(s);
	assert_true(shop_registry(s, 1, "reject"));
}

static void
cancelled(struct shop *s)
{
	pending(s);
	PROCESS(s, "order_id", "1", "command", "cancel");
}

static const struct {
	void (*prepare)(struct shop *s);
	const char *command;
	int code;
	const char *text, *id; /* of the order that came out of it; NULL: none */
	const char *status, *now; /* of order 1, before and after */
} rows[] = {
	{ pending, NULL, 200, OK, "1", "pending", "completed" },
	{ declined, NULL, 200, OK, "2", "declined", "cancelled" },
	{ cancelled, NULL, 200, OK, "2", "cancelled", "cancelled" },
	{ waiting, NULL, 400, "Order cannot be processed in its state: waiting", NULL, "waiting",
	    "waiting" },
	{ completed, NULL, 400, "Order cannot be processed in its state: completed", NULL,
	    "completed", "completed" },
	{ pending, "cancel", 200, DONE, "1", "pending", "cancelled" },
	{ declined, "cancel", 200, DONE, "1", "declined", "cancelled" },
	{ cancelled, "cancel", 400, "Order cannot be processed in its state: cancelled", NULL,
	    "cancelled", "cancelled" },
	{ waiting, "cancel", 400, "Order cannot be processed in its state: waiting", NULL,
	    "waiting", "waiting" },
	{ completed, "cancel", 400, "Order cannot be processed in its state: completed", NULL,
	    "completed", "completed" },
};

static void
test_what_becomes_of_an_order_in_each_state(void **state)
{
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		rows[i].prepare(s);
		assert_string_equal(shop_order(s, 1).status, rows[i].status);
		const struct value *r = PROCESS(s, "order_id", "1", "command", rows[i].command);
		assert_reply(r, rows[i].code, rows[i].text);
		assert_string_equal(shop_order(s, 1).status, rows[i].now);
		if (rows[i].id != NULL)
			assert_string_equal(at(r, "attributes.order_id"), rows[i].id);
		assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM orders"),
		    rows[i].id != NULL && *rows[i].id == '2' ? 2 : 1);
		shop_books(s);
		shop_end(state);
		shop_begin(state);
		s = *state;
	}
}

static void
test_the_reply_tells_the_name_and_its_end(void **state)
{
	struct shop *s = *state;

	shop_set_money(s, 10000);
	REGISTER(s->lab, s->id, "domain", "first.com");
	REGISTER(s->lab, s->id, "domain", "other.com", "handle", "save");
	REGISTER(s->lab, s->id, "handle", "save", "auto_renew", "1", "period", "2");
	const struct value *r = PROCESS(s, "order_id", "3");
	assert_string_equal(at(r, "attributes.order_id"), "3");
	assert_string_equal(at(r, "attributes.id"), "2"); /* the name's, not the order's */
	assert_string_equal(at(r, "attributes.f_auto_renew"), "Y");
	assert_string_equal(
	    at(r, "attributes.registration expiration date"), "2028-05-04 15:20:00");
	assert_int_equal(shop_money(s).balance, 10000 - 3 * 1162);
}

/* A renewal may leave it as it is, or change it. */
static void
test_a_renewal_tells_what_the_name_does_in_the_end(void **state)
{
	static const struct {
		const char *before, *wish, *after; /* a NULL wish: none */
	} cases[] = {
		{ "1", NULL, "Y" },
		{ "0", NULL, "N" },
		{ "0", "1", "Y" },
		{ "1", "0", "N" },
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct shop *s = *state;
		REGISTER(s->lab, s->id, "domain", "ek.com", "auto_renew", cases[i].before);
		ASK(s->lab, s->id, "renew", "domain", "domain", "ek.com", "period", "1",
		    "currentexpirationyear", "2027", "handle", "save", "auto_renew", cases[i].wish);
		const struct value *r = PROCESS(s, "order_id", "2");
		assert_int_equal(code_of(r), 200);
		assert_string_equal(at(r, "attributes.f_auto_renew"), cases[i].after);
		shop_end(state);
		shop_begin(state);
	}
}

static void
test_an_order_that_cannot_be_carried_out_is_kept(void **state)
{
	struct shop *s = *state;

	shop_set_money(s, 1161);
	pending(s);
	const struct value *r = PROCESS(s, "order_id", "1");
	assert_reply(r, 200, "Registration successful");
	assert_string_equal(at(r, "attributes.forced_pending"), "1");
	assert_string_equal(at(r, "attributes.order_id"), "1");
	shop_set_money(s, 1162);
	assert_reply(PROCESS(s, "order_id", "1"), 200, OK);
	assert_int_equal(shop_money(s).balance, 0);

	REGISTER(s->lab, s->id, "domain", "b.com", "handle", "save");
	REGISTER(s->lab, s->other, "domain", "b.com");
	r = PROCESS(s, "order_id", "2");
	assert_reply(r, 485, "Domain taken");
	assert_string_equal(at(r, "attributes.forced_pending"), "2");
	assert_string_equal(shop_order(s, 2).status, "pending");
}

/* Whatever the second attempt meets, the first one has ended. */
static void
test_a_new_id_is_kept_even_if_it_fails(void **state)
{
	struct shop *s = *state;

	declined(s);
	FAULT(s, "registry_reject", end_of_pairs);
	const struct value *r = PROCESS(s, "order_id", "1");
	assert_reply(r, 405, "Registry error: registration refused");
	assert_string_equal(at(r, "attributes.forced_pending"), "2");
	assert_string_equal(shop_order(s, 1).status, "cancelled");
	assert_string_equal(shop_order(s, 2).status, "pending");
	assert_string_equal(instant_iso(shop_order(s, 2).submitted).text, "2026-05-04T15:20:00Z");
}

static void
test_an_asynchronous_registry_is_asked_again(void **state)
{
	struct shop *s = *state;

	pending(s);
	lab_policy(s->lab, "tld.com.registry", "async");
	const struct value *r = PROCESS(s, "order_id", "1");
	assert_reply(
	    r, 250, "Action submitted successfully for processing to asynchronous registry");
	assert_string_equal(at(r, "attributes.order_id"), "1");
	assert_string_equal(at(r, "attributes.queue_request_id"), "1");
	assert_int_equal(shop_money(s).held, 1162);
	lab_advance(s->lab, "PT5M");
	assert_string_equal(shop_order(s, 1).status, "completed");
	assert_int_equal(shop_money(s).held, 0);
	shop_books(s);
}

static void
test_an_order_in_its_place_gives_way(void **state)
{
	struct shop *s = *state;

	declined(s);
	REGISTER(s->lab, s->id, "handle", "save");
	const struct value *r = PROCESS(s, "order_id", "1");
	assert_reply(r, 200, OK);
	assert_string_equal(at(r, "attributes.cancelled_orders.0"), "2");
	assert_string_equal(shop_order(s, 2).status, "cancelled");
	assert_string_equal(shop_order(s, 3).status, "completed");
}

static void
test_while_another_one_waits_nothing_happens(void **state)
{
	struct shop *s = *state;

	declined(s);
	FAULT(s, "registry_delay", end_of_pairs);
	REGISTER(s->lab, s->id, "handle", "process");
	const struct value *r = PROCESS(s, "order_id", "1");
	assert_reply(r, 486, "Entity is in a processing state; please retry");
	assert_string_equal(shop_order(s, 1).status, "declined");
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM orders"), 2);
}

static void
test_what_is_asked_for_must_make_sense(void **state)
{
	static const struct slip_up slips[] = {
		{ "order_id", NULL, 460, "Required field 'order_id' not provided" },
		{ "order_id", "x", 465, "Invalid data, error=<order_id 'x'>" },
		{ "order_id", "2", 480, "Order not found." },
		{ "order_id", "3", 480, "Order not found." }, /* somebody else's */
		{ "command", "forget", 465, "Invalid data, error=<command 'forget'>" },
	};
	struct shop *s = *state;

	pending(s);
	REGISTER(s->lab, s->other, "domain", "b.com", "handle", "save");
	REGISTER(s->lab, s->other, "domain", "c.com", "handle", "save");
	shop_slips(s, "process_pending", "domain", PAIRS("order_id", "1"), slips, COUNT_OF(slips));
	assert_string_equal(shop_order(s, 1).status, "pending");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(what_becomes_of_an_order_in_each_state),
		TEST(the_reply_tells_the_name_and_its_end),
		TEST(a_renewal_tells_what_the_name_does_in_the_end),
		TEST(an_order_that_cannot_be_carried_out_is_kept),
		TEST(a_new_id_is_kept_even_if_it_fails),
		TEST(an_asynchronous_registry_is_asked_again),
		TEST(an_order_in_its_place_gives_way),
		TEST(while_another_one_waits_nothing_happens),
		TEST(what_is_asked_for_must_make_sense),
	};

	return cmocka_run_group_tests_name("process_pending", tests, NULL, NULL);
}
