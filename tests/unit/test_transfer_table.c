/* Every row of the table of transfers: its shape, and what it does when it is taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "tests/support/shop.h"
#include "tests/support/tables.h"
#include "world/flow/transfer/inside.h"
#include "world/name/deletion.h"

#define PRICE 1162

static bool
same(const char *x, const char *y)
{
	return strcmp(x, y) == 0;
}

static void
test_the_table_is_sound(void **state)
{
	static const char *const ends[] = { "cancelled", NULL };
	struct shop *s = *state;

	assert_every_state_is_reached(&transferring);
	assert_only_ends_have_no_way_out(&transferring, ends);
	assert_no_row_is_hidden(&transferring);
	assert_every_wait_is_listened_for(&transferring);
	assert_picture_is_fresh(&transferring, "transfer", s->lab->rules);
}

/* How a row's guard is made true, by the order and a policy. */
static const struct {
	const char *guard, *code, *staff;
} guards[] = {
	{ "always", "", "off" },
	{ "needs_none", "secret", "off" },
	{ "staff_looks", "", "on" },
};

static struct transfer
the_transfer(struct shop *s)
{
	struct transfer t;

	lab_begin(s->lab);
	assert_true(transfer_load(&s->lab->w, s->lab->a, 1, &t));
	lab_end(s->lab);
	return t;
}

static int64_t
requests(struct shop *s)
{
	return lab_ask(s->lab, "SELECT count(*) FROM mail WHERE type = 'transfer.request'");
}

/* One of theirs.com, in the state in which the row begins; for "new" the request is all. */
static void
put_into(struct shop *s, const struct transition *t)
{
	size_t g = 0;

	while (g < COUNT_OF(guards) && !same(guards[g].guard, t->guard_name))
		g++;
	if (g == COUNT_OF(guards))
		fail_msg("this test does not know the guard %s", t->guard_name);
	bool staff = same(t->from, "pending_admin");
	const char *code = same(t->from, "pending_registry") ? "secret" : guards[g].code;
	lab_policy(s->lab, "transfer.staff", staff ? "on" : guards[g].staff);
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "theirs.com", "reg_type",
			     "transfer", "auth_info", code)),
	    200);
	if (!staff)
		return;
	struct transfer x = the_transfer(s);
	lab_begin(s->lab);
	assert_true(transfer_take(&s->lab->w, s->lab->a, &x, "approve"));
	lab_end(s->lab);
}

/* What each effect leaves behind of the order.  A new effect needs a row here. */
static const struct {
	const char *effect, *order;
	int64_t held, mails;
} effects[] = {
	{ "nothing_more", "processed", PRICE, 0 },
	{ "ask_owner", "processed", PRICE, 1 },
	{ "decline", "declined", 0, 0 },
	{ "call_off", "cancelled", 0, 0 },
};

static void
check_effect(struct shop *s, const struct transition *t, int64_t mails)
{
	size_t i = 0;

	while (i < COUNT_OF(effects) && !same(effects[i].effect, t->effect_name))
		i++;
	if (i == COUNT_OF(effects))
		fail_msg("this test does not know the effect %s", t->effect_name);
	struct transfer x = the_transfer(s);
	assert_string_equal(x.episode.state, t->to);
	assert_string_equal(shop_order(s, x.order).status, effects[i].order);
	assert_int_equal(shop_money(s).held, effects[i].held);
	assert_int_equal(requests(s) - mails, effects[i].mails);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM agenda WHERE kind = 'transfer'"), 0);
	shop_books(s);
}

static void
take(struct shop *s, const struct transition *t)
{
	put_into(s, t);
	int64_t mails = same(t->from, "new") ? 0 : requests(s);
	if (!same(t->from, "new")) {
		struct transfer x = the_transfer(s);
		assert_string_equal(x.episode.state, t->from);
		lab_begin(s->lab);
		assert_true(transfer_take(&s->lab->w, s->lab->a, &x, t->event));
		lab_end(s->lab);
	}
	check_effect(s, t, mails);
}

static void
test_every_row_is_taken(void **state)
{
	for (size_t i = 0; i < transferring.count; i++) {
		const struct transition *t = &transferring.rows[i];
		if (same(t->guard_name, "goes_away"))
			continue; /* has no order: see below */
		take(*state, t);
		shop_end(state);
		shop_with_names(state);
	}
}

/* Whatever has no row changes nothing. */
static void
test_other_events_are_not_heard(void **state)
{
	for (size_t i = 0; i < transferring.count; i++) {
		const struct transition *from = &transferring.rows[i];
		if (same(from->from, "new") || same(from->guard_name, "goes_away"))
			continue; /* a row without this guard begins there, too */
		put_into(*state, from);
		for (size_t k = 0; k < transferring.count; k++) {
			struct shop *s = *state;
			const char *event = transferring.rows[k].event;
			if (flow_listens(&transferring, from->from, event))
				continue;
			struct transfer x = the_transfer(s);
			lab_begin(s->lab);
			int64_t before = store_changes(s->lab->w.store);
			assert_false(transfer_take(&s->lab->w, s->lab->a, &x, event));
			assert_int_equal(store_changes(s->lab->w.store), before);
			lab_refuse(s->lab);
		}
		shop_end(state);
		shop_with_names(state);
	}
}

static bool
ask_away(struct shop *s, const char *domain, const char **why)
{
	struct transfer t;

	lab_begin(s->lab);
	bool asked = transfer_ask_away(&s->lab->w, s->lab->a, domain, "elsewhere", &t, why);
	lab_end(s->lab);
	return asked;
}

static void
delete_name(struct shop *s, const char *domain)
{
	struct term t = lab_term(s->lab, domain);

	lab_begin(s->lab);
	deletion_record(&s->lab->w, s->lab->a, &t, "by-request");
	lab_end(s->lab);
}

/* The last rule is the youth of the name: one second before, and at. */
static void
test_another_registrar_asks(void **state)
{
	struct shop *s = *state;
	const char *why;

	assert_false(ask_away(s, "free.com", &why));
	assert_string_equal(why, "Domain is not registered");
	lab_policy(s->lab, "tld.com.process", "standard"); /* nobody suspends it meanwhile */
	REGISTER(s->lab, s->other, "domain", "young.com");
	lab_advance(s->lab, "P60D-PT1S");
	assert_false(ask_away(s, "young.com", &why));
	assert_string_equal(why, "Domain was registered less than 60 days ago");
	lab_advance(s->lab, "PT1S");
	assert_true(ask_away(s, "young.com", &why));
	assert_false(ask_away(s, "young.com", &why));
	assert_string_equal(why, "Transfer in progress");
	struct transfer t = the_transfer(s);
	assert_string_equal(t.episode.state, "pending_registry");
	assert_int_equal(t.losing, s->other);
	assert_int_equal(t.order, 0);
	assert_int_equal(t.registry_asked, lab_now(s->lab));
	delete_name(s, "young.com");
	assert_string_equal(the_transfer(s).episode.state, "cancelled");
	/* Who loses it is not told by an event: it asked for nothing. */
	assert_int_equal(
	    lab_ask(s->lab, "SELECT count(*) FROM event WHERE object = 'TRANSFER'"), 0);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(the_table_is_sound),
		TEST(every_row_is_taken),
		TEST(other_events_are_not_heard),
		TEST(another_registrar_asks),
	};

	return cmocka_run_group_tests_name("table of transfers", tests, NULL, NULL);
}
