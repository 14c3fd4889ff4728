/*
 * Sub-user: whom the owner of a profile lets in beside himself, to change what
 * he permits.  A profile has one at most.
 */
#ifndef WORLD_PARTY_SUBUSER_H
#define WORLD_PARTY_SUBUSER_H

#include "world/world.h"

enum permission {
#define PERMISSION(name, bit, source) MAY_##name = bit,
#include "world/party/permissions.def"
#undef PERMISSION
	MAY_ALL = 0
#define PERMISSION(name, bit, source) | bit
#include "world/party/permissions.def"
#undef PERMISSION
};

struct subuser {
	int64_t id; /* 0: not saved yet */
	int64_t profile; /* see profile_id() */
	const char *username, *password;
	int64_t permission;
};

bool subuser_of(struct world *w, struct arena *a, int64_t profile, struct subuser *s);
bool subuser_load(struct world *w, struct arena *a, int64_t id, struct subuser *s);
void subuser_save(struct world *w, struct subuser *s);

/* With its cookies. */
void subuser_drop(struct world *w, int64_t id);

#endif
