/*
 * Books: whether the ledger and the orders agree.  What a single movement could
 * break, account.c and the schema refuse.
 */
#ifndef WORLD_MONEY_BOOKS_H
#define WORLD_MONEY_BOOKS_H

#include "world/world.h"

/* This order holds its price while it waits, has paid it if it is completed, and
 * has neither otherwise.  Asked after each step of an order. */
bool books_fit(struct world *w, int64_t order);

/* All rows, for tests and stories.  NULL: they agree; else the first thing that is
 * wrong, in the arena. */
const char *books_objection(struct world *w, struct arena *a);

#endif
