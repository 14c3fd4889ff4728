/*
 * What holds for every request of a connection that is a session, before anybody
 * looks at what it asks: from where, and how many.
 */
#ifndef COMMAND_SESSION_LIMITS_H
#define COMMAND_SESSION_LIMITS_H

#include "command/dispatch.h"

/* NULL: nothing is against it.  A refusal ends the session. */
const struct refusal *session_limits(struct request *rq, const struct place *p);

/* Whether ADDRESS is among RULES: "any", or words, each an address or, with "*" at
 * its end, how one begins. */
bool address_among(const char *rules, const char *address);

#endif
