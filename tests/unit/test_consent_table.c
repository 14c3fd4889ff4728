/* Every row of the table of consent: its shape, and what it does when it is taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "tests/support/consenting.h"
#include "tests/support/registrant.h"
#include "tests/support/tables.h"
#include "world/flow/consent/inside.h"
#include "world/flow/order/order_flow.h"

#define ANNA "anna@ek.example"

static bool
same(const char *x, const char *y)
{
	return strcmp(x, y) == 0;
}

static void
the_table_is_sound(void **state)
{
	static const char *const ends[] = { "dropped", NULL };

	(void)state;
	assert_every_state_is_reached(&consent);
	assert_only_ends_have_no_way_out(&consent, ends);
	assert_guarded_rows_come_first(&consent);
	assert_every_wait_is_listened_for(&consent);
}

/* What each effect writes and does to an order that waits.  A new effect needs a
 * row here. */
static const struct {
	const char *effect, *mails, *order;
} effects[] = {
	{ "nothing_more", "", "waiting" },
	{ "write_sync", "consent.sync>" ANNA, "waiting" },
	{ "write_async", "consent.async>" ANNA, "waiting" },
	{ "write_again", "consent.resend>" ANNA, "waiting" },
	{ "let_go", "", "completed" },
	{ "stop", "", "declined" },
	{ "give_up", "", "declined" },
};

static void
set_choice(struct lab *lab, const char *choice)
{
	struct query q = SQL(lab->w.store, "UPDATE data_subject SET choice = :choice");

	bind_text(&q, ":choice", choice);
	query_run(&q);
}

static void
set_told(struct lab *lab)
{
	struct query q = SQL(lab->w.store, "UPDATE data_subject SET told = 1");

	query_run(&q);
}

/* How a guard is made true.  A new guard needs a row here. */
static void
satisfy(struct lab *lab, const char *guard, struct consent *c)
{
	c->waits = same(guard, "order_waits");
	if (same(guard, "given_before"))
		set_choice(lab, "given");
	else if (same(guard, "refused_before"))
		set_choice(lab, "refused");
	else if (same(guard, "written_before"))
		set_told(lab);
	else if (!c->waits)
		assert_string_equal(guard, "always");
}

/* The run of a waiting order in the state in which the row begins. */
static struct consent *
put_into(struct lab *lab, int64_t order, const struct transition *t)
{
	struct consent *c = consent_of_order(&lab->w, lab->a, order);

	assert_non_null(c);
	c->episode.state = t->from;
	c->asked = 0;
	consent_save(&lab->w, &c->episode);
	plan(&lab->w, &kind_consent, "over", c->episode.id, "a.sg", lab->w.now + 7, 0);
	if (same(t->from, "new"))
		c->episode.id = 0;
	satisfy(lab, t->guard_name, c);
	return c;
}

static void
check_plan(struct lab *lab, const struct transition *t, int64_t id)
{
	struct due d = { 0 };

	lab_begin(lab);
	bool waits = planned(&lab->w, lab->a, &kind_consent, id, &d);
	lab_end(lab);
	assert_int_equal(waits, !same(t->then, "nothing"));
	if (!waits)
		return;
	assert_string_equal(d.event, same(t->then, "same") ? "over" : t->then);
	if (same(t->then, "ask"))
		assert_true(d.at == lab->w.now + 60);
	else if (!same(t->then, "same"))
		assert_true(d.at == lab->w.now + 864000);
}

static void
check_effect(struct lab *lab, const struct transition *t, int64_t order, int64_t mails)
{
	size_t i = 0;

	while (i < COUNT_OF(effects) && !same(effects[i].effect, t->effect_name))
		i++;
	if (i == COUNT_OF(effects))
		fail_msg("this test does not know the effect %s", t->effect_name);
	assert_string_equal(new_mails(lab, &mails), effects[i].mails);
	assert_string_equal(order_state(lab, order), effects[i].order);
}

static void
every_row_is_taken(void **state)
{
	(void)state;
	for (size_t i = 0; i < consent.count; i++) {
		const struct transition *t = &consent.rows[i];
		struct lab *lab = lab_open("2026-05-04T15:20:00Z");
		int64_t order = order_name(lab, lab_reseller(lab, "shop"), "a.sg", ANNA);
		lab_begin(lab);
		struct consent *c = put_into(lab, order, t);
		assert_true(flow_step(&lab->w, lab->a, &consent, &c->episode, t->event));
		lab_end(lab);
		assert_string_equal(c->episode.state, t->to);
		lab_begin(lab);
		assert_string_equal(consent_load(&lab->w, lab->a, c->episode.id)->state, t->to);
		lab_end(lab);
		check_plan(lab, t, c->episode.id);
		check_effect(lab, t, order, 0);
		lab_close(lab);
	}
}

/* Whatever has no row changes nothing. */
static void
other_events_are_not_heard(void **state)
{
	struct lab *lab = lab_open("2026-05-04T15:20:00Z");
	int64_t order = order_name(lab, lab_reseller(lab, "shop"), "a.sg", ANNA);

	(void)state;
	for (size_t i = 0; i < consent.count; i++)
		for (size_t k = 0; k < consent.count; k++) {
			const struct transition *t = &consent.rows[i];
			const char *event = consent.rows[k].event;
			if (flow_listens(&consent, t->from, event) || same(t->from, "new"))
				continue;
			lab_begin(lab);
			struct consent *c = put_into(lab, order, t);
			int64_t before = store_changes(lab->w.store);
			assert_false(flow_step(&lab->w, lab->a, &consent, &c->episode, event));
			assert_int_equal(store_changes(lab->w.store), before);
			lab_refuse(lab);
		}
	lab_close(lab);
}

static void
the_picture_is_fresh(void **state)
{
	struct lab *lab = lab_open("2026-05-04T15:20:00Z");

	(void)state;
	assert_picture_is_fresh(&consent, "consent", lab->rules);
	lab_close(lab);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_sound),
		cmocka_unit_test(every_row_is_taken),
		cmocka_unit_test(other_events_are_not_heard),
		cmocka_unit_test(the_picture_is_fresh),
	};

	return cmocka_run_group_tests_name("consent: the table", tests, NULL, NULL);
}
