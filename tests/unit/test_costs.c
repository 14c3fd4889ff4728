/*
 * What a request costs does not grow with the world: a full scan of orders,
 * names or mails hides well among ten rows.  (A poll tells how long the queue is,
 * and may count it.)
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "tests/support/shop.h"
#include "world/party/address_rule.h"
#include "world/turn.h"

/* Every name has an owner of its own. */
static void
populate(struct shop *s, int from, int to)
{
	for (int i = from; i < to; i++)
		REGISTER(s->lab, s->id, "domain", arena_printf(s->lab->a, "name-%d.com", i),
		    "contact_set.owner.email", arena_printf(s->lab->a, "owner-%d@shop.example", i));
}

static void
register_one(struct shop *s, const char *name)
{
	const struct value *r = REGISTER(s->lab, s->id, "domain", name, "contact_set.owner.email",
	    arena_printf(s->lab->a, "%s@shop.example", name));
	assert_int_equal(code_of(r), 200);
}

static void
look_up(struct shop *s, const char *name)
{
	assert_int_equal(code_of(ASK(s->lab, s->id, "lookup", "domain", "domain", name)), 210);
}

static void
get_one(struct shop *s, const char *name)
{
	(void)name;
	assert_int_equal(code_of(ASK(s->lab, s->id, "get", "domain", "domain", "name-3.com", "type",
			     "all_info")),
	    200);
}

static void
change_one(struct shop *s, const char *name)
{
	struct value *top = request_new(s->lab->a, "update_contacts", "domain");

	request_set(s->lab->a, top, "domain", "name-4.com");
	request_set(s->lab->a, top, "types.0", "owner");
	set_person(s->lab->a, top, "owner");
	request_set(s->lab->a, top, "contact_set.owner.email", name);
	ask(s->lab, s->id, top);
}

static void
see_order(struct shop *s, const char *name)
{
	(void)name;
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "get_order_info", "domain", "order_id", "3")), 200);
}

static void
see_orders(struct shop *s, const char *name)
{
	(void)name;
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "get_orders_by_domain", "domain", "domain", "name-3.com")),
	    200);
}

static void
see_notes(struct shop *s, const char *name)
{
	(void)name;
	assert_int_equal(code_of(ASK(s->lab, s->id, "get_notes", "domain", "domain", "name-3.com",
			     "type", "domain")),
	    200);
}

/* Over a connection, under rules of addresses and a limit of commands. */
static void
look_up_from_afar(struct shop *s, const char *name)
{
	struct lab *lab = s->lab;
	struct value *top = request_new(lab->a, "lookup", "domain");
	const struct place place = { .address = "192.0.2.1", .nth = 1 };

	request_set(lab->a, top, "domain", name);
	turn_begin(&lab->w);
	struct outcome o = dispatch_at(&lab->w, lab->a, s->id, top, &place, NULL);
	turn_settle(&lab->w, o.granted);
	assert_true(turn_commit(&lab->w));
	assert_int_equal(o.code, 210);
}

static void
set_limits(struct shop *s)
{
	static const char *const rules[] = { "192.0.2.0/24", "2001:db8::/32" };
	struct reseller r = shop_settings(s);

	lab_policy(s->lab, "rate.commands", "1000");
	lab_policy(s->lab, "ip_rules.delay", "PT0S");
	lab_begin(s->lab);
	address_rules_set(&s->lab->w, s->lab->a, &r, rules, 2);
	reseller_save(&s->lab->w, &r);
	lab_end(s->lab);
}

static void
try_again(struct shop *s, const char *name)
{
	const struct value *r = REGISTER(s->lab, s->id, "domain", name, "handle", "save",
	    "contact_set.owner.email", arena_printf(s->lab->a, "%s@shop.example", name));

	assert_int_equal(code_of(ASK(s->lab, s->id, "process_pending", "domain", "order_id",
			     at(r, "attributes.id"))),
	    200);
}

static const struct {
	const char *what;
	void (*act)(struct shop *s, const char *name);
} acts[] = {
	{ "sw_register", register_one },
	{ "lookup", look_up },
	{ "lookup under limits", look_up_from_afar },
	{ "get all_info", get_one },
	{ "update_contacts", change_one },
	{ "get_order_info", see_order },
	{ "get_orders_by_domain", see_orders },
	{ "get_notes", see_notes },
	{ "process_pending", try_again },
};

static int64_t
cost(struct shop *s, size_t i, const char *name)
{
	int64_t before = store_steps(s->lab->w.store);

	acts[i].act(s, name);
	return store_steps(s->lab->w.store) - before;
}

static void
test_a_request_costs_the_same_in_a_larger_world(void **state)
{
	struct shop *s = *state;
	int64_t small[COUNT_OF(acts)];

	set_limits(s);
	register_one(s, "first.com"); /* templates are learnt once */
	populate(s, 0, 20);
	for (size_t i = 0; i < COUNT_OF(acts); i++)
		small[i] = cost(s, i, arena_printf(s->lab->a, "small-%zu.com", i));
	populate(s, 20, 400);
	for (size_t i = 0; i < COUNT_OF(acts); i++) {
		int64_t large = cost(s, i, arena_printf(s->lab->a, "large-%zu.com", i));
		print_message(
		    "%s: %" PRId64 " steps, then %" PRId64 "\n", acts[i].what, small[i], large);
		if (large > small[i] * 3 / 2)
			fail_msg("%s cost %" PRId64 " steps among 20 names, %" PRId64 " among 400",
			    acts[i].what, small[i], large);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_a_request_costs_the_same_in_a_larger_world, shop_begin, shop_end),
	};

	return cmocka_run_group_tests_name("costs", tests, NULL, NULL);
}
