/*
 * Instants and durations: pure arithmetic on the UTC calendar.
 *
 * A world's time is a row of its database; nothing here asks the machine.
 * Years 1970 to 9999 can be written and read.
 */
#ifndef CLOCK_INSTANT_H
#define CLOCK_INSTANT_H

#include <stdbool.h>
#include <stdint.h>

typedef int64_t instant; /* seconds since 1970-01-01T00:00:00Z */

#define DAYS(n) ((instant)(n)*86400)
#define LAST_INSTANT INT64_C(253402300799) /* 9999-12-31T23:59:59Z */

struct date {
	int64_t year;
	int month, day; /* from 1 */
};

struct date date_of(instant t);
instant midnight_of(struct date d);

/* The same civil moment, years later.  What becomes of 29 February is the
 * caller's rule: the day before, or the day after, where the year has none. */
enum leap_day { LEAP_DAY_28, LEAP_DAY_MAR1 };
instant years_later(instant t, int years, enum leap_day rule);

/* Texts live in the value; use them before the full expression ends. */
struct instant_text {
	char text[32];
};
struct instant_text instant_iso(instant t); /* 2026-05-04T15:20:00Z */
struct instant_text instant_plain(instant t); /* 2026-05-04 15:20:00 */
struct instant_text instant_http(instant t); /* Mon, 04 May 2026 15:20:00 GMT */
struct instant_text instant_upper(instant t); /* 04-MAY-2026 15:20:00 */
struct instant_text instant_ctime(instant t); /* Mon May  4 15:20:00 2026 */

bool instant_parse(const char *text, instant *t); /* ISO form, whole seconds, Z */

/*
 * ISO 8601 durations: PnYnMnWnDTnHnMnS, and differences or sums of them such
 * as P10D-PT1S.  Months are civil (the day is kept, or the month's last).
 */
struct duration {
	int64_t months, seconds;
};
bool duration_parse(const char *text, struct duration *d);
instant instant_after(instant t, struct duration d);
struct instant_text duration_iso(int64_t seconds); /* P9DT23H59M59S */

#endif
