/* To which nameservers a name points, and who is told when that changes. */
#ifndef WORLD_NAME_REPOINT_H
#define WORLD_NAME_REPOINT_H

#include "world/name/term.h"

/* From now on these (JSON array of names), and its reseller is told, unless they
 * are what it has.  False: so it was. */
bool repoint(struct world *w, struct arena *a, struct term *t, const char *nameservers);

#endif
