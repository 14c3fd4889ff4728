/*
 * Way back: the link by which somebody who forgot a password chooses another
 * one.  It is good once, until password.link_lifetime is over, a newer one has
 * been sent to the same user, or the name has gone to another profile.
 */
#ifndef WORLD_PARTY_WAY_BACK_H
#define WORLD_PARTY_WAY_BACK_H

#include "world/party/subuser.h"

struct term;

/* For the owner of T's profile or, where SUB is not NULL, for the sub-user.  Its
 * token, in the arena. */
const char *
way_back_open(struct world *w, struct arena *a, const struct term *t, const struct subuser *sub);

enum way { WAY_OPEN, WAY_USED, WAY_DEAD };
struct way_back {
	enum way way;
	const char *domain, *username; /* NULL where it is dead */
	int64_t reseller; /* 0 where it is dead */
};
struct way_back way_back_look(struct world *w, struct arena *a, const char *token);

/* False: it was not open.  PASSWORD is well formed. */
bool way_back_use(struct world *w, struct arena *a, const char *token, const char *password);

void way_back_drop_of(struct world *w, int64_t subuser);
void way_back_drop_all(struct world *w, int64_t term); /* that were sent for this name */

#endif
