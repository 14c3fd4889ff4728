/*
 * Listing: what commands with many rows have in common: LIMIT and PAGE, and days
 * as bounds.
 */
#ifndef COMMAND_LISTING_H
#define COMMAND_LISTING_H

#include "command/command.h"

#define LISTING_MOST INT64_C(1000000) /* some clients ask for all in one page */

/* Two rows of a schema.  The first page is the first, where nothing else is known. */
#define LISTING_ATTRS LISTING_ATTRS_FROM(1)
#define LISTING_ATTRS_FROM(least) \
	{ .name = "limit", \
		.type = ATTR_INT, \
		.min = 1, \
		.max = LISTING_MOST, \
		.refusal = &refusal_invalid_data, \
		.fallback = 40 }, \
	{ \
		.name = "page", .type = ATTR_INT, .min = least, .max = LISTING_MOST, \
		.refusal = &refusal_invalid_data, .fallback = 1 \
	}

struct page {
	int64_t number; /* from 1, or as the asker counts */
	size_t limit, skip; /* rows of a page; before this one */
};
struct page page_asked(const struct request *rq);
struct page page_asked_from(const struct request *rq, int64_t first); /* the first one's number */

/* page, page_size and total, as replies about notes and orders have them. */
void page_say(struct request *rq, const struct page *p, size_t total);

/* "2026-05-04": its first second, UTC. */
bool day_parse(const char *text, instant *t);
bool is_day(const char *text);

/* Whether TEXT is what PATTERN says, in which * stands for anything; folded, both. */
bool pattern_fits(const char *pattern, const char *text);

/* In Toronto, whose local time the dates of orders and notes are written in. */
instant toronto_day(instant utc_day);
const char *toronto_text(struct arena *a, instant t); /* 08-APR-2011 15:11:53 */

#endif
