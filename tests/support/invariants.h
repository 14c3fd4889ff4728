/*
 * Invariants: what holds in every world after every request, as queries that
 * find what does not.
 */
#ifndef TESTS_SUPPORT_INVARIANTS_H
#define TESTS_SUPPORT_INVARIANTS_H

#include "world/world.h"

struct invariant {
	const char *says; /* what holds */
	const char *sql; /* one column of text for each row that breaks it */
};
extern const struct invariant invariants[]; /* a NULL text ends */

/* One that does not hold, so that a test can see what happens then: no name is
 * ever suspended. */
extern const struct invariant false_claim[];

/* The first that does not hold, and where; NULL: all do.  Inside a turn. */
const char *invariants_broken(struct world *w, struct arena *a, const struct invariant *these);

#endif
