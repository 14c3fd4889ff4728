/* The days of a verification, to the second. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/store.h"
#include "tests/support/registrant.h"
#include "world/time/move.h"
#include "world/turn.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

#define NAME "ek-bikes.com"
#define ANNA "anna@ek.example"
#define OFFICE "office@ek.example"
#define HOUSE "help@opensrs.com"

static struct contact_set
anna_and_office(void)
{
	struct contact_set set = lab_all_roles(lab_person("Back", "Office", OFFICE));

	set.of[OWNER] = lab_person("Anna", "Ek", ANNA);
	return set;
}

static struct lab *
registered(const char *start, const char *zone)
{
	struct lab *lab = lab_open(start);
	struct contact_set contacts = anna_and_office();

	lab_policy(lab, "verification.batch_zone", zone);
	lab_register_with(lab, lab_reseller(lab, "shop"), NAME, &contacts);
	return lab;
}

#define REMIND "verification.reminder>" ANNA
#define WARN "verification.warning>" OFFICE
#define SUSPEND "verification.suspended>" ANNA "\nrsp.suspended_list>support@shop.example"

static const struct {
	const char *mails, *status;
} nights[] = {
	{ REMIND, "verifying" },
	{ REMIND "\n" WARN, "verifying" },
	{ REMIND "\n" WARN, "verifying" },
	{ SUSPEND, "suspended" },
};

/* Day 5, 10, 13, 16: the midnight of the batch zone, in summer and in winter,
 * and a start on either side of midnight. */
static const struct {
	const char *zone, *start, *nights[4];
} runs[] = {
	{ "EST", "2025-01-06T19:20:00Z",
	    { "2025-01-11T05:00:00Z", "2025-01-16T05:00:00Z", "2025-01-19T05:00:00Z",
		"2025-01-22T05:00:00Z" } },
	{ "EST", "2026-05-04T15:20:00Z",
	    { "2026-05-09T05:00:00Z", "2026-05-14T05:00:00Z", "2026-05-17T05:00:00Z",
		"2026-05-20T05:00:00Z" } },
	{ "Toronto", "2026-05-04T15:20:00Z",
	    { "2026-05-09T04:00:00Z", "2026-05-14T04:00:00Z", "2026-05-17T04:00:00Z",
		"2026-05-20T04:00:00Z" } },
	{ "Toronto", "2026-03-01T12:00:00Z", /* the clocks change on the 8th */
	    { "2026-03-06T05:00:00Z", "2026-03-11T04:00:00Z", "2026-03-14T04:00:00Z",
		"2026-03-17T04:00:00Z" } },
	{ "EST", "2026-01-07T04:59:59Z", /* still the 6th */
	    { "2026-01-11T05:00:00Z", "2026-01-16T05:00:00Z", "2026-01-19T05:00:00Z",
		"2026-01-22T05:00:00Z" } },
	{ "EST", "2026-01-07T05:00:00Z",
	    { "2026-01-12T05:00:00Z", "2026-01-17T05:00:00Z", "2026-01-20T05:00:00Z",
		"2026-01-23T05:00:00Z" } },
	{ "EST", "2028-02-20T12:00:00Z", /* over a leap day */
	    { "2028-02-25T05:00:00Z", "2028-03-01T05:00:00Z", "2028-03-04T05:00:00Z",
		"2028-03-07T05:00:00Z" } },
};

static void
every_mail_comes_at_its_midnight(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(runs); i++) {
		struct lab *lab = registered(runs[i].start, runs[i].zone);
		int64_t seen = 0;
		assert_string_equal(new_mails(lab, &seen), "verification.request>" ANNA);
		for (size_t n = 0; n < COUNT_OF(nights); n++) {
			instant night;
			assert_true(instant_parse(runs[i].nights[n], &night));
			lab_at(lab, instant_iso(night - 1).text);
			assert_string_equal(new_mails(lab, &seen), "");
			assert_status(lab, NAME, "verifying");
			lab_at(lab, runs[i].nights[n]);
			assert_string_equal(new_mails(lab, &seen), nights[n].mails);
			assert_status(lab, NAME, nights[n].status);
			lab_advance(lab, "PT1S");
			assert_string_equal(new_mails(lab, &seen), "");
		}
		assert_int_equal(status_of(lab, NAME).deadline,
		    lab_ask(lab, "SELECT at FROM history WHERE event = 'suspension'"));
		lab_close(lab);
	}
}

static void
the_first_breath(void **state)
{
	(void)state;
	struct lab *lab = registered("2026-05-04T15:20:00Z", "EST");
	int64_t seen = 0;

	assert_string_equal(new_events(lab, &seen), NAME " pending\n" NAME " verifying");
	assert_int_equal(lab_ask(lab, "SELECT count(DISTINCT at) FROM event"), 1);
	assert_int_equal(lab_ask(lab, "SELECT count(*) FROM history"), 0);
	assert_int_equal(status_of(lab, NAME).started, lab_now(lab));
	lab_close(lab);
}

/* One row for the run, the agenda and the mail, two events, and the term. */
static void
a_registration_writes_few_rows(void **state)
{
	(void)state;
	struct lab *lab = lab_open("2026-05-04T15:20:00Z");
	int64_t shop = lab_reseller(lab, "shop");
	int64_t before = store_changes(lab->w.store);

	lab_register(lab, shop, NAME, "Anna", "Ek", ANNA);
	assert_int_equal(store_changes(lab->w.store) - before, 6);
	lab_close(lab);
}

static void
days_count_down_to_the_last_allowed_one(void **state)
{
	static const struct {
		const char *at;
		int64_t days;
	} rows[] = {
		{ "2025-01-06T19:20:00Z", 15 }, { "2025-01-07T04:59:59Z", 15 },
		{ "2025-01-07T05:00:00Z", 14 }, { "2025-01-11T05:00:00Z", 10 },
		{ "2025-01-16T05:00:00Z", 5 }, { "2025-01-19T05:00:00Z", 2 },
		{ "2025-01-21T05:00:00Z", 0 }, { "2025-01-22T04:59:59Z", 0 },
		{ "2025-01-22T05:00:00Z", -1 }, { "2025-01-22T05:00:01Z", -1 },
		{ "2025-03-27T12:00:00Z", -65 }, /* day 80 */
	};
	(void)state;
	struct lab *lab = registered("2025-01-06T19:20:00Z", "EST");

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		lab_at(lab, rows[i].at);
		struct verification_status s = status_of(lab, NAME);
		assert_true(s.running);
		assert_int_equal(s.days_to_suspend, rows[i].days);
		assert_string_equal(instant_plain(s.deadline).text, "2025-01-22 05:00:00");
	}
	lab_close(lab);
}

static bool
on_hold(struct lab *lab)
{
	return lab_term(lab, NAME).hold;
}

/* Who arrives at the second of the suspension comes after it, and is let back
 * in at once. */
static void
a_click_at_every_edge(void **state)
{
	static const struct {
		const char *at, *before;
		const char *events; /* of the click */
		bool hold_before;
	} rows[] = {
		{ "2026-05-04T15:20:00Z", "verifying", NAME " verified", false },
		{ "2026-05-09T05:00:00Z", "verifying", NAME " verified", false },
		{ "2026-05-20T04:59:59Z", "verifying", NAME " verified", false },
		{ "2026-05-20T05:00:00Z", "suspended", NAME " verified", true },
		{ "2026-05-20T05:00:01Z", "suspended", NAME " verified", true },
		{ "2026-07-23T16:00:00Z", "suspended", NAME " verified", true },
	};
	(void)state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct lab *lab = registered("2026-05-04T15:20:00Z", "EST");
		int64_t mails = 0, events = 0;
		lab_at(lab, rows[i].at);
		assert_status(lab, NAME, rows[i].before);
		assert_int_equal(on_hold(lab), rows[i].hold_before);
		new_mails(lab, &mails);
		new_events(lab, &events);
		assert_true(click(lab, link_of(lab, NAME)));
		assert_status(lab, NAME, "verified");
		assert_false(on_hold(lab));
		assert_string_equal(new_events(lab, &events), rows[i].events);
		lab_advance(lab, "P100D");
		assert_string_equal(new_mails(lab, &mails), "");
		assert_string_equal(new_events(lab, &events), "");
		assert_false(status_of(lab, NAME).running);
		lab_close(lab);
	}
}

static void
every_mail_of_a_run_has_the_same_link(void **state)
{
	(void)state;
	struct lab *lab = registered("2026-05-04T15:20:00Z", "EST");
	const char *first = link_of(lab, NAME);

	lab_advance(lab, "P14D");
	assert_string_equal(link_of(lab, NAME), first);
	assert_int_equal(look_at(lab, first), LINK_OPEN);
	assert_true(click(lab, first));
	assert_int_equal(look_at(lab, first), LINK_DONE);
	assert_false(click(lab, first));
	lab_close(lab);
}

static void
a_wrong_link_leads_nowhere(void **state)
{
	(void)state;
	struct lab *lab = registered("2026-05-04T15:20:00Z", "EST");
	char wrong[33] = { 0 };

	memcpy(wrong, link_of(lab, NAME), 32);
	wrong[31] = wrong[31] == '0' ? '1' : '0';
	const char *links[] = { wrong, "", "1", "00000000000000000000000000000000" };
	for (size_t i = 0; i < COUNT_OF(links); i++) {
		assert_int_equal(look_at(lab, links[i]), LINK_DEAD);
		assert_false(click(lab, links[i]));
	}
	assert_status(lab, NAME, "verifying");
	lab_close(lab);
}

static void
the_first_mail_may_take_its_time(void **state)
{
	(void)state;
	struct lab *lab = lab_open("2026-05-04T15:20:00Z");
	int64_t mails = 0, events = 0;

	lab_policy(lab, "verification.mail_delay", "PT1M");
	lab_register(lab, lab_reseller(lab, "shop"), NAME, "Anna", "Ek", ANNA);
	assert_string_equal(new_events(lab, &events), NAME " pending");
	lab_advance(lab, "PT59S");
	assert_string_equal(new_mails(lab, &mails), "");
	assert_status(lab, NAME, "pending");
	assert_int_equal(status_of(lab, NAME).days_to_suspend, 15);
	lab_advance(lab, "PT1S");
	assert_string_equal(new_mails(lab, &mails), "verification.request>" ANNA);
	assert_string_equal(new_events(lab, &events), NAME " verifying");
	lab_advance(lab, "P30D");
	assert_status(lab, NAME, "suspended");
	lab_close(lab);
}

/* Of one midnight: reminders, then suspensions, then the list. */
static void
one_midnight_in_its_order(void **state)
{
	(void)state;
	struct lab *lab = registered("2026-05-04T15:20:00Z", "EST");
	int64_t mails = 0, shop = 1;

	lab_at(lab, "2026-05-15T15:20:00Z"); /* its day 5 is the first one's day 16 */
	lab_register(lab, shop, "younger.com", "Bo", "Ek", "bo@ek.example");
	lab_at(lab, "2026-05-20T04:59:59Z");
	new_mails(lab, &mails);
	lab_advance(lab, "PT1S");
	assert_string_equal(
	    new_mails(lab, &mails), "verification.reminder>bo@ek.example\n" SUSPEND);
	lab_close(lab);
}

/* A machine that was off: everything overdue comes at once, in its order, and
 * the days are counted from the batch that was missed. */
static void
a_jump_makes_up_for_what_was_due(void **state)
{
	(void)state;
	struct lab *lab = registered("2026-05-04T15:20:00Z", "EST");
	int64_t mails = 0;

	new_mails(lab, &mails);
	lab_begin(lab);
	assert_int_equal(world_jump(&lab->w, lab->w.now + DAYS(80)), MOVED);
	lab_end(lab);
	assert_string_equal(new_mails(lab, &mails),
	    REMIND "\n" REMIND "\n" WARN "\n" REMIND "\n" WARN "\nverification.suspended>" ANNA);
	assert_int_equal(status_of(lab, NAME).days_to_suspend, -65);
	lab_advance(lab, "P1D");
	assert_string_equal(new_mails(lab, &mails), "rsp.suspended_list>support@shop.example");
	lab_close(lab);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_mail_comes_at_its_midnight),
		cmocka_unit_test(the_first_breath),
		cmocka_unit_test(a_registration_writes_few_rows),
		cmocka_unit_test(days_count_down_to_the_last_allowed_one),
		cmocka_unit_test(a_click_at_every_edge),
		cmocka_unit_test(every_mail_of_a_run_has_the_same_link),
		cmocka_unit_test(a_wrong_link_leads_nowhere),
		cmocka_unit_test(the_first_mail_may_take_its_time),
		cmocka_unit_test(one_midnight_in_its_order),
		cmocka_unit_test(a_jump_makes_up_for_what_was_due),
	};

	return cmocka_run_group_tests_name("verification", tests, NULL, NULL);
}
