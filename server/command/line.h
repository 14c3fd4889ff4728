/*
 * Line: the fast lookup, whose requests are no trees but words.
 *
 * "check_domain NAME" is what LOOKUP answers, as one line: code and text.  It
 * knows no users; whoever of the world's resellers comes first asks.
 */
#ifndef COMMAND_LINE_H
#define COMMAND_LINE_H

#include "command/dispatch.h"

/* The world is in a turn, as for dispatch(). */
struct outcome line_dispatch(
    struct world *w, struct arena *a, const char *line, size_t size, const struct place *p);

/* "210 Domain available", without a line end, in the arena. */
const char *line_reply(struct arena *a, const struct outcome *o);

#endif
