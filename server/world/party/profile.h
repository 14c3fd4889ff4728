/*
 * Profile: the names of an end user, which share one user name and password.
 *
 * It has no row of its own.  A name that joins none is a profile by itself, even
 * where its login is spelt like another's; names that have joined point to the
 * first one (term.profile), and each of them keeps the login.
 */
#ifndef WORLD_PARTY_PROFILE_H
#define WORLD_PARTY_PROFILE_H

#include "world/name/term.h"

/* What all names of one profile have in common. */
int64_t profile_id(const struct term *t);

/* DOMAIN is a name of this reseller's whose owner has this login. */
bool profile_find(struct world *w, struct arena *a, int64_t reseller, const char *domain,
    const char *username, const char *password, struct term *t);

/* Of all names of T's profile. */
void profile_set_password(struct world *w, const struct term *t, const char *password);

/* T leaves its profile, and where ALL the other names of it do too: for the profile
 * of INTO or, where that is NULL, for a new one with this login.  Cookies of
 * what has moved are good no more; the sub-user stays with those who stay. */
struct profile_move {
	bool all;
	const struct term *into;
	const char *username, *password; /* of a new one */
};
void profile_move(
    struct world *w, struct arena *a, const struct term *t, const struct profile_move *move);

#endif
