/*
 * Bulk: one change for many names, submitted at once and carried out by the agenda,
 * name by name.  Each name's result is kept, and all of them are mailed when the
 * last has had its turn.
 *
 * The first turn comes bulk.delay after the submission, the others bulk.pace from
 * one to the next.  A name that is refused does not stop the rest.
 */
#ifndef WORLD_BULK_BULK_H
#define WORLD_BULK_BULK_H

#include "world/world.h"

struct bulk {
	int64_t id; /* 0: not submitted yet */
	int64_t reseller;
	const char *type; /* of the change */
	const char *request; /* JSON: what was asked for; only bulk_perform() reads it */
	const char *email; /* who gets the report */
	size_t names;
	const char *const *details; /* of each name, as bulk_perform() wants it; NULL: none.  Only
				     * bulk_submit() reads it */
	/* read only */
	instant submitted, begins;
	int64_t pace; /* seconds */
	size_t done; /* names that have had their turn: the first so many */
	instant finished; /* 0: not yet */
};

struct bulk_item {
	size_t nr; /* from 0, in the order of the request */
	const char *name;
	instant at; /* 0: its turn has not come; then there is no result either */
	int code;
	bool success;
	const char *text;
};

/* `id` and what is read only are set. */
void bulk_submit(struct world *w, struct bulk *b, const char *const *names);

bool bulk_load(struct world *w, struct arena *a, int64_t id, struct bulk *b);
size_t bulk_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct bulk *rows);
void bulk_items(struct world *w, struct arena *a, const struct bulk *b, struct bulk_item *rows);

struct bulk_result {
	int code;
	bool success;
	const char *text; /* one line */
	bool opened; /* a lock was, to make the change possible */
};

/*
 * The change of one name.  What it does is what a command does, and commands are
 * above the world: only this function is declared here and built there
 * (command/bulk_change/perform.c).  Without success, the caller undoes what it did
 * since the last store_keep(); and it closes the lock of a name that was opened.
 */
struct bulk_result bulk_perform(
    struct world *w, struct arena *a, const struct bulk *b, const char *name, const char *detail);

#endif
