/*
 * What holds for every request that comes over a connection, before anybody looks at
 * what it asks: from where, and how many.
 */
#ifndef COMMAND_SESSION_LIMITS_H
#define COMMAND_SESSION_LIMITS_H

#include "command/dispatch.h"

/* NULL: nothing is against it.  A refusal ends the connection.  The asker is loaded. */
const struct refusal *place_limits(struct request *rq, const struct place *p);

/* Whether ADDRESS is among RULES: "any", or words, each an address or, with "*" at
 * its end, how one begins. */
bool address_among(const char *rules, const char *address);

#endif
