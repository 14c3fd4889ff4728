/* However a world gets there: one long advance or many short ones, closed and
 * opened after each turn, today or again - all its rows are the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/registrant.h"
#include "world/time/move.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

typedef void act_fn(struct lab *lab);

static void
found_shops(struct lab *lab)
{
	lab_reseller(lab, "shop");
	lab_reseller(lab, "other");
}

static void
register_one(struct lab *lab)
{
	lab_register(lab, 1, "one.com", "Anna", "Ek", "anna@ek.example");
}

static void
register_two(struct lab *lab)
{
	lab_register(lab, 2, "two.net", "Anna", "Ek", "Anna@ek.example");
}

static void
register_three(struct lab *lab)
{
	lab_register(lab, 1, "three.org", "Bo", "Ek", "bo@ek.example");
}

static void
change_three(struct lab *lab)
{
	change_owner(lab, "three.org", lab_person("Cy", "Ek", "cy@ek.example"));
}

static void
resend_one(struct lab *lab)
{
	assert_true(resend(lab, "one.com"));
}

static void
bounce_first(struct lab *lab)
{
	assert_true(bounce(lab, 1));
}

static void
review_two(struct lab *lab)
{
	assert_true(decide(lab, "two.net", "admin_reviewing"));
}

static void
reject_two(struct lab *lab)
{
	assert_true(decide(lab, "two.net", "suspended"));
}

static void
click_one(struct lab *lab)
{
	assert_true(click(lab, link_of(lab, "one.com")));
}

/* A refused command in between leaves no trace. */
static void
refused(struct lab *lab)
{
	struct term t;

	lab_begin(lab);
	assert_true(term_find(&lab->w, lab->a, "three.org", &t));
	verification_resend(&lab->w, lab->a, &t);
	lab_refuse(lab);
}

static const struct {
	const char *at;
	act_fn *act;
} story[] = {
	{ "2026-03-01T00:00:00Z", found_shops },
	{ "2026-03-01T12:00:00Z", register_one },
	{ "2026-03-02T04:59:59Z", register_two },
	{ "2026-03-02T05:00:00Z", register_three },
	{ "2026-03-06T05:00:00Z", bounce_first }, /* one.com is being reminded */
	{ "2026-03-08T07:30:00Z", refused },
	{ "2026-03-09T10:00:00Z", review_two },
	{ "2026-03-14T10:00:00Z", change_three },
	{ "2026-03-20T10:00:00Z", reject_two },
	{ "2026-03-25T05:00:00Z", resend_one },
	{ "2026-05-20T10:00:00Z", click_one },
	{ "2026-06-20T10:00:00Z", refused },
};

/* STEP 0: in one go. */
static char *
play(const char *zone, int64_t step, bool reopens)
{
	struct lab *lab = lab_open("2026-03-01T00:00:00Z");

	lab->reopens = reopens;
	lab_policy(lab, "verification.batch_zone", zone);
	for (size_t i = 0; i < COUNT_OF(story); i++) {
		instant at;
		assert_true(instant_parse(story[i].at, &at));
		while (step > 0 && lab_now(lab) + step < at)
			lab_advance(lab, arena_printf(lab->a, "PT%" PRId64 "S", step));
		lab_at(lab, story[i].at);
		story[i].act(lab);
	}
	char *dump = lab_dump(lab);
	lab_close(lab);
	return dump;
}

static void
all_ways_lead_to_the_same_rows(void **state)
{
	static const struct {
		int64_t step;
		bool reopens;
	} ways[] = { { 0, false }, { 0, true }, { 86400, false }, { 86399, true }, { 3600, false },
		{ 600000, true } };
	static const char *const zones[] = { "EST", "Toronto" };
	(void)state;

	for (size_t z = 0; z < COUNT_OF(zones); z++) {
		char *expected = play(zones[z], 0, false);
		assert_non_null(strstr(expected, "state=suspended"));
		assert_non_null(strstr(expected, "event=suspension"));
		for (size_t i = 0; i < COUNT_OF(ways); i++) {
			char *dump = play(zones[z], ways[i].step, ways[i].reopens);
			assert_string_equal(dump, expected);
			free(dump);
		}
		free(expected);
	}
}

/* The zone is no decoration: the two tell different stories. */
static void
zones_differ(void **state)
{
	(void)state;
	char *est = play("EST", 0, false), *toronto = play("Toronto", 0, false);

	assert_string_not_equal(est, toronto);
	free(est);
	free(toronto);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_ways_lead_to_the_same_rows),
		cmocka_unit_test(zones_differ),
	};

	return cmocka_run_group_tests_name("verification: all the same", tests, NULL, NULL);
}
