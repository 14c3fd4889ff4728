#include "clock/zone.h"

#define HOUR 3600

static instant
nth_sunday(int64_t year, int month, int n)
{
	instant first = midnight_of((struct date){ year, month, 1 });
	int64_t weekday = (first / DAYS(1) + 4) % 7; /* 0: Sunday; the epoch was a Thursday */

	return first + DAYS((7 - weekday) % 7 + 7 * (n - 1));
}

/* From 02:00 local on the second Sunday of March to 02:00 local on the first
 * Sunday of November (Ontario, Time Act, since 2007). */
static bool
toronto_summer(instant t)
{
	int64_t year = date_of(t).year;

	return t >= nth_sunday(year, 3, 2) + 7 * HOUR && t < nth_sunday(year, 11, 1) + 6 * HOUR;
}

instant
zone_local(enum zone z, instant t)
{
	return t - (z == ZONE_TORONTO && toronto_summer(t) ? 4 : 5) * HOUR;
}

/* A local midnight is never inside a change of the clock: those are at two. */
static instant
utc_of_midnight(enum zone z, instant local)
{
	instant winter = local + 5 * HOUR;

	return zone_local(z, winter - HOUR) == local ? winter - HOUR : winter;
}

static int64_t
local_day(enum zone z, instant t)
{
	instant local = zone_local(z, t);

	return local / DAYS(1) - (local % DAYS(1) < 0);
}

instant
batch_midnight(enum zone z, instant from, int64_t n)
{
	return utc_of_midnight(z, DAYS(local_day(z, from) + n));
}

instant
batch_next(enum zone z, instant t)
{
	instant today = batch_midnight(z, t, 0);

	return today == t ? today : batch_midnight(z, t, 1);
}

int64_t
batch_days(enum zone z, instant a, instant b)
{
	return local_day(z, b) - local_day(z, a);
}
