/* Every row of the table of orders: its shape, and what it does when it is taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "tests/support/shop.h"
#include "tests/support/tables.h"
#include "world/flow/order/inside.h"
#include "world/notice/event.h"
#include "world/order/type.h"
#include "world/time/agenda.h"

#define PRICE 1162

static bool
same(const char *x, const char *y)
{
	return strcmp(x, y) == 0;
}

static void
test_the_table_is_sound(void **state)
{
	static const char *const ends[] = { "cancelled", "completed", NULL };
	struct shop *s = *state;

	assert_every_state_is_reached(&ordering);
	assert_only_ends_have_no_way_out(&ordering, ends);
	assert_no_row_is_hidden(&ordering);
	assert_every_wait_is_listened_for(&ordering);
	assert_picture_is_fresh(&ordering, "order", s->lab->rules);
}

/* What each effect leaves behind.  A new effect needs a row here. */
static const struct {
	const char *effect;
	struct order_money money;
	bool request, told; /* one waits at the registry; a name came to be */
	const char *note; /* NULL: the event's */
} effects[] = {
	{ "nothing_more", { 0, 0 }, false, false, NULL },
	{ "say_why", { 0, 0 }, false, false, "because" },
	{ "hold", { PRICE, 0 }, false, false, NULL },
	{ "hold_and_await", { PRICE, 0 }, true, false, NULL },
	{ "await_answer", { PRICE, 0 }, true, false, NULL },
	{ "note_and_await", { PRICE, 0 }, true, false, NULL },
	{ "pay", { 0, PRICE }, false, true, NULL }, { "settle", { 0, PRICE }, false, true, NULL },
	{ "release", { 0, 0 }, false, false, NULL }, { "give_up", { 0, 0 }, false, false, NULL },
	{ "hold_and_go", { PRICE, 0 }, false, false, NULL },
	{ "go", { PRICE, 0 }, false, false, NULL },
	{ "ask_registry", { 0, PRICE }, false, true, "" }, /* it said yes */
};

/* The words for each event, "" for those that need none. */
static const struct {
	const char *event, *note;
} notes[] = {
	{ "save", "saved, not processed" },
	{ "forced", "" },
	{ "await_consent", "waits for the owner's consent" },
	{ "sent", "sent to the registry" },
	{ "unknown", "sent to the registry, whose answer is not known" },
	{ "accepted", "" },
	{ "consented", "" },
	{ "refused_consent", "the owner refused consent" },
	{ "consent_over", "the owner did not answer in time" },
	{ "rejected", "refused by the registry" },
	{ "cancel", "cancelled" },
	{ "aged", "cancelled: nobody processed it" },
	{ "departed", "" },
	{ "transfer_refused", "the transfer was refused" },
	{ "transfer_cancelled", "cancelled" },
};

/* How a guard is made true.  A new guard needs a row here. */
static const struct {
	const char *guard, *refused_status;
} guards[] = {
	{ "always", "declined" },
	{ "before_registry", "declined" },
	{ "goes_on_hold", "hold" },
	{ "is_cancelled", "cancelled" },
};

static void
satisfy(struct shop *s, const char *guard)
{
	size_t i = 0;

	while (i < COUNT_OF(guards) && !same(guards[i].guard, guard))
		i++;
	if (i == COUNT_OF(guards))
		fail_msg("this test does not know the guard %s", guard);
	lab_policy(s->lab, "consent.refused_status", guards[i].refused_status);
	lab_policy(s->lab, "orders.pending_days", "30");
}

static void
hold(struct shop *s, int64_t order)
{
	account_hold(&s->lab->w, s->id, PRICE, order, "held");
}

/* An order in the state in which the row begins, holding what it holds there.
 * The name is registered as soon as the registry has accepted. */
static struct passage *
put_into(struct shop *s, const struct transition *t, struct order *o)
{
	struct passage *p = NEW(s->lab->a, struct passage);
	struct query q = SQL(s->lab->w.store, "UPDATE orders SET status = :status");

	assert_true(order_load(&s->lab->w, s->lab->a, 1, o));
	o->status = t->from;
	bind_text(&q, ":status", t->from);
	if (same(t->from, "new"))
		bind_text(&q, ":status", "cancelled"); /* this one is not it */
	query_run(&q);
	if (same(t->from, "new"))
		o->id = 0;
	if (same(t->event, "departed"))
		o->type = "transfer";
	if (same(t->from, "waiting") || same(t->from, "processed"))
		hold(s, 1);
	if (!same(t->from, "pending"))
		unplan(&s->lab->w, &kind_order, 1);
	if (same(t->event, "accepted"))
		order_new_carry_out(&s->lab->w, s->lab->a, o);
	*p = passage_of(o);
	p->says = (struct registry_says){ .word = REGISTRY_LATER, .answer = "never" };
	p->why = "because";
	return p;
}

static void
check_plan(struct shop *s, const struct transition *t, int64_t id)
{
	struct due d = { 0 };

	lab_begin(s->lab);
	bool waits = planned(&s->lab->w, s->lab->a, &kind_order, id, &d);
	lab_end(s->lab);
	assert_int_equal(waits, !same(t->then, "nothing"));
	if (waits)
		assert_string_equal(d.event, "aged");
}

static const char *
note_for(const struct transition *t, const char *of_effect)
{
	size_t i = 0;

	while (i < COUNT_OF(notes) && !same(notes[i].event, t->event))
		i++;
	if (i == COUNT_OF(notes))
		fail_msg("this test does not know the event %s", t->event);
	return of_effect != NULL ? of_effect : notes[i].note;
}

static void
check_note(struct shop *s, int64_t id, const char *says)
{
	const char *all = lab_ask_text(s->lab, "SELECT text FROM note ORDER BY id");
	const char *want = arena_printf(s->lab->a, "Order #%" PRId64 ": %s", id, says);

	if (*says != '\0' && strstr(all, want) == NULL)
		fail_msg("no note \"%s\" in \"%s\"", want, all);
}

static void
check_effect(struct shop *s, const struct transition *t, int64_t id)
{
	size_t i = 0;

	while (i < COUNT_OF(effects) && !same(effects[i].effect, t->effect_name))
		i++;
	if (i == COUNT_OF(effects))
		fail_msg("this test does not know the effect %s", t->effect_name);
	lab_begin(s->lab);
	struct order_money m = account_of_order(&s->lab->w, id);
	assert_int_equal(request_open(&s->lab->w, id), effects[i].request);
	lab_end(s->lab);
	assert_int_equal(m.held, effects[i].money.held);
	assert_int_equal(m.debited, effects[i].money.debited);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM event WHERE name = 'REGISTERED'"),
	    effects[i].told);
	check_note(s, id, note_for(t, effects[i].note));
}

static void
check_events(struct shop *s, const struct transition *t, int64_t id, int64_t since)
{
	struct event *rows = NEW_ARRAY(s->lab->a, struct event, 50);
	const char *told = NULL;

	lab_begin(s->lab);
	size_t n = event_list(&s->lab->w, s->lab->a, since, 50, rows);
	lab_end(s->lab);
	for (size_t i = 0; i < n; i++)
		if (same(rows[i].name, "STATUS_CHANGE"))
			told = rows[i].data;
	bool changes = !same(t->from, t->to) || same(t->effect_name, "ask_registry");
	assert_int_equal(told != NULL, changes);
	if (told != NULL)
		assert_non_null(
		    strstr(told, arena_printf(s->lab->a, "\"order_id\":\"%" PRId64 "\"", id)));
}

static void
test_every_row_is_taken(void **state)
{
	struct shop *s = *state;

	for (size_t i = 0; i < ordering.count; i++) {
		const struct transition *t = &ordering.rows[i];
		struct order o;
		satisfy(s, t->guard_name);
		REGISTER(s->lab, s->id, "handle", "save");
		int64_t events = lab_ask(s->lab, "SELECT max(id) FROM event");
		lab_begin(s->lab);
		struct passage *p = put_into(s, t, &o);
		assert_true(flow_step(&s->lab->w, s->lab->a, &ordering, &p->episode, t->event));
		lab_end(s->lab);
		bool asks = same(t->effect_name, "ask_registry");
		assert_string_equal(shop_order(s, o.id).status, asks ? "completed" : t->to);
		if (!asks)
			assert_string_equal(p->episode.state, t->to);
		check_plan(s, t, o.id);
		check_effect(s, t, o.id);
		check_events(s, t, o.id, events);
		shop_books(s);
		shop_end(state);
		shop_begin(state);
		s = *state;
	}
}

/* Whatever has no row changes nothing. */
static void
test_other_events_are_not_heard(void **state)
{
	struct shop *s = *state;

	satisfy(s, "always");
	REGISTER(s->lab, s->id, "handle", "save");
	for (size_t i = 0; i < ordering.count; i++)
		for (size_t k = 0; k < ordering.count; k++) {
			const struct transition *from = &ordering.rows[i];
			const char *event = ordering.rows[k].event;
			struct order o;
			if (flow_listens(&ordering, from->from, event))
				continue;
			lab_begin(s->lab);
			struct passage *p = put_into(s, from, &o);
			int64_t before = store_changes(s->lab->w.store);
			assert_false(
			    flow_step(&s->lab->w, s->lab->a, &ordering, &p->episode, event));
			assert_int_equal(store_changes(s->lab->w.store), before);
			lab_refuse(s->lab);
		}
}

/* What a registry works on is nobody else's to end. */
static void
test_guards_hold(void **state)
{
	static const char *const events[] = { "consented", "refused_consent", "consent_over",
		"cancel" };
	static const char *const words[] = { "declined", "cancelled", "hold" };
	struct shop *s = *state;

	lab_policy(s->lab, "tld.com.registry", "async");
	REGISTER(s->lab, s->id, "domain", "a.com");
	for (size_t i = 0; i < COUNT_OF(events); i++)
		for (size_t k = 0; k < COUNT_OF(words); k++) {
			lab_policy(s->lab, "consent.refused_status", words[k]);
			lab_begin(s->lab);
			assert_false(order_take(&s->lab->w, s->lab->a, 1, events[i]));
			lab_end(s->lab);
		}
	assert_string_equal(shop_order(s, 1).status, "waiting");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(the_table_is_sound),
		TEST(every_row_is_taken),
		TEST(other_events_are_not_heard),
		TEST(guards_hold),
	};

	return cmocka_run_group_tests_name("orders: the table", tests, NULL, NULL);
}
