/* DS records on the wire: set_dnssec_info, modify data=dnssec, get type=dnssec. */
#ifndef COMMAND_DNSSEC_H
#define COMMAND_DNSSEC_H

#include "command/owned.h"

/* The attribute "dnssec" in place of what the name has that is meant, and of no
 * other name of its profile: keys belong to one zone.  An empty list takes all
 * away.  The schema of the command lists it as a tree. */
const struct refusal *dnssec_set(struct request *rq);
void dnssec_say(struct request *rq, const struct term *t);

#endif
