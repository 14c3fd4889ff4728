/*
 * Capabilities: settings that names of some TLDs have and others have not.
 * They stand in capabilities.def, by what a TLD's file says or by its name.
 */
#ifndef WORLD_NAME_CAPABILITY_H
#define WORLD_NAME_CAPABILITY_H

#include "world/world.h"

struct capability {
	const char *name; /* on the wire */
	const char *key; /* of the TLD's file; NULL: the TLD's own name decides */
	const char *values; /* with blanks around each */
	const char *source;
};
extern const struct capability capabilities[];
extern const size_t capability_count;

/* By its name on the wire, which stands in the table. */
bool capability_named(struct world *w, struct arena *a, const char *domain, const char *name);
bool
capability_of(struct world *w, struct arena *a, const char *domain, const struct capability *c);

#endif
