/*
 * Answered: what was answered under an idempotency key of the control API, so
 * that asking again does nothing again.  Kept with the state: a restore forgets
 * what has not happened.
 */
#ifndef WORLD_JOURNAL_ANSWERED_H
#define WORLD_JOURNAL_ANSWERED_H

#include "world/world.h"

const char *answered_find(struct world *w, struct arena *a, const char *key); /* NULL: new */
void answered_keep(struct world *w, const char *key, const char *reply); /* a new key */

#endif
