#include "command/listing.h"

#include "base/arena.h"
#include "clock/zone.h"

struct page
page_asked_from(const struct request *rq, int64_t first)
{
	int64_t number = attr_given(rq, "page") ? attr_int(rq, "page") : first;
	int64_t limit = attr_int(rq, "limit"), before = number > first ? number - first : 0;

	return (struct page){ number, (size_t)limit, (size_t)(before * limit) };
}

struct page
page_asked(const struct request *rq)
{
	return page_asked_from(rq, 1);
}

static void
say(struct request *rq, const char *key, size_t n)
{
	value_add_text(rq->arena, rq->reply, key, arena_printf(rq->arena, "%zu", n));
}

void
page_say(struct request *rq, const struct page *p, size_t total)
{
	say(rq, "page", (size_t)p->number);
	say(rq, "page_size", p->limit);
	say(rq, "total", total);
}

bool
day_parse(const char *text, instant *t)
{
	char iso[32];

	if (strlen(text) != strlen("2026-05-04"))
		return false;
	snprintf(iso, sizeof(iso), "%sT00:00:00Z", text);
	return instant_parse(iso, t);
}

bool
is_day(const char *text)
{
	instant t;

	return day_parse(text, &t);
}

/* Whenever something does not fit, the last * takes one more. */
bool
pattern_fits(const char *pattern, const char *text)
{
	const char *star = NULL, *taken = NULL;

	while (*text != '\0') {
		if (*pattern == '*') {
			star = pattern++;
			taken = text;
		} else if (*pattern == *text) {
			pattern++;
			text++;
		} else if (star != NULL) {
			pattern = star + 1;
			text = ++taken;
		} else {
			return false;
		}
	}
	return pattern[strspn(pattern, "*")] == '\0';
}

/* Noon in Greenwich is the same day in Toronto. */
instant
toronto_day(instant utc_day)
{
	return batch_midnight(ZONE_TORONTO, utc_day + DAYS(1) / 2, 0);
}

const char *
toronto_text(struct arena *a, instant t)
{
	return arena_strdup(a, instant_upper(zone_local(ZONE_TORONTO, t)).text);
}
