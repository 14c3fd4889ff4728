/*
 * Listing: every list of the control API, in one shape.
 *
 * A list is in ascending order and takes `since`, `limit` and (where a next row
 * can be waited for) `wait` beside what its row says; it answers
 * {"items":[...],"next":CURSOR}.  A cursor is opaque: it names the last
 * row seen and the epoch of the world's state, so that one from before a
 * restore is refused (410) instead of silently skipping what is new.
 * `since=end` asks for nothing but the cursor from which on all is new.
 */
#ifndef API_LISTING_H
#define API_LISTING_H

#include "wire/api/json.h"

#define MAX_ITEMS 1000

struct listing {
	/* Appends at most LIMIT rows after SINCE; the id of the last one looked at. */
	int64_t (*fill)(struct call *c, int64_t since, size_t limit, json_t *items);
	int64_t (*last)(struct call *c); /* id of the newest row; NULL: no `end` */
};

const struct problem *list(struct call *c, const struct listing *l);

/* Refuses a query parameter that the row does not take. */
const struct problem *query_check(struct call *c);

/* What a row takes because it answers with a list. */
const struct field *paging_of(const struct route *r);

#endif
