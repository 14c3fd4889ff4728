#include "clock/instant.h"

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Days since the epoch <-> civil date, after Hinnant: years start in March so
 * that the leap day is the last day of the year. */
static int64_t
days_of(struct date d)
{
	int64_t y = d.year - (d.month <= 2);
	int64_t era = floor_div(y, 400);
	int64_t yoe = y - era * 400;
	int64_t doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

struct date
date_of(instant t)
{
	int64_t z = floor_div(t, DAYS(1)) + 719468;
	int64_t era = floor_div(z, 146097);
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);

	return (struct date){
		.year = yoe + era * 400 + (month <= 2),
		.month = month,
		.day = (int)(doy - (153 * mp + 2) / 5 + 1),
	};
}

instant
midnight_of(struct date d)
{
	return DAYS(days_of(d));
}

static bool
is_leap(int64_t y)
{
	return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
}

static int
days_in(int64_t year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

static int64_t
second_of_day(instant t)
{
	return t - DAYS(floor_div(t, DAYS(1)));
}

instant
years_later(instant t, int years, enum leap_day rule)
{
	struct date d = date_of(t);

	d.year += years;
	if (d.month == 2 && d.day == 29 && !is_leap(d.year))
		d = rule == LEAP_DAY_28 ? (struct date){ d.year, 2, 28 }
					: (struct date){ d.year, 3, 1 };
	return midnight_of(d) + second_of_day(t);
}

struct clock_face {
	int hour, minute, second;
};

static struct clock_face
face_of(instant t)
{
	int s = (int)second_of_day(t);

	return (struct clock_face){ s / 3600, s / 60 % 60, s % 60 };
}

static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
	"Oct", "Nov", "Dec" };

/* Years outside the range are our own mistake somewhere; show them clamped
 * rather than write past the text. */
static struct date
printable(instant *t)
{
	if (*t < 0)
		*t = 0;
	if (*t > LAST_INSTANT)
		*t = LAST_INSTANT;
	return date_of(*t);
}

/* The last DIGITS of N, and where to go on. snprintf() would be half of what a
 * short reply takes to write. */
static char *
put_number(char *at, int64_t n, int digits)
{
	for (int i = digits; i-- > 0; n /= 10)
		at[i] = (char)('0' + n % 10);
	return at + digits;
}

static char *
put_text(char *at, const char *text)
{
	size_t n = strlen(text);

	memcpy(at, text, n + 1);
	return at + n;
}

static char *
put_face(char *at, struct clock_face f)
{
	at = put_text(put_number(at, f.hour, 2), ":");
	at = put_text(put_number(at, f.minute, 2), ":");
	return put_number(at, f.second, 2);
}

static struct instant_text
joined(instant t, const char *between, const char *end)
{
	struct date d = printable(&t);
	struct instant_text out;
	char *at = put_text(put_number(out.text, d.year, 4), "-");

	at = put_text(put_number(at, d.month, 2), "-");
	at = put_text(put_number(at, d.day, 2), between);
	put_text(put_face(at, face_of(t)), end);
	return out;
}

struct instant_text
instant_iso(instant t)
{
	return joined(t, "T", "Z");
}

struct instant_text
instant_plain(instant t)
{
	return joined(t, " ", "");
}

static const char *
weekday(instant t)
{
	static const char *const days[] = { "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" };

	return days[floor_div(t, DAYS(1)) % 7];
}

struct instant_text
instant_http(instant t)
{
	struct date d = printable(&t);
	struct instant_text out;
	char *at = put_text(put_text(out.text, weekday(t)), ", ");

	at = put_text(put_number(at, d.day, 2), " ");
	at = put_text(put_text(at, months[d.month - 1]), " ");
	at = put_text(put_number(at, d.year, 4), " ");
	put_text(put_face(at, face_of(t)), " GMT");
	return out;
}

struct instant_text
instant_ctime(instant t)
{
	struct date d = printable(&t);
	struct instant_text out;
	char *at = put_text(put_text(out.text, weekday(t)), " ");

	at = put_text(put_text(at, months[d.month - 1]), d.day < 10 ? "  " : " ");
	at = put_text(put_number(at, d.day, d.day < 10 ? 1 : 2), " ");
	at = put_text(put_face(at, face_of(t)), " ");
	put_text(put_number(at, d.year, 4), "");
	return out;
}

struct instant_text
instant_upper(instant t)
{
	struct date d = printable(&t);
	struct clock_face f = face_of(t);
	struct instant_text out;

	snprintf(out.text, sizeof(out.text), "%02d-%s-%04d %02d:%02d:%02d", d.day % 100,
	    months[d.month - 1], (int)(d.year % 10000), f.hour % 100, f.minute % 100,
	    f.second % 100);
	for (char *c = out.text; *c != '\0'; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return out;
}

/* Reads exactly WIDTH digits. */
static bool
digits(const char **s, int width, int *out)
{
	*out = 0;
	for (int i = 0; i < width; i++, (*s)++) {
		if (**s < '0' || **s > '9')
			return false;
		*out = *out * 10 + (**s - '0');
	}
	return true;
}

static bool
literal(const char **s, char c)
{
	if (**s != c)
		return false;
	(*s)++;
	return true;
}

bool
instant_parse(const char *s, instant *t)
{
	int year, month, day, hour, minute, second;

	if (!digits(&s, 4, &year) || !literal(&s, '-') || !digits(&s, 2, &month) ||
	    !literal(&s, '-') || !digits(&s, 2, &day) || !literal(&s, 'T') ||
	    !digits(&s, 2, &hour) || !literal(&s, ':') || !digits(&s, 2, &minute) ||
	    !literal(&s, ':') || !digits(&s, 2, &second) || !literal(&s, 'Z') || *s != '\0')
		return false;
	if (year < 1970 || month < 1 || month > 12 || day < 1 || day > days_in(year, month) ||
	    hour > 23 || minute > 59 || second > 59)
		return false;
	*t = midnight_of((struct date){ year, month, day }) + hour * 3600 + minute * 60 + second;
	return true;
}

/* One number with its letter; false also where the number is absurd. */
static bool
part(const char **s, int64_t *n)
{
	const char *begin = *s;

	for (*n = 0; **s >= '0' && **s <= '9' && *n < INT64_C(100000000000); (*s)++)
		*n = *n * 10 + (**s - '0');
	return *s != begin && *n < INT64_C(100000000000);
}

/* The letters of one half in their order; each at most once. */
struct letter {
	char name;
	int64_t months, seconds;
};

static bool
half(const char **s, const struct letter *letters, struct duration *d, int *parts)
{
	int64_t n;

	while (**s >= '0' && **s <= '9') {
		if (!part(s, &n))
			return false;
		while (letters->name != '\0' && letters->name != **s)
			letters++;
		if (letters->name == '\0')
			return false;
		d->months += n * letters->months;
		d->seconds += n * letters->seconds;
		letters++;
		(*s)++;
		(*parts)++;
	}
	return true;
}

static bool
single(const char **s, struct duration *d)
{
	static const struct letter date[] = { { 'Y', 12, 0 }, { 'M', 1, 0 }, { 'W', 0, DAYS(7) },
		{ 'D', 0, DAYS(1) }, { '\0', 0, 0 } };
	static const struct letter day[] = { { 'H', 0, 3600 }, { 'M', 0, 60 }, { 'S', 0, 1 },
		{ '\0', 0, 0 } };
	int parts = 0;

	if (!literal(s, 'P') || !half(s, date, d, &parts))
		return false;
	if (!literal(s, 'T'))
		return parts > 0;
	parts = 0;
	return half(s, day, d, &parts) && parts > 0;
}

bool
duration_parse(const char *s, struct duration *d)
{
	int sign = literal(&s, '-') ? -1 : 1;

	*d = (struct duration){ 0 };
	for (;;) {
		struct duration one = { 0 };
		if (!single(&s, &one))
			return false;
		d->months += sign * one.months;
		d->seconds += sign * one.seconds;
		if (*s == '\0')
			return d->months > -120000 && d->months < 120000 &&
			       d->seconds > -LAST_INSTANT && d->seconds < LAST_INSTANT;
		sign = *s == '-' ? -1 : 1;
		if (!literal(&s, '-') && !literal(&s, '+'))
			return false;
	}
}

instant
instant_after(instant t, struct duration d)
{
	if (d.months != 0) {
		struct date day = date_of(t);
		int64_t month = day.year * 12 + day.month - 1 + d.months;
		struct date to = { floor_div(month, 12),
			(int)(month - floor_div(month, 12) * 12) + 1, day.day };
		if (to.day > days_in(to.year, to.month))
			to.day = days_in(to.year, to.month);
		t = midnight_of(to) + second_of_day(t);
	}
	return t + d.seconds;
}

struct instant_text
duration_iso(int64_t seconds)
{
	struct instant_text out;
	const char *sign = seconds < 0 ? "-" : "";
	int64_t n = seconds < 0 ? -seconds : seconds;
	int64_t day = n / DAYS(1) % 100000000, hour = n / 3600 % 24, minute = n / 60 % 60,
		second = n % 60;
	int at = snprintf(out.text, sizeof(out.text), "%sP", sign);
	size_t room = sizeof(out.text);

	if (day > 0)
		at += snprintf(out.text + at, room - (size_t)at, "%dD", (int)day);
	if (hour + minute + second > 0 || day == 0)
		at += snprintf(out.text + at, room - (size_t)at, "T");
	if (hour > 0)
		at += snprintf(out.text + at, room - (size_t)at, "%dH", (int)hour);
	if (minute > 0)
		at += snprintf(out.text + at, room - (size_t)at, "%dM", (int)minute);
	if (second > 0 || (day == 0 && hour + minute == 0))
		snprintf(out.text + at, room - (size_t)at, "%dS", (int)second);
	return out;
}
