/*
 * Journal: what came in and what went out, bytes and virtual time, enough to
 * replay a world.  Bounded: only the newest LIMIT rows are kept.
 */
#ifndef WORLD_JOURNAL_JOURNAL_H
#define WORLD_JOURNAL_JOURNAL_H

#include "world/world.h"

struct journal_row {
	int64_t id;
	instant at;
	const char *door, *username, *action, *object;
	int code; /* response_code of the reseller API, else the HTTP status */
	const char *diagnosis, *target;
	const void *request, *reply;
	size_t request_size, reply_size;
};

/* LIMIT 0: keep none; -1: keep all. */
void journal_add(struct world *w, const struct journal_row *row, int64_t limit);
size_t journal_list(struct world *w, struct arena *a, const char *username, const char *action,
    int64_t since, size_t limit, struct journal_row *rows);
int64_t journal_last(struct world *w); /* id of the newest row; 0: none */

#endif
