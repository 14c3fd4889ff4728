/* When a term ends: years added under the TLD's rule for 29 February. */
#include "base/arena.h"
#include "world/name/term.h"
#include "world/policy/policy.h"

static bool
is_leap_day(instant t)
{
	struct date d = date_of(t);

	return d.month == 2 && d.day == 29;
}

/* "28": for ever the 28th, also in leap years; "keep": the 29th where the year
 * has one; "mar1": the day after where it has none. */
instant
term_end(struct world *w, struct arena *a, const char *name, instant from, int years)
{
	const char *rule = policy_of_tld(w, a, name, "leap_day");

	if (rule != NULL && strcmp(rule, "mar1") == 0)
		return years_later(from, years, LEAP_DAY_MAR1);
	if (rule != NULL && strcmp(rule, "keep") == 0)
		return years_later(from, years, LEAP_DAY_28);
	return years_later(is_leap_day(from) ? from - DAYS(1) : from, years, LEAP_DAY_28);
}
