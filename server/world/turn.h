/*
 * Turn: one transaction for every request.
 *
 * turn_begin() begins it, lets a flowing clock fire what is due, fixes the
 * instant and sets a savepoint.  After the work the caller says how it ended
 * with turn_settle(): granted, or refused, which undoes the work back to the
 * savepoint (or to the last store_keep()); then all that is due at or before
 * now fires.  Then the caller writes its journal row and calls turn_commit().
 * False there: the machine failed, nothing of all this happened.
 */
#ifndef WORLD_TURN_H
#define WORLD_TURN_H

#include "world/world.h"

void turn_begin(struct world *w);
void turn_settle(struct world *w, bool granted);
bool turn_commit(struct world *w);
void turn_cancel(struct world *w); /* nothing happened, on purpose */

#endif
