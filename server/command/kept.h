/*
 * Trees of a message that are kept for later: as one JSON text, for a row of the
 * world, and read again from it.  Both live in the arena.
 */
#ifndef COMMAND_KEPT_H
#define COMMAND_KEPT_H

#include "xcp/value.h"

const char *kept_text(struct arena *a, const struct value *tree); /* NULL: an empty map */
struct value *kept_read(struct arena *a, const char *text); /* our own text */

#endif
