/*
 * Whether a renewal makes sense for a name as it is now: asked when it is ordered, and
 * once more when an order that was saved or declined is processed, for the name may
 * have been renewed meanwhile.
 */
#ifndef COMMAND_DOMAIN_RENEWABLE_H
#define COMMAND_DOMAIN_RENEWABLE_H

#include "command/command.h"
#include "world/name/term.h"

/* Where an order keeps it. */
#define EXPECTED_YEAR "currentexpirationyear"

/* YEAR: in which the asker believes it to expire.  NULL: it does. */
const struct refusal *
renewable(struct request *rq, const struct term *t, int64_t year, int64_t period);

#endif
