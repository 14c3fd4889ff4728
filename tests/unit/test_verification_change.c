/* What happens to a run: changed contacts, resent mails, changed policies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/registrant.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))
#define START "2026-05-04T15:20:00Z"
#define DAY_12 "2026-05-16T12:00:00Z"
#define DAY_15 "2026-05-19T12:00:00Z"
#define DAY_16 "2026-05-20T05:00:00Z"
#define DAY_20 "2026-05-24T12:00:00Z"
#define NAME "a.com"
#define ANNA "anna@ek.example"
#define BO "bo@ek.example"

static struct lab *
running(const char *until)
{
	struct lab *lab = lab_open(START);

	lab_register(lab, lab_reseller(lab, "shop"), NAME, "Anna", "Ek", ANNA);
	lab_at(lab, until);
	return lab;
}

static void
becomes_bo(struct lab *lab)
{
	change_owner(lab, NAME, lab_person("Bo", "Ek", BO));
}

static void
assert_deadline(struct lab *lab, const char *expected, int64_t days)
{
	struct verification_status s = status_of(lab, NAME);

	assert_true(s.running);
	assert_string_equal(instant_iso(s.deadline).text, expected);
	assert_int_equal(s.days_to_suspend, days);
}

static void
another_owner_gets_fifteen_days(void **state)
{
	(void)state;
	struct lab *lab = running(DAY_12);
	int64_t mails = 0, events = 0;
	const char *old = link_of(lab, NAME);

	new_mails(lab, &mails);
	new_events(lab, &events);
	becomes_bo(lab);
	assert_string_equal(new_mails(lab, &mails), "verification.request>" BO);
	assert_string_equal(new_events(lab, &events), NAME " pending\n" NAME " verifying");
	assert_deadline(lab, "2026-06-01T05:00:00Z", 15);
	assert_int_equal(look_at(lab, old), LINK_DEAD);
	assert_false(click(lab, old));
	lab_at(lab, "2026-06-01T04:59:59Z");
	assert_status(lab, NAME, "verifying");
	lab_advance(lab, "PT1S");
	assert_status(lab, NAME, "suspended");
	lab_close(lab);
}

/* The alternative: day 0 stays, reminders that are over are not made up for. */
static void
the_old_deadline_may_stand(void **state)
{
	(void)state;
	struct lab *lab = running(DAY_12);
	int64_t mails = 0;

	lab_policy(lab, "verification.restart", "keep");
	new_mails(lab, &mails);
	becomes_bo(lab);
	assert_string_equal(new_mails(lab, &mails), "verification.request>" BO);
	assert_deadline(lab, DAY_16, 3);
	lab_at(lab, "2026-05-17T05:00:00Z");
	assert_string_equal(
	    new_mails(lab, &mails), "verification.reminder>" BO "\nverification.warning>" ANNA);
	lab_at(lab, DAY_16);
	assert_status(lab, NAME, "suspended");
	lab_close(lab);
}

static void
the_old_deadline_stands_on_its_last_day(void **state)
{
	(void)state;
	struct lab *lab = running(DAY_15);
	int64_t mails = 0;

	lab_policy(lab, "verification.restart", "keep");
	new_mails(lab, &mails);
	becomes_bo(lab);
	assert_string_equal(new_mails(lab, &mails), "verification.request>" BO);
	assert_deadline(lab, DAY_16, 0);
	lab_at(lab, DAY_16);
	assert_status(lab, NAME, "suspended");
	lab_close(lab);
}

static void
a_known_owner_ends_it(void **state)
{
	static const struct {
		const char *at, *policy;
	} rows[] = { { DAY_12, "anew" }, { DAY_20, "anew" }, { DAY_12, "keep" },
		{ DAY_20, "keep" } };
	(void)state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct lab *lab = running(rows[i].at);
		int64_t mails = 0, events = 0;
		lab_policy(lab, "verification.restart", rows[i].policy);
		lab_register(lab, 1, "bo.com", "Bo", "Ek", BO);
		assert_true(click(lab, link_of(lab, "bo.com")));
		new_mails(lab, &mails);
		new_events(lab, &events);
		becomes_bo(lab);
		assert_status(lab, NAME, "verified");
		assert_false(lab_term(lab, NAME).hold);
		assert_string_equal(new_mails(lab, &mails), "");
		assert_string_equal(new_events(lab, &events), NAME " verified");
		lab_advance(lab, "P30D");
		assert_string_equal(new_mails(lab, &mails), "");
		lab_close(lab);
	}
}

/* Q16, Q19: a mail at once, but the name stays down until a click. */
static void
a_suspended_name_stays_down(void **state)
{
	(void)state;
	struct lab *lab = running(DAY_20);
	int64_t mails = 0, events = 0;

	new_mails(lab, &mails);
	new_events(lab, &events);
	becomes_bo(lab);
	assert_string_equal(new_mails(lab, &mails), "verification.request>" BO);
	assert_string_equal(new_events(lab, &events), "");
	assert_status(lab, NAME, "suspended");
	assert_true(lab_term(lab, NAME).hold);
	assert_deadline(lab, DAY_16, -5);
	lab_advance(lab, "P2D"); /* only the reseller's lists go on */
	assert_string_equal(new_mails(lab, &mails),
	    "rsp.suspended_list>support@shop.example\nrsp.suspended_list>support@shop.example");
	assert_true(click(lab, link_of(lab, NAME)));
	assert_false(lab_term(lab, NAME).hold);
	assert_string_equal(new_events(lab, &events), NAME " verified");
	lab_close(lab);
}

/* Q6: whatever changes, a mail at once; the deadline stays. */
static void
other_changes_only_write(void **state)
{
	static const char *const instants[] = { DAY_12, DAY_15, DAY_20 };
	(void)state;

	for (size_t i = 0; i < COUNT_OF(instants); i++)
		for (int role = 0; role < ROLE_COUNT; role++) {
			struct lab *lab = running(instants[i]);
			struct contact c = lab_person("Anna", "Ek", ANNA);
			int64_t mails = 0, events = 0;
			instant deadline = status_of(lab, NAME).deadline;
			const char *link = link_of(lab, NAME);
			new_mails(lab, &mails);
			new_events(lab, &events);
			c.city = "Ottawa";
			change_role(lab, NAME, (enum role)role, c);
			assert_string_equal(new_mails(lab, &mails), "verification.request>" ANNA);
			assert_string_equal(new_events(lab, &events), "");
			assert_int_equal(status_of(lab, NAME).deadline, deadline);
			assert_string_equal(link_of(lab, NAME), link);
			lab_close(lab);
		}
}

static void
a_resend_moves_nothing(void **state)
{
	static const char *const instants[] = { START, DAY_12, DAY_15, DAY_16, DAY_20 };
	(void)state;

	for (size_t i = 0; i < COUNT_OF(instants); i++) {
		struct lab *lab = running(instants[i]);
		int64_t mails = 0, events = 0;
		const char *link = link_of(lab, NAME);
		const char *status = status_of(lab, NAME).status;
		new_mails(lab, &mails);
		new_events(lab, &events);
		assert_true(resend(lab, NAME));
		assert_string_equal(new_mails(lab, &mails), "verification.request>" ANNA);
		assert_string_equal(new_events(lab, &events), "");
		assert_string_equal(link_of(lab, NAME), link);
		assert_status(lab, NAME, status);
		assert_string_equal(instant_iso(status_of(lab, NAME).deadline).text, DAY_16);
		assert_true(click(lab, link));
		assert_false(resend(lab, NAME));
		lab_close(lab);
	}
}

/* A policy is read when something is planned: nothing planned moves, and the
 * deadline that is told is the one that will come. */
static void
policies_change_under_way(void **state)
{
	static const struct {
		const char *at, *key, *value, *deadline;
	} rows[] = {
		{ START, "verification.suspension", "20", "2026-05-24T05:00:00Z" },
		{ DAY_12, "verification.suspension", "20", "2026-05-24T05:00:00Z" },
		{ DAY_15, "verification.suspension", "20", DAY_16 }, /* planned on day 13 */
		{ START, "verification.suspension", "2", "2026-05-17T05:00:00Z" },
		{ START, "verification.reminder_3", "18", "2026-05-22T05:00:00Z" },
		{ START, "verification.batch_zone", "Toronto", "2026-05-20T04:00:00Z" },
		{ DAY_15, "verification.batch_zone", "Toronto", DAY_16 },
	};
	(void)state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct lab *lab = running(rows[i].at);
		lab_policy(lab, rows[i].key, rows[i].value);
		assert_string_equal(
		    instant_iso(status_of(lab, NAME).deadline).text, rows[i].deadline);
		lab_at(lab, instant_iso(status_of(lab, NAME).deadline - 1).text);
		assert_status(lab, NAME, "verifying");
		lab_advance(lab, "PT1S");
		assert_status(lab, NAME, "suspended");
		assert_string_equal(
		    instant_iso(status_of(lab, NAME).deadline).text, rows[i].deadline);
		lab_close(lab);
	}
}

static void
warnings_go_to_each_address_once(void **state)
{
	static const struct {
		const char *admin, *billing, *warning, *mails;
	} rows[] = {
		{ "x@e.example", "y@e.example", "on",
		    "verification.reminder>" ANNA
		    "\nverification.warning>x@e.example\nverification.warning>y@e.example" },
		{ "x@e.example", "X@E.example", "on",
		    "verification.reminder>" ANNA "\nverification.warning>x@e.example" },
		{ ANNA, "y@e.example", "on",
		    "verification.reminder>" ANNA "\nverification.warning>" ANNA
		    "\nverification.warning>y@e.example" },
		{ NULL, "y@e.example", "on",
		    "verification.reminder>" ANNA "\nverification.warning>y@e.example" },
		{ "x@e.example", NULL, "on",
		    "verification.reminder>" ANNA "\nverification.warning>x@e.example" },
		{ "x@e.example", "y@e.example", "off", "verification.reminder>" ANNA },
	};
	(void)state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct lab *lab = lab_open(START);
		struct contact_set set = lab_all_roles(lab_person("Anna", "Ek", ANNA));
		int64_t mails = 0;
		lab_policy(lab, "verification.warning", rows[i].warning);
		set.given[ADMIN] = rows[i].admin != NULL;
		set.of[ADMIN].email = rows[i].admin;
		set.given[BILLING] = rows[i].billing != NULL;
		set.of[BILLING].email = rows[i].billing;
		lab_register_with(lab, lab_reseller(lab, "shop"), NAME, &set);
		lab_at(lab, "2026-05-14T04:59:59Z");
		new_mails(lab, &mails);
		lab_advance(lab, "PT1S");
		assert_string_equal(new_mails(lab, &mails), rows[i].mails);
		lab_close(lab);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_owner_gets_fifteen_days),
		cmocka_unit_test(the_old_deadline_may_stand),
		cmocka_unit_test(the_old_deadline_stands_on_its_last_day),
		cmocka_unit_test(a_known_owner_ends_it),
		cmocka_unit_test(a_suspended_name_stays_down),
		cmocka_unit_test(other_changes_only_write),
		cmocka_unit_test(a_resend_moves_nothing),
		cmocka_unit_test(policies_change_under_way),
		cmocka_unit_test(warnings_go_to_each_address_once),
	};

	return cmocka_run_group_tests_name("verification: changes", tests, NULL, NULL);
}
