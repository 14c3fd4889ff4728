/* What a reseller reads about its orders: lists and notes; and how it clears away
 * what is pending. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define ORDERS(s, ...) ASK((s)->lab, (s)->id, "get_orders_by_domain", "domain", __VA_ARGS__)
#define NOTES(s, ...) ASK((s)->lab, (s)->id, "get_notes", "domain", __VA_ARGS__)
#define CANCEL(s, ...) ASK((s)->lab, (s)->id, "cancel_pending_orders", "order", __VA_ARGS__)

/* Orders 1 (new, cancelled), 2 (completed a day later) and another's. */
static void
order_twice(struct shop *s)
{
	REGISTER(s->lab, s->id, "handle", "save");
	lab_at(s->lab, "2026-05-06T03:59:59Z"); /* still the fifth in Toronto */
	REGISTER(s->lab, s->id, "handle", "process");
	REGISTER(s->lab, s->id, "domain", "b.com");
}

static void
test_orders_of_a_name_newest_first(void **state)
{
	struct shop *s = *state;

	order_twice(s);
	const struct value *r = ORDERS(s, "domain", "a.com");
	assert_reply(r, 200, "Command successful");
	assert_string_equal(all_at(s->lab, r, "orders", "id"), "2 1");
	assert_string_equal(all_at(s->lab, r, "orders", "status"), "completed cancelled");
	assert_string_equal(all_at(s->lab, r, "orders", "type"), "new new");
	assert_string_equal(at(r, "attributes.orders.0.order_date"), "05-MAY-2026 23:59:59");
	assert_string_equal(at(r, "attributes.orders.1.order_date"), "04-MAY-2026 11:20:00");
	assert_string_equal(at(r, "attributes.page"), "1");
	assert_string_equal(at(r, "attributes.page_size"), "40");
	assert_string_equal(at(r, "attributes.total"), "2");
}

static void
test_orders_are_picked(void **state)
{
	static const struct {
		const char *key, *value, *ids, *total;
	} rows[] = {
		{ "status", "completed", "2", "1" },
		{ "status", "waiting", "", "0" },
		{ "type", "new", "2 1", "2" },
		{ "type", "renewal", "", "0" },
		{ "order_from", "2026-05-04", "2 1", "2" },
		{ "order_from", "2026-05-05", "2", "1" },
		{ "order_from", "2026-05-06", "", "0" },
		{ "order_to", "2026-05-03", "", "0" },
		{ "order_to", "2026-05-04", "1", "1" },
		{ "order_to", "2026-05-05", "2 1", "2" },
		{ "limit", "1", "2", "2" },
		{ "page", "2", "", "2" },
		{ "domain", "nobody.com", "", "0" },
	};
	struct shop *s = *state;

	order_twice(s);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = ORDERS(s, "domain", "a.com", rows[i].key, rows[i].value);
		assert_string_equal(all_at(s->lab, r, "orders", "id"), rows[i].ids);
		assert_string_equal(at(r, "attributes.total"), rows[i].total);
	}
	const struct value *r = ORDERS(s, "domain", "a.com", "limit", "1", "page", "2");
	assert_string_equal(all_at(s->lab, r, "orders", "id"), "1");
	r = ASK(s->lab, s->other, "get_orders_by_domain", "domain", "domain", "a.com");
	assert_string_equal(at(r, "attributes.total"), "0");
}

static void
test_orders_are_asked_for_properly(void **state)
{
	static const struct slip_up slips[] = {
		{ "domain", NULL, 460, "Required field 'domain' not provided" },
		{ "order_from", "4 May", 465, "Invalid data, error=<order_from '4 May'>" },
		{ "order_to", "2026-02-30", 465, "Invalid data, error=<order_to '2026-02-30'>" },
		{ "limit", "0", 465, "Invalid data, error=<limit '0'>" },
		{ "page", "0", 465, "Invalid data, error=<page '0'>" },
	};

	shop_slips(*state, "get_orders_by_domain", "domain", PAIRS("domain", "a.com"), slips,
	    COUNT_OF(slips));
}

static void
test_notes_tell_what_happened_newest_first(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "handle", "save", "auto_renew", "1");
	lab_advance(s->lab, "P1D");
	ASK(s->lab, s->id, "process_pending", "domain", "order_id", "1");
	const struct value *r = NOTES(s, "domain", "a.com", "type", "domain");
	assert_reply(r, 200, "Command successful");
	assert_non_null(at(r, "transaction_id"));
	static const char *const notes[] = {
		"Order #1: Domain Registration (1 year: $11.62)",
		"Domain set to Auto Renew.",
		"Domain registration successfully completed.",
		"Order #1: saved, not processed",
	};
	for (size_t i = 0; i < COUNT_OF(notes); i++)
		assert_string_equal(
		    at(r, arena_printf(s->lab->a, "attributes.notes.%zu.note", i)), notes[i]);
	assert_string_equal(at(r, "attributes.notes.0.timestamp"), "05-MAY-2026 11:20:00");
	assert_string_equal(at(r, "attributes.notes.3.timestamp"), "04-MAY-2026 11:20:00");
	assert_string_equal(at(r, "attributes.total"), "4");
	r = NOTES(s, "domain", "a.com", "type", "domain", "limit", "3", "page", "2");
	assert_string_equal(at(r, "attributes.notes.0.note"), notes[3]);
	assert_null(at(r, "attributes.notes.1.note"));
	assert_string_equal(at(r, "attributes.page_size"), "3");
	assert_string_equal(at(r, "attributes.total"), "4");
}

static void
test_notes_of_one_order(void **state)
{
	struct shop *s = *state;

	order_twice(s);
	const struct value *r = NOTES(s, "domain", "a.com", "type", "order", "order_id", "1");
	assert_string_equal(at(r, "attributes.notes.0.note"), "Order #1: cancelled");
	assert_string_equal(at(r, "attributes.notes.1.note"), "Order #1: saved, not processed");
	assert_string_equal(at(r, "attributes.total"), "2");
	r = NOTES(s, "domain", "a.com", "type", "order", "order_id", "2");
	assert_string_equal(at(r, "attributes.total"), "2");
	assert_string_equal(
	    at(NOTES(s, "domain", "a.com", "type", "domain"), "attributes.total"), "4");
}

/* Why an order is where it is. */
static void
test_notes_give_the_reason(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->other, "domain", "taken.com");
	REGISTER(s->lab, s->id, "domain", "taken.com");
	FAULT(s, "registry_reject", "text", "Registry error: the moon is full");
	REGISTER(s->lab, s->id, "domain", "refused.com");
	shop_mend(s);
	FAULT(s, "registry_reject", end_of_pairs);
	REGISTER(s->lab, s->id, "domain", "refused.net");
	shop_mend(s);
	FAULT(s, "unknown_status", "then", "reject");
	REGISTER(s->lab, s->id, "domain", "unknown.com");
	lab_policy(s->lab, "orders.pending_days", "30");
	REGISTER(s->lab, s->id, "domain", "old.com", "handle", "save");
	shop_set_money(s, shop_money(s).held);
	shop_mend(s);
	REGISTER(s->lab, s->id, "domain", "poor.com");
	lab_advance(s->lab, "P31D");
	static const struct {
		const char *domain, *first, *then;
	} rows[] = {
		{ "taken.com", "there is nothing to sell under this name", NULL },
		{ "refused.com", "Registry error: the moon is full", NULL },
		{ "refused.net", "refused by the registry", NULL },
		{ "unknown.com", "sent to the registry, whose answer is not known",
		    "refused by the registry" },
		{ "old.com", "saved, not processed", "cancelled: nobody processed it" },
		{ "poor.com", "not enough money is available", "cancelled: nobody processed it" },
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = NOTES(s, "domain", rows[i].domain, "type", "domain");
		bool two = rows[i].then != NULL;
		assert_string_equal(
		    strchr(
			at(r, two ? "attributes.notes.1.note" : "attributes.notes.0.note"), ':') +
			2,
		    rows[i].first);
		if (two)
			assert_string_equal(
			    strchr(at(r, "attributes.notes.0.note"), ':') + 2, rows[i].then);
	}
}

static void
test_notes_are_asked_for_properly(void **state)
{
	static const struct slip_up slips[] = {
		{ "domain", NULL, 460, "Required field 'domain' not provided" },
		{ "type", NULL, 460, "Required field 'type' not provided" },
		{ "type", "gossip", 465, "Invalid data, error=<type 'gossip'>" },
		{ "type", "order", 460, "Required field 'order_id' not provided" },
		{ "domain", "b.com", 480, "Domain not found." },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "a.com");
	REGISTER(s->lab, s->other, "domain", "b.com");
	shop_slips(s, "get_notes", "domain", PAIRS("domain", "a.com", "type", "domain"), slips,
	    COUNT_OF(slips));
	static const struct slip_up orders[] = {
		{ "order_id", "2", 480, "Order not found." },
		{ "order_id", "9", 480, "Order not found." },
		{ "domain", "c.com", 480, "Domain not found." },
	};
	shop_slips(s, "get_notes", "domain",
	    PAIRS("domain", "a.com", "type", "order", "order_id", "1"), orders, COUNT_OF(orders));
	REGISTER(s->lab, s->id, "domain", "c.com");
	assert_reply(
	    NOTES(s, "domain", "c.com", "type", "order", "order_id", "1"), 480, "Order not found.");
}

/* Orders 1 to 3: pending since the first, second and third second; 4 completed;
 * 5 declined; 6 pending, of somebody else. */
static void
leave_things_lying(struct shop *s)
{
	REGISTER(s->lab, s->id, "domain", "a.com", "handle", "save");
	lab_advance(s->lab, "PT1S");
	REGISTER(s->lab, s->id, "domain", "b.com", "handle", "save");
	lab_advance(s->lab, "PT1S");
	REGISTER(s->lab, s->id, "domain", "c.com", "handle", "save");
	REGISTER(s->lab, s->id, "domain", "d.com");
	FAULT(s, "registry_delay", end_of_pairs);
	REGISTER(s->lab, s->id, "domain", "e.com");
	assert_true(shop_registry(s, 5, "reject"));
	shop_mend(s);
	REGISTER(s->lab, s->other, "domain", "f.com", "handle", "save");
}

static void
test_pending_orders_are_cleared_away(void **state)
{
	static const struct {
		const char *to_date, *status, *ids, *domains;
	} rows[] = {
		{ "1777908000", NULL, "1", "a.com" }, /* 15:20:00 */
		{ "1777907999", NULL, "", "" },
		{ "1777908001", NULL, "1 2", "a.com b.com" },
		{ "1777908002", "pending", "1 2 3", "a.com b.com c.com" },
		{ "1777908002", "declined", "5", "e.com" },
		{ "1777908001", "declined", "", "" },
		{ "1777908002", "pending, declined", "1 2 3 5", "a.com b.com c.com e.com" },
		{ "1777908002", "declined,pending,declined", "5 1 2 3", "e.com a.com b.com c.com" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		leave_things_lying(s);
		const struct value *r = CANCEL(
		    s, "to_date", rows[i].to_date, "status", rows[i].status);
		assert_reply(r, 200, "Command successful");
		assert_string_equal(all_at(s->lab, r, "cancelled", "id"), rows[i].ids);
		assert_string_equal(all_at(s->lab, r, "cancelled", "domain"), rows[i].domains);
		assert_int_equal(
		    strtoll(at(r, "attributes.total"), NULL, 10), (strlen(rows[i].ids) + 1) / 2);
		assert_int_equal(
		    lab_ask(s->lab, "SELECT count(*) FROM orders WHERE status = 'cancelled'"),
		    (strlen(rows[i].ids) + 1) / 2);
		shop_books(s);
		shop_end(state);
		shop_begin(state);
		s = *state;
	}
}

static void
test_the_status_may_come_as_a_list(void **state)
{
	struct shop *s = *state;

	leave_things_lying(s);
	const struct value *r = CANCEL(
	    s, "to_date", "1777908002", "status.0", "pending", "status.1", "declined");
	assert_string_equal(all_at(s->lab, r, "cancelled", "id"), "1 2 3 5");
	assert_string_equal(all_at(s->lab, r, "cancelled", "reg_type"), "new new new new");
}

static void
test_clearing_away_is_asked_for_properly(void **state)
{
	static const struct slip_up slips[] = {
		{ "to_date", NULL, 460, "Required field 'to_date' not provided" },
		{ "to_date", "2026-05-04", 465, "Invalid data, error=<to_date '2026-05-04'>" },
		{ "status", "completed", 465, "Invalid data, error=<status 'completed'>" },
		{ "status", "pending,waiting", 465, "Invalid data, error=<status 'waiting'>" },
	};
	struct shop *s = *state;

	leave_things_lying(s);
	shop_slips(s, "cancel_pending_orders", "order", PAIRS("to_date", "1777908002"), slips,
	    COUNT_OF(slips));
	assert_int_equal(
	    lab_ask(s->lab, "SELECT count(*) FROM orders WHERE status = 'cancelled'"), 0);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(orders_of_a_name_newest_first),
		TEST(orders_are_picked),
		TEST(orders_are_asked_for_properly),
		TEST(notes_tell_what_happened_newest_first),
		TEST(notes_of_one_order),
		TEST(notes_give_the_reason),
		TEST(notes_are_asked_for_properly),
		TEST(pending_orders_are_cleared_away),
		TEST(the_status_may_come_as_a_list),
		TEST(clearing_away_is_asked_for_properly),
	};

	return cmocka_run_group_tests_name("lists of orders", tests, NULL, NULL);
}
