/* Policies: the book's values, a world's own, and which it may have. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "world/policy/policy.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

/* Policies need no more of a world than its rows and its book. */
struct place {
	const struct rulebook *rules;
	struct world w;
	struct arena *a;
};

static int
begin(void **state)
{
	static struct place p;

	p = (struct place){ .rules = rulebook_open(NULL), .a = arena_new() };
	assert_non_null(p.rules);
	p.w = (struct world){ .store = store_open_memory(NULL, 0), .rules = p.rules };
	store_begin(p.w.store);
	*state = &p;
	return 0;
}

static int
end(void **state)
{
	struct place *p = *state;

	assert_true(store_commit(p->w.store));
	store_close(p->w.store);
	rulebook_close(p->rules);
	arena_free(p->a);
	return 0;
}

static void
a_world_goes_by_the_book(void **state)
{
	struct place *p = *state;
	struct world *w = &p->w;

	assert_int_equal(policy_seconds(w, &policy_mail_delay), 0);
	assert_int_equal(policy_days(w, &policy_reminder_1), 5);
	assert_int_equal(policy_days(w, &policy_reminder_2), 10);
	assert_int_equal(policy_days(w, &policy_reminder_3), 13);
	assert_int_equal(policy_days(w, &policy_suspension), 16);
	assert_int_equal(policy_instant(w, &policy_since), 1388552400);
	assert_int_equal(policy_batch_zone(w), ZONE_EST);
	assert_false(policy_on(w, &policy_nis2));
	assert_true(policy_is(w, &policy_restart, "anew"));
	assert_true(policy_is(w, &policy_email_case, "fold"));
	assert_true(policy_on(w, &policy_warning));
}

static void
a_world_may_go_its_own_way(void **state)
{
	struct place *p = *state;
	struct world *w = &p->w;

	policy_override(w, "verification.mail_delay", "PT1M");
	policy_override(w, "verification.reminder_1", "4");
	policy_override(w, "verification.batch_zone", "Toronto");
	policy_override(w, "verification.since", "2026-01-01T00:00:00Z");
	policy_override(w, "verification.warning", "off");
	assert_int_equal(policy_seconds(w, &policy_mail_delay), 60);
	assert_int_equal(policy_days(w, &policy_reminder_1), 4);
	assert_int_equal(policy_batch_zone(w), ZONE_TORONTO);
	assert_int_equal(policy_instant(w, &policy_since), 1767225600);
	assert_false(policy_on(w, &policy_warning));
	assert_int_equal(policy_days(w, &policy_reminder_2), 10); /* the others stay */
}

static void
the_newest_override_counts(void **state)
{
	struct place *p = *state;
	struct override *rows;

	policy_override(&p->w, "verification.restart", "keep");
	policy_override(&p->w, "verification.reminder_1", "6");
	policy_override(&p->w, "verification.restart", "anew");
	assert_int_equal(policy_overrides(&p->w, p->a, &rows), 2);
	assert_string_equal(rows[0].key, "verification.reminder_1");
	assert_string_equal(rows[0].value, "6");
	assert_string_equal(rows[1].key, "verification.restart");
	assert_string_equal(rows[1].value, "anew");
}

static void
overrides_are_mirrored_and_undone(void **state)
{
	struct place *p = *state;

	store_savepoint(p->w.store);
	policy_override(&p->w, "verification.reminder_1", "6");
	store_back(p->w.store);
	assert_true(p->w.overrides); /* out of date until world_reload(), and harmless */
	assert_int_equal(policy_days(&p->w, &policy_reminder_1), 5);
}

static void
a_tld_is_the_longest_suffix(void **state)
{
	static const struct {
		const char *domain, *process, *leap_day;
	} rows[] = {
		{ "a.com", "verification", "28" },
		{ "a.b.com", "verification", "28" },
		{ "a.ws", "standard", "keep" },
		{ "a.co.uk", "sync", "28" },
		{ "a.sg", "async", "28" },
		{ "com", NULL, NULL },
		{ "a.zz", NULL, NULL },
		{ "", NULL, NULL },
		{ "a.", NULL, NULL },
	};
	struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *process = policy_of_tld(&p->w, p->a, rows[i].domain, "process");
		const char *leap = policy_of_tld(&p->w, p->a, rows[i].domain, "leap_day");
		if (rows[i].process == NULL) {
			assert_null(process);
			continue;
		}
		assert_string_equal(process, rows[i].process);
		assert_string_equal(leap, rows[i].leap_day);
	}
	assert_string_equal(policy_of_tld(&p->w, p->a, "a.co.uk", "auto_renew_grace_days"), "90");
	assert_string_equal(policy_of_tld(&p->w, p->a, "a.co", "auto_renew_grace_days"), "45");
}

static void
a_tld_may_be_overridden(void **state)
{
	struct place *p = *state;

	policy_override(&p->w, "tld.com.leap_day", "mar1");
	assert_string_equal(policy_of_tld(&p->w, p->a, "a.com", "leap_day"), "mar1");
	assert_string_equal(policy_of_tld(&p->w, p->a, "a.net", "leap_day"), "28");
	assert_string_equal(policy_of_tld(&p->w, p->a, "a.com", "process"), "verification");
}

/* 2026-05-04T15:20:00Z: a summer afternoon in Toronto. */
#define STARTED INT64_C(1777908000)

static void
a_delay_is_seconds_or_midnights(void **state)
{
	struct place *p = *state;
	instant midnight = INT64_C(1777852800) + 5 * 3600; /* 00:00 of that day, UTC-5 */

	assert_int_equal(policy_due(&p->w, &policy_mail_delay, STARTED), STARTED);
	assert_int_equal(policy_due(&p->w, &policy_reminder_1, STARTED), midnight + DAYS(5));
	assert_int_equal(policy_due(&p->w, &policy_suspension, STARTED), midnight + DAYS(16));
	policy_override(&p->w, "verification.mail_delay", "PT1H");
	policy_override(&p->w, "verification.batch_zone", "Toronto");
	assert_int_equal(policy_due(&p->w, &policy_mail_delay, STARTED), STARTED + 3600);
	assert_int_equal(policy_due(&p->w, &policy_reminder_1, STARTED), midnight + DAYS(5) - 3600);
}

struct said {
	const char *key, *value, *problem; /* NULL: nothing is wrong */
};

static void
assert_said(struct place *p, const struct said *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *problem = policy_check(p->rules, p->a, rows[i].key, rows[i].value);
		if (rows[i].problem == NULL)
			assert_null(problem);
		else
			assert_string_equal(problem, rows[i].problem);
	}
}

static void
checks_say_what_is_wrong(void **state)
{
	static const struct said rows[] = {
		{ "verification.batch_zone", "Toronto", NULL },
		{ "verification.batch_zone", "CET",
		    "verification.batch_zone: \"CET\" is not one of EST|Toronto" },
		{ "verification.batch_zone", "",
		    "verification.batch_zone: \"\" is not one of EST|Toronto" },
		{ "verification.batch_zone", "EST|Toronto",
		    "verification.batch_zone: \"EST|Toronto\" is not one of EST|Toronto" },
		{ "verification.batchzone", "EST",
		    "unknown policy \"verification.batchzone\"; did you mean "
		    "\"verification.batch_zone\"?" },
		{ "colour", "blue", "unknown policy \"colour\"" },
		{ "verification.reminder_1", "0", NULL },
		{ "verification.reminder_1", "99999", NULL },
		{ "verification.reminder_1", "100000",
		    "verification.reminder_1: \"100000\" is not a number of days, such as 10" },
		{ "verification.reminder_1", "-1",
		    "verification.reminder_1: \"-1\" is not a number of days, such as 10" },
		{ "verification.reminder_1", "P5D",
		    "verification.reminder_1: \"P5D\" is not a number of days, such as 10" },
		{ "verification.mail_delay", "P1D-PT1S", NULL },
		{ "verification.mail_delay", "P1M",
		    "verification.mail_delay: \"P1M\" is not a duration without months, such as PT5M" },
		{ "verification.mail_delay", "5",
		    "verification.mail_delay: \"5\" is not a duration without months, such as PT5M" },
		{ "verification.since", "2014-01-01",
		    "verification.since: \"2014-01-01\" is not an instant, such as "
		    "2026-01-01T00:00:00Z" },
		{ "verification.nis2", "on", NULL },
		{ "verification.nis2", "yes", "verification.nis2: \"yes\" is not one of off|on" },
		{ "tld.sg.process", "async", NULL },
		{ "tld.co.uk.process", "sync", NULL },
		{ "tld.com.registry_delay", "PT1H", NULL },
		{ "tld.com.max_years", "100", NULL },
		{ "tld.com.extra_required_fields", "anything", NULL },
		{ "tld.com.process", "magic",
		    "tld.com.process: \"magic\" is not one of verification|sync|async|standard" },
		{ "tld.com.proces", "sync",
		    "unknown policy \"tld.com.proces\"; did you mean \"tld.com.process\"?" },
		{ "tld.com.xyzzy", "1", "unknown policy \"tld.com.xyzzy\"" },
		{ "tld.onlin.process", "sync", "unknown TLD \"onlin\"; did you mean \"online\"?" },
		{ "tld.qqqqqqq.process", "sync", "unknown TLD \"qqqqqqq\"" },
		{ "tld.process", "sync", "unknown policy \"tld.process\"; write tld.NAME.KEY" },
		{ "tld.", "sync", "unknown policy \"tld.\"; write tld.NAME.KEY" },
	};

	assert_said(*state, rows, COUNT_OF(rows));
}

static void
any_name_may_be_a_premium_one(void **state)
{
	static const struct said rows[] = {
		{ "premium.gold.com", "1500.00", NULL },
		{ "premium.gold.co.uk", "1500 tier-2", NULL },
		{ "premium.coffee.shop", "no", NULL },
		{ "premium.gold.com", "dear",
		    "\"dear\" is no price; write dollars and cents, such as 750.00, and perhaps"
		    " the group, or no" },
		{ "premium.gold", "1500.00",
		    "\"gold\" is no name that could be registered; write one such as gold.com" },
	};

	assert_said(*state, rows, COUNT_OF(rows));
}

/* Longer ones could be written down, but not read again in one piece. */
static void
a_duration_has_an_end(void **state)
{
	struct place *p = *state;
	char value[80] = "PT1S";

	while (strlen(value) + 5 <= POLICY_LONGEST)
		strncat(value, "+PT1S", sizeof(value) - strlen(value) - 1);
	assert_null(policy_check(p->rules, p->a, "verification.mail_delay", value));
	policy_override(&p->w, "verification.mail_delay", value);
	assert_int_equal(policy_seconds(&p->w, &policy_mail_delay), (strlen(value) + 1) / 5);
	strncat(value, "+PT1S", sizeof(value) - strlen(value) - 1);
	assert_non_null(policy_check(p->rules, p->a, "verification.mail_delay", value));
}

/* The world as it stands in its database, opened again. */
static bool
opens_again(struct place *p, const char *key, const char *value)
{
	const struct beginning beginning = { .start = STARTED, .seed = 1, .birth = "{}" };
	struct world w;

	assert_true(world_open(&w, "w", store_open_memory(NULL, 0), p->rules, "", &beginning));
	assert_false(w.overrides);
	store_begin(w.store);
	policy_override(&w, key, value);
	assert_true(store_commit(w.store));
	struct store_image image = store_image(w.store);
	world_close(&w);
	bool opens = world_open(
	    &w, "w", store_open_memory(image.bytes, image.size), p->rules, "", &beginning);
	store_image_free(&image);
	if (opens) {
		assert_true(w.overrides);
		world_close(&w);
	}
	return opens;
}

static void
a_world_opens_only_with_rules_it_can_keep(void **state)
{
	struct place *p = *state;

	assert_true(opens_again(p, "verification.reminder_1", "4"));
	assert_true(opens_again(p, "tld.com.leap_day", "mar1"));
	assert_false(opens_again(p, "verification.gone", "4"));
	assert_false(opens_again(p, "verification.reminder_1", "soon"));
	assert_false(opens_again(p, "tld.gone.leap_day", "28"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_world_goes_by_the_book),
		TEST(a_world_may_go_its_own_way),
		TEST(the_newest_override_counts),
		TEST(overrides_are_mirrored_and_undone),
		TEST(a_tld_is_the_longest_suffix),
		TEST(a_tld_may_be_overridden),
		TEST(a_delay_is_seconds_or_midnights),
		TEST(checks_say_what_is_wrong),
		TEST(any_name_may_be_a_premium_one),
		TEST(a_duration_has_an_end),
		TEST(a_world_opens_only_with_rules_it_can_keep),
	};

	return cmocka_run_group_tests_name("policy", tests, NULL, NULL);
}
