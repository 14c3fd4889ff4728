/* Every row of the table: its shape, and what it does when it is taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/store.h"
#include "tests/support/registrant.h"
#include "tests/support/tables.h"
#include "world/flow/verification/inside.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))
#define NAME "a.com"
#define ANNA "anna@ek.example"
#define OFFICE "office@ek.example"

static bool
same(const char *x, const char *y)
{
	return strcmp(x, y) == 0;
}

static const struct transition *
row_at(size_t i)
{
	return &verification.rows[i];
}

static void
the_table_is_sound(void **state)
{
	static const char *const ends[] = { "superseded", "closed", NULL };

	(void)state;
	assert_every_state_is_reached(&verification);
	assert_only_ends_have_no_way_out(&verification, ends);
	assert_guarded_rows_come_first(&verification);
	assert_every_wait_is_listened_for(&verification);
}

static void
ranks_are_in_the_order_of_the_night(void **state)
{
	(void)state;
	for (size_t i = 0; i < verification.count; i++) {
		const struct transition *t = row_at(i);
		if (strncmp(t->then, "reminder_", 9) == 0)
			assert_int_equal(t->rank, RANK_REMINDER);
		if (same(t->then, "suspension"))
			assert_int_equal(t->rank, RANK_SUSPENSION);
	}
}

/* What each effect writes, sets or begins.  A new effect needs a row here. */
static const struct {
	const char *effect, *mails;
	int hold; /* -1: as it was */
	bool begins, bounced, known;
} effects[] = {
	{ "nothing_more", "", -1, false, false, false },
	{ "lift_hold", "", 0, false, false, false },
	{ "send_request", "verification.request>" ANNA, -1, false, false, false },
	{ "remind", "verification.reminder>" ANNA, -1, false, false, false },
	{ "remind_and_warn", "verification.reminder>" ANNA "\nverification.warning>" OFFICE, -1,
	    false, false, false },
	{ "suspend", "verification.suspended>" ANNA, 1, false, false, false },
	{ "accept_owner", "", 0, false, false, true },
	{ "begin_anew", "", -1, true, false, false },
	{ "restart", "", -1, true, false, false },
	{ "note_bounce", "", -1, false, true, false },
};

/* How a guard is made true.  A new guard needs a row here. */
static void
satisfy(struct lab *lab, const char *guard, struct verification *v)
{
	if (same(guard, "owner_known"))
		owner_remember(&lab->w, lab->a, &v->owner);
	else if (same(guard, "was_suspended"))
		v->suspended = lab->w.now - 1;
	else if (same(guard, "missed"))
		v->episode.id = 0;
	else
		assert_string_equal(guard, "always");
}

/* The name's run in the state in which the row begins, waiting for the row's
 * event, and its name on hold where a suspension came before. */
static struct verification *
put_into(struct lab *lab, const struct transition *t)
{
	struct verification *v = verification_present(&lab->w, lab->a, 1);
	bool suspended = same(t->from, "suspended") || same(t->from, "admin_reviewing");
	struct query q = SQL(
	    lab->w.store, "UPDATE verification SET state = :state, suspended = :at");

	assert_non_null(v);
	v->episode.state = v->told = t->from;
	v->suspended = suspended ? lab->w.now - 1 : 0;
	bind_text(&q, ":state", t->from);
	bind_int(&q, ":at", v->suspended);
	query_run(&q);
	term_hold(&lab->w, 1, suspended);
	plan(&lab->w, &kind_verification, "reminder_1", v->episode.id, NAME, lab->w.now + 7, 0);
	if (same(t->from, "new")) {
		v->episode.id = 0;
		v->episode.started = lab->w.now;
	}
	satisfy(lab, t->guard_name, v);
	return v;
}

static struct lab *
lab_for_a_row(void)
{
	struct lab *lab = lab_open("2026-05-04T15:20:00Z");
	struct contact_set set = lab_all_roles(lab_person("Back", "Office", OFFICE));

	set.of[OWNER] = lab_person("Anna", "Ek", ANNA);
	lab_policy(lab, "verification.mail_delay", "PT1H"); /* a run begins and waits */
	lab_register_with(lab, lab_reseller(lab, "shop"), NAME, &set);
	lab_advance(lab, "PT1H");
	return lab;
}

static const char *
state_of(struct lab *lab, int64_t id)
{
	lab_begin(lab);
	struct episode *e = verification_load(&lab->w, lab->a, id);
	lab_end(lab);
	assert_non_null(e);
	return e->state;
}

static void
check_plan(struct lab *lab, const struct transition *t, int64_t id)
{
	struct due d = { 0 };

	lab_begin(lab);
	bool waits = planned(&lab->w, lab->a, &kind_verification, id, &d);
	lab_end(lab);
	assert_int_equal(waits, !same(t->then, "nothing"));
	if (waits)
		assert_string_equal(d.event, same(t->then, "same") ? "reminder_1" : t->then);
}

static void
check_effect(struct lab *lab, const struct transition *t, int64_t mails, bool was_held)
{
	size_t i = 0;

	while (i < COUNT_OF(effects) && !same(effects[i].effect, t->effect_name))
		i++;
	if (i == COUNT_OF(effects))
		fail_msg("this test does not know the effect %s", t->effect_name);
	/* The run that begins waits for its mail, unless the name is down already. */
	assert_string_equal(new_mails(lab, &mails),
	    effects[i].begins && was_held ? "verification.request>" ANNA : effects[i].mails);
	assert_int_equal(
	    lab_term(lab, NAME).hold, effects[i].hold < 0 ? was_held : effects[i].hold);
	assert_int_equal(lab_ask(lab, "SELECT count(*) FROM verification") - 1,
	    effects[i].begins || same(t->from, "new") || same(t->guard_name, "missed"));
	assert_int_equal(lab_ask(lab, "SELECT max(bounced) FROM verification"), effects[i].bounced);
	if (effects[i].known)
		assert_int_equal(lab_ask(lab, "SELECT count(*) FROM verified_owner"), 1);
}

static void
every_row_is_taken(void **state)
{
	(void)state;
	for (size_t i = 0; i < verification.count; i++) {
		const struct transition *t = row_at(i);
		struct lab *lab = lab_for_a_row();
		int64_t mails = lab_ask(lab, "SELECT max(id) FROM mail");
		lab_begin(lab);
		struct verification *v = put_into(lab, t);
		bool held = same(t->from, "suspended") || same(t->from, "admin_reviewing");
		assert_true(flow_step(&lab->w, lab->a, &verification, &v->episode, t->event));
		lab_end(lab);
		assert_string_equal(v->episode.state, t->to);
		assert_string_equal(state_of(lab, v->episode.id), t->to);
		check_plan(lab, t, v->episode.id);
		check_effect(lab, t, mails, held);
		lab_close(lab);
	}
}

/* Whatever has no row changes nothing. */
static void
other_events_are_not_heard(void **state)
{
	(void)state;
	struct lab *lab = lab_for_a_row();

	for (size_t i = 0; i < verification.count; i++)
		for (size_t k = 0; k < verification.count; k++) {
			if (flow_listens(&verification, row_at(i)->from, row_at(k)->event) ||
			    same(row_at(i)->from, "new"))
				continue;
			lab_begin(lab);
			struct verification *v = put_into(lab, row_at(i));
			int64_t before = store_changes(lab->w.store);
			assert_false(flow_step(
			    &lab->w, lab->a, &verification, &v->episode, row_at(k)->event));
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
	assert_picture_is_fresh(&verification, "verification", lab->rules);
	lab_close(lab);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_sound),
		cmocka_unit_test(ranks_are_in_the_order_of_the_night),
		cmocka_unit_test(every_row_is_taken),
		cmocka_unit_test(other_events_are_not_heard),
		cmocka_unit_test(the_picture_is_fresh),
	};

	return cmocka_run_group_tests_name("verification: the table", tests, NULL, NULL);
}
