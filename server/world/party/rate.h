/*
 * Rate: how many commands a reseller has sent of late.
 *
 * A window opens with a command and is as long as `rate.window`, on the world's clock;
 * `rate.commands` fit into it.  The first command after its end opens the next.
 */
#ifndef WORLD_PARTY_RATE_H
#define WORLD_PARTY_RATE_H

#include "world/world.h"

/* Counts one more, whatever becomes of it later in this turn; false, and nothing is
 * counted, where it is one too many.  A limit of 0 is none. */
bool rate_take(struct world *w, int64_t reseller);

#endif
