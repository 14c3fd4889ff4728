/*
 * Cookie: an end user who has shown the user name and password of a profile, as
 * the reseller's programs carry it from one command to the next.
 *
 * Its text is two numbers with a colon between them, and is not stored.  A cookie
 * that nobody shows for cookie.lifetime is forgotten.
 */
#ifndef WORLD_PARTY_COOKIE_H
#define WORLD_PARTY_COOKIE_H

#include "world/world.h"

struct cookie {
	int64_t id, reseller;
	int64_t term; /* the name it was set for */
	int64_t subuser; /* 0: it is the owner's */
	instant used; /* before now */
};

/* Its text, in the arena.  SUBUSER is 0 for the owner, here and below. */
const char *
cookie_set(struct world *w, struct arena *a, int64_t reseller, int64_t term, int64_t subuser);

/* Shown now, so it lives on.  False: none of this reseller's, or forgotten. */
bool
cookie_show(struct world *w, struct arena *a, int64_t reseller, const char *text, struct cookie *c);

void cookie_move(struct world *w, int64_t id, int64_t term, int64_t subuser);
void cookie_drop(struct world *w, int64_t id);
void cookie_drop_of(struct world *w, int64_t subuser);
void cookie_drop_all(struct world *w, int64_t term); /* that stand for this name */

#endif
