/*
 * Domain names: what may be registered at all, before anybody asks a registry.
 */
#ifndef WORLD_NAME_DOMAIN_H
#define WORLD_NAME_DOMAIN_H

#include <stdbool.h>

#include "world/world.h"

const char *domain_folded(struct arena *a, const char *name); /* in lower case */

/* At least two labels of letters, digits and inner hyphens, in lower case; names
 * in other scripts come as punycode. */
bool domain_well_formed(const char *name);

/* One label before a TLD of the rulebook, and no TLD itself. */
bool domain_registrable(const struct world *w, const char *name);

/* For how many years at once; numbers that are only inferred bind nobody
 * (decisions, 20), then it is 1 to 10. */
struct years {
	int least, most;
};
struct years domain_years(struct world *w, struct arena *a, const char *name);

#endif
