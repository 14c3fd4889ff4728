/* Orders from the submission to the end: what each way leaves behind, with owner,
 * registry and money in between. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/consenting.h"
#include "tests/support/shop.h"
#include "world/flow/order/order_flow.h"
#include "world/order/type.h"

#define PRICE 2975 /* a year of .sg */
#define CARL "carl@cole.example"

/* The statuses of order 1 that were told, with blanks between. */
static const char *
told(struct shop *s)
{
	return lab_ask_text(s->lab,
	    "SELECT group_concat(status, ' ') FROM (SELECT json_extract(data, '$.order_status')"
	    " AS status FROM event WHERE object = 'ORDER'"
	    " AND json_extract(data, '$.order_id') = '1' ORDER BY id)");
}

static bool
take(struct shop *s, const char *event)
{
	lab_begin(s->lab);
	bool taken = order_take(&s->lab->w, s->lab->a, 1, event);
	lab_end(s->lab);
	return taken;
}

/* What happens to an order, one letter each. */
static void
happens(struct shop *s, char what)
{
	switch (what) {
	case 'o': /* ordered */
		REGISTER(s->lab, s->id, "domain", "cole.sg", "contact_set.owner.email", CARL);
		break;
	case 's': /* saved only */
		REGISTER(s->lab, s->id, "domain", "cole.sg", "contact_set.owner.email", CARL,
		    "handle", "save");
		break;
	case 'p': /* once more */
		ASK(s->lab, s->id, "process_pending", "domain", "order_id", "1");
		break;
	case 'c': /* cancelled by the reseller */
		ASK(s->lab, s->id, "process_pending", "domain", "order_id", "1", "command",
		    "cancel");
		break;
	case 'y': /* the owner agrees */
		lab_advance(s->lab, "PT1M");
		agree(s->lab, CARL);
		break;
	case 'n': /* refuses */
		lab_advance(s->lab, "PT1M");
		disagree(s->lab, CARL);
		break;
	case '.': /* says nothing for ten days, and the minute before the mail */
		lab_advance(s->lab, "P10DT1M");
		break;
	case 'a': /* the registry accepts */
		assert_true(shop_registry(s, 1, "accept"));
		break;
	case 'r': /* declines */
		assert_true(shop_registry(s, 1, "reject"));
		break;
	case 'g': /* the name goes to somebody else */
		lab_register(s->lab, s->other, "cole.sg", "Bo", "Berg", "bo@berg.example");
		break;
	case '-': /* there is no money */
		shop_set_money(s, PRICE - 1);
		break;
	case '+':
		shop_set_money(s, PRICE);
		break;
	case 'm': /* the registry is itself again */
		shop_mend(s);
		break;
	default:
		fail_msg("nobody knows what %c is", what);
	}
}

static const struct {
	const char *process, *registry; /* of .sg */
	const char *fault; /* NULL: none */
	const char *refused; /* consent.refused_status */
	const char *acts, *statuses; /* what happens; what was told of it */
	int64_t held, debited;
} ways[] = {
	/* nobody is asked, the registry answers at once */
	{ "standard", "realtime", NULL, "declined", "o", "completed", 0, PRICE },
	{ "standard", "realtime", NULL, "declined", "s", "pending", 0, 0 },
	{ "standard", "realtime", NULL, "declined", "sp", "pending completed", 0, PRICE },
	{ "standard", "realtime", NULL, "declined", "sc", "pending cancelled", 0, 0 },
	{ "standard", "realtime", NULL, "declined", "go", "pending", 0, 0 },
	{ "standard", "realtime", NULL, "declined", "sgp", "pending", 0, 0 },
	{ "standard", "realtime", NULL, "declined", "-o", "pending", 0, 0 },
	{ "standard", "realtime", NULL, "declined", "-o+p", "pending completed", 0, PRICE },
	{ "standard", "realtime", NULL, "declined", "-op", "pending", 0, 0 },
	{ "standard", "realtime", "registry_reject", "declined", "o", "pending", 0, 0 },
	{ "standard", "realtime", "registry_reject", "declined", "omp", "pending completed", 0,
	    PRICE },
	/* the registry takes its time, or leaves everybody in the dark */
	{ "standard", "async", NULL, "declined", "o", "waiting", PRICE, 0 },
	{ "standard", "async", NULL, "declined", "oc", "waiting", PRICE, 0 },
	{ "standard", "async", NULL, "declined", "oa", "waiting completed", 0, PRICE },
	{ "standard", "async", NULL, "declined", "or", "waiting declined", 0, 0 },
	{ "standard", "async", NULL, "declined", "orc", "waiting declined cancelled", 0, 0 },
	{ "standard", "async", NULL, "declined", "oga", "waiting declined", 0, 0 },
	{ "standard", "async", NULL, "declined", "spa", "pending waiting completed", 0, PRICE },
	{ "standard", "async", NULL, "declined", "spr", "pending waiting declined", 0, 0 },
	{ "standard", "realtime", "unknown_status", "declined", "o", "waiting", PRICE, 0 },
	{ "standard", "realtime", "unknown_status", "declined", "sp", "pending waiting", PRICE, 0 },
	{ "standard", "realtime", "unknown_status", "declined", "oa", "waiting completed", 0,
	    PRICE },
	{ "standard", "realtime", "unknown_status", "declined", "or", "waiting declined", 0, 0 },
	/* the owner is asked first */
	{ "async", "realtime", NULL, "declined", "o", "waiting", PRICE, 0 },
	{ "async", "realtime", NULL, "declined", "sp", "pending waiting", PRICE, 0 },
	{ "async", "realtime", NULL, "declined", "oy", "waiting completed", 0, PRICE },
	{ "async", "realtime", NULL, "declined", "on", "waiting declined", 0, 0 },
	{ "async", "realtime", NULL, "cancelled", "on", "waiting cancelled", 0, 0 },
	{ "async", "realtime", NULL, "hold", "on", "waiting pending", 0, 0 },
	{ "async", "realtime", NULL, "declined", "o.", "waiting declined", 0, 0 },
	{ "async", "realtime", NULL, "cancelled", "o.", "waiting cancelled", 0, 0 },
	{ "async", "realtime", NULL, "hold", "o.", "waiting pending", 0, 0 },
	{ "async", "realtime", NULL, "hold", "o.p", "waiting pending waiting", PRICE, 0 },
	{ "async", "realtime", NULL, "declined", "oc", "waiting cancelled", 0, 0 },
	{ "async", "realtime", NULL, "declined", "ogy", "waiting declined", 0, 0 },
	{ "async", "realtime", "registry_reject", "declined", "oy", "waiting declined", 0, 0 },
	/* and then the registry takes its time */
	{ "async", "async", NULL, "declined", "oy", "waiting processed", PRICE, 0 },
	{ "async", "async", NULL, "declined", "oyc", "waiting processed", PRICE, 0 },
	{ "async", "async", NULL, "declined", "oya", "waiting processed completed", 0, PRICE },
	{ "async", "async", NULL, "declined", "oyr", "waiting processed declined", 0, 0 },
	{ "async", "realtime", "unknown_status", "declined", "oy", "waiting", PRICE, 0 },
	{ "async", "realtime", "unknown_status", "declined", "oyc", "waiting", PRICE, 0 },
	{ "async", "realtime", "unknown_status", "declined", "oya", "waiting completed", 0, PRICE },
	{ "async", "realtime", "unknown_status", "declined", "oyr", "waiting declined", 0, 0 },
	/* the owner is told, and nothing waits for it */
	{ "sync", "realtime", NULL, "declined", "o", "completed", 0, PRICE },
	{ "sync", "realtime", NULL, "declined", "on", "completed", 0, PRICE },
};

static void
prepare(struct shop *s, size_t i)
{
	lab_policy(s->lab, "tld.sg.process", ways[i].process);
	lab_policy(s->lab, "tld.sg.registry", ways[i].registry);
	lab_policy(s->lab, "tld.sg.registry_delay", "P99D");
	lab_policy(s->lab, "registry.unknown_after", "P99D");
	lab_policy(s->lab, "consent.refused_status", ways[i].refused);
	shop_set_money(s, PRICE);
	if (ways[i].fault != NULL)
		FAULT(s, ways[i].fault, end_of_pairs);
}

static void
test_every_way_of_an_order(void **state)
{
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		prepare(s, i);
		for (const char *act = ways[i].acts; *act != '\0'; act++) {
			happens(s, *act);
			shop_books(s);
		}
		lab_begin(s->lab);
		struct order_money m = account_of_order(&s->lab->w, 1);
		lab_end(s->lab);
		if (strcmp(told(s), ways[i].statuses) != 0 || m.held != ways[i].held ||
		    m.debited != ways[i].debited)
			fail_msg("row %zu, %s: %s, holds %" PRId64 ", paid %" PRId64, i,
			    ways[i].acts, told(s), m.held, m.debited);
		bool ours =
		    lab_ask(s->lab,
			"SELECT count(*) FROM term WHERE name = 'cole.sg' AND reseller = 1") > 0;
		assert_int_equal(ours, ways[i].debited > 0);
		shop_end(state);
		shop_begin(state);
		s = *state;
	}
}

/* Nothing that the owner or the reseller does ends what a registry works on. */
static void
test_a_registry_at_work_is_left_alone(void **state)
{
	static const char *const events[] = { "consented", "refused_consent", "consent_over",
		"cancel" };
	struct shop *s = *state;

	lab_policy(s->lab, "tld.sg.process", "standard");
	lab_policy(s->lab, "tld.sg.registry", "async");
	happens(s, 'o');
	for (size_t i = 0; i < COUNT_OF(events); i++)
		assert_false(take(s, events[i]));
	assert_string_equal(told(s), "waiting");
}

static void
test_dates_are_those_of_the_steps(void **state)
{
	struct shop *s = *state;

	lab_policy(s->lab, "tld.sg.registry", "async");
	happens(s, 'o');
	happens(s, 'y');
	lab_advance(s->lab, "PT1M");
	happens(s, 'a');
	struct order o = shop_order(s, 1);
	assert_string_equal(instant_iso(o.submitted).text, "2026-05-04T15:20:00Z");
	assert_string_equal(instant_iso(o.processed).text, "2026-05-04T15:21:00Z");
	assert_string_equal(instant_iso(o.completed).text, "2026-05-04T15:22:00Z");
	assert_int_equal(lab_term(s->lab, "cole.sg").id, o.term);
	assert_string_equal(
	    instant_iso(lab_term(s->lab, "cole.sg").created).text, "2026-05-04T15:22:00Z");
}

/* By the batch that opens the day, from the day of the submission. */
static void
test_idle_orders_age(void **state)
{
	static const struct {
		const char *days, *acts, *at, *status;
	} rows[] = {
		{ "30", "s", "2026-06-03T04:59:59Z", "pending" },
		{ "30", "s", "2026-06-03T05:00:00Z", "cancelled" },
		{ "30", "-o", "2026-06-03T05:00:00Z", "cancelled" },
		{ "30", "-op", "2026-06-03T05:00:00Z", "cancelled" },
		{ "30", "sp", "2026-06-03T05:00:00Z", "completed" },
		{ "1", "s", "2026-05-05T04:59:59Z", "pending" },
		{ "1", "s", "2026-05-05T05:00:00Z", "cancelled" },
		{ "never", "s", "2036-06-03T05:00:00Z", "pending" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		lab_policy(s->lab, "tld.sg.process", "standard");
		lab_policy(s->lab, "orders.pending_days", rows[i].days);
		for (const char *act = rows[i].acts; *act != '\0'; act++)
			happens(s, *act);
		lab_at(s->lab, rows[i].at);
		assert_string_equal(shop_order(s, 1).status, rows[i].status);
		shop_end(state);
		shop_begin(state);
		s = *state;
	}
}

static void
look_for_a_gift(void *order)
{
	order_type_of((const struct order *)order);
}

static void
test_types_are_known_by_name(void **state)
{
	static const struct {
		const char *name, *command, *action;
		bool asks;
	} rows[] = {
		{ "new", "SW_REGISTER", "sw_register", true },
		{ "renewal", "RENEW", "renew_domain", false },
	};
	struct order unknown = { .type = "gift" };

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct order o = { .type = rows[i].name };
		const struct order_type *t = order_type_of(&o);
		assert_string_equal(t->command, rows[i].command);
		assert_string_equal(t->action, rows[i].action);
		assert_int_equal(t->asks_owner, rows[i].asks);
	}
	(void)state;
	assert_true(aborts(look_for_a_gift, &unknown));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(every_way_of_an_order),
		TEST(a_registry_at_work_is_left_alone),
		TEST(dates_are_those_of_the_steps),
		TEST(idle_orders_age),
		TEST(types_are_known_by_name),
	};

	return cmocka_run_group_tests_name("orders", tests, NULL, NULL);
}
