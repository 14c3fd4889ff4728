/*
 * Reference: 32 lower-case hex digits that stand for a row outside of the
 * world - in a link, as an event's id - without showing which one.  Half of
 * them hide the row's id, the other half prove that nobody guessed: a reference
 * is found again without having been stored.
 */
#ifndef WORLD_REFERENCE_H
#define WORLD_REFERENCE_H

#include "world/world.h"

/* WHAT keeps references to different things apart: "verify", "event". */
const char *reference_text(struct world *w, struct arena *a, const char *what, int64_t id);
bool reference_id(struct world *w, struct arena *a, const char *what, const char *text,
    int64_t *id); /* false: it is not one of ours */

#endif
