/*
 * Standing: what anybody is told who looks a name up, whether it could be registered.
 *
 * What the house knows it says by itself; for the rest it asks the registry, which may
 * be out of reach (registry.unreachable).
 */
#ifndef WORLD_REGISTRY_STANDING_H
#define WORLD_REGISTRY_STANDING_H

#include "world/world.h"

enum standing {
	NAME_AVAILABLE,
	NAME_TAKEN,
	NAME_WAITS, /* an order for it does: taken, for the time being */
	NAME_UNDETERMINED, /* nobody answers for it */
};

struct name_standing {
	enum standing is;
	const char *reason; /* NULL: none */
};

/* AFRESH: the registry is asked for what is known, too. */
struct name_standing
name_standing(struct world *w, struct arena *a, const char *domain, bool afresh);

#endif
