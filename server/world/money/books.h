/*
 * Books: whether the ledger and the orders agree.  For tests and stories, over
 * all rows; what a single movement could break, account.c and the schema refuse.
 */
#ifndef WORLD_MONEY_BOOKS_H
#define WORLD_MONEY_BOOKS_H

#include "world/world.h"

/* NULL: they do; else the first thing that is wrong, in the arena. */
const char *books_objection(struct world *w, struct arena *a);

#endif
