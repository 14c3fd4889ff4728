/* What else happens to a run: bounces, manual reviews, the end of the name. */
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

static int64_t
mail_of(struct lab *lab, const char *type)
{
	const char *sql = arena_printf(lab->a, "SELECT max(id) FROM mail WHERE type = '%s'", type);

	return lab_ask(lab, sql);
}

static void
a_bounce_is_told_and_the_days_go_on(void **state)
{
	static const struct {
		const char *at, *type;
		bool counts;
	} rows[] = {
		{ START, "verification.request", true },
		{ DAY_12, "verification.reminder", true },
		{ DAY_12, "verification.warning", false },
		{ DAY_16, "verification.suspended", true },
		{ DAY_16, "rsp.suspended_list", false },
	};
	(void)state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct lab *lab = running(rows[i].at);
		int64_t events = 0, id = mail_of(lab, rows[i].type);
		struct verification_status before = status_of(lab, NAME);
		new_events(lab, &events);
		assert_true(bounce(lab, id));
		assert_false(bounce(lab, id));
		assert_string_equal(
		    new_events(lab, &events), rows[i].counts ? NAME " bounced" : "");
		assert_int_equal(status_of(lab, NAME).bounced, rows[i].counts);
		assert_string_equal(status_of(lab, NAME).status, before.status);
		assert_int_equal(status_of(lab, NAME).deadline, before.deadline);
		lab_at(lab, DAY_20);
		assert_status(lab, NAME, "suspended");
		lab_close(lab);
	}
}

/* The remedy is another address, and it begins with a clean sheet. */
static void
a_new_address_has_not_bounced(void **state)
{
	(void)state;
	struct lab *lab = running(DAY_12);
	int64_t old = mail_of(lab, "verification.request"), events = 0;

	assert_true(bounce(lab, old));
	becomes_bo(lab);
	assert_false(status_of(lab, NAME).bounced);
	new_events(lab, &events);
	assert_true(bounce(lab, mail_of(lab, "verification.reminder"))); /* of the run before */
	assert_string_equal(new_events(lab, &events), "");
	assert_false(status_of(lab, NAME).bounced);
	lab_close(lab);
}

static void
nothing_happens_while_people_look(void **state)
{
	static const struct {
		const char *at, *decision, *status, *mails;
		bool hold;
	} rows[] = {
		{ DAY_12, "verified", "verified", "", false },
		{ DAY_12, "suspended", "suspended", "verification.suspended>" ANNA, true },
		{ DAY_20, "verified", "verified", "", false },
		{ DAY_20, "suspended", "suspended", "verification.suspended>" ANNA, true },
	};
	(void)state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct lab *lab = running(rows[i].at);
		int64_t mails = 0, events = 0;
		bool held = lab_term(lab, NAME).hold;
		new_mails(lab, &mails);
		new_events(lab, &events);
		assert_true(decide(lab, NAME, "admin_reviewing"));
		assert_string_equal(new_events(lab, &events), NAME " admin_reviewing");
		assert_false(status_of(lab, NAME).running);
		lab_advance(lab, "P50D");
		assert_int_equal(lab_term(lab, NAME).hold, held);
		if (!held)
			assert_string_equal(new_mails(lab, &mails), "");
		new_mails(lab, &mails);
		assert_true(decide(lab, NAME, rows[i].decision));
		assert_status(lab, NAME, rows[i].status);
		assert_int_equal(lab_term(lab, NAME).hold, rows[i].hold);
		assert_string_equal(new_mails(lab, &mails), rows[i].mails);
		assert_string_equal(
		    new_events(lab, &events), arena_printf(lab->a, NAME " %s", rows[i].status));
		lab_close(lab);
	}
}

/* Suspended by hand: from that instant, and on the list of the next night. */
static void
suspended_in_the_middle_of_a_day(void **state)
{
	(void)state;
	struct lab *lab = running(DAY_12);
	int64_t mails = 0;

	assert_true(decide(lab, NAME, "admin_reviewing"));
	assert_true(decide(lab, NAME, "suspended"));
	assert_deadline(lab, DAY_12, -1);
	new_mails(lab, &mails);
	lab_at(lab, "2026-05-17T04:59:59Z");
	assert_string_equal(new_mails(lab, &mails), "");
	lab_advance(lab, "PT1S");
	assert_string_equal(new_mails(lab, &mails), "rsp.suspended_list>support@shop.example");
	lab_close(lab);
}

static void
decisions_that_make_no_sense(void **state)
{
	static const struct {
		const char *before[2], *decision;
	} rows[] = {
		{ { NULL }, "verified" },
		{ { NULL }, "suspended" },
		{ { NULL }, "pending" },
		{ { NULL }, "" },
		{ { "admin_reviewing" }, "admin_reviewing" },
		{ { "admin_reviewing", "verified" }, "suspended" },
		{ { "admin_reviewing", "verified" }, "admin_reviewing" },
	};
	(void)state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct lab *lab = running(DAY_12);
		for (size_t n = 0; n < 2 && rows[i].before[n] != NULL; n++)
			assert_true(decide(lab, NAME, rows[i].before[n]));
		const char *status = status_of(lab, NAME).status;
		assert_false(decide(lab, NAME, rows[i].decision));
		assert_status(lab, NAME, status);
		lab_close(lab);
	}
}

/* The owner's own link counts even then; a link of another name does not. */
static void
clicks_during_a_review(void **state)
{
	(void)state;
	struct lab *lab = running(DAY_12);

	lab_register(lab, 1, "b.com", "Anna", "Ek", ANNA);
	assert_true(decide(lab, NAME, "admin_reviewing"));
	assert_true(click(lab, link_of(lab, "b.com")));
	assert_status(lab, "b.com", "verified");
	assert_status(lab, NAME, "admin_reviewing");
	assert_true(resend(lab, NAME));
	assert_true(click(lab, link_of(lab, NAME)));
	assert_status(lab, NAME, "verified");
	lab_close(lab);
}

/* Accepting verifies the owner, with all the other names. */
static void
an_accepted_owner_is_known(void **state)
{
	(void)state;
	struct lab *lab = running(DAY_12);

	lab_register(lab, 1, "b.com", "Anna", "Ek", ANNA);
	assert_true(decide(lab, NAME, "admin_reviewing"));
	assert_true(decide(lab, NAME, "verified"));
	assert_status(lab, "b.com", "verified");
	lab_register(lab, 1, "c.com", "Anna", "Ek", ANNA);
	assert_status(lab, "c.com", "verified");
	lab_close(lab);
}

static void
leave(struct lab *lab)
{
	struct term t = lab_term(lab, NAME);

	lab_begin(lab);
	t.state = "deleted";
	t.hold = false;
	term_save(&lab->w, &t);
	verification_left(&lab->w, lab->a, &t);
	lab_end(lab);
}

static void
a_name_that_left_is_left_alone(void **state)
{
	static const char *const instants[] = { START, DAY_12, DAY_20 };
	(void)state;

	for (size_t i = 0; i < COUNT_OF(instants); i++) {
		struct lab *lab = running(instants[i]);
		const char *link = link_of(lab, NAME);
		int64_t mails = 0, events = 0;
		new_mails(lab, &mails);
		new_events(lab, &events);
		leave(lab);
		lab_advance(lab, "P60D");
		assert_string_equal(new_mails(lab, &mails), "");
		assert_string_equal(new_events(lab, &events), "");
		assert_int_equal(look_at(lab, link), LINK_DEAD);
		assert_false(click(lab, link));
		lab_register(lab, 1, NAME, "Anna", "Ek", ANNA); /* never verified */
		assert_status(lab, NAME, "verifying");
		assert_string_not_equal(link_of(lab, NAME), link);
		lab_close(lab);
	}
}

/* Its link says no longer that all is well. */
static void
a_verified_name_leaves(void **state)
{
	(void)state;
	struct lab *lab = running(START);
	const char *link = link_of(lab, NAME);

	assert_true(click(lab, link));
	assert_int_equal(look_at(lab, link), LINK_DONE);
	leave(lab);
	assert_int_equal(look_at(lab, link), LINK_DEAD);
	lab_close(lab);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_bounce_is_told_and_the_days_go_on),
		cmocka_unit_test(a_new_address_has_not_bounced),
		cmocka_unit_test(nothing_happens_while_people_look),
		cmocka_unit_test(suspended_in_the_middle_of_a_day),
		cmocka_unit_test(decisions_that_make_no_sense),
		cmocka_unit_test(clicks_during_a_review),
		cmocka_unit_test(an_accepted_owner_is_known),
		cmocka_unit_test(a_name_that_left_is_left_alone),
		cmocka_unit_test(a_verified_name_leaves),
	};

	return cmocka_run_group_tests_name("verification: bounces and reviews", tests, NULL, NULL);
}
