/*
 * Notes: what happened to a name and its orders, as the reseller reads it.
 *
 * What an order did when it was carried out is not written again: it is told from
 * the order's own row and from the ledger.  Rows are for the rest.
 */
#ifndef WORLD_NOTICE_NOTE_H
#define WORLD_NOTICE_NOTE_H

#include "world/world.h"

/* ORDER 0: about none. */
void
note_add(struct world *w, int64_t reseller, const char *domain, int64_t order, const char *text);

/* About a transfer, and so about no order. */
void note_add_of_transfer(
    struct world *w, int64_t reseller, const char *domain, int64_t transfer, const char *text);

struct note {
	instant at;
	const char *text;
};

struct notes_about {
	int64_t reseller;
	const char *domain;
	int64_t order, transfer; /* one of them, or 0 and 0: all of the name */
};
size_t note_count(struct world *w, const struct notes_about *n);
size_t note_list(struct world *w, struct arena *a, const struct notes_about *n, size_t skip,
    size_t limit, struct note *rows); /* newest first */

#endif
