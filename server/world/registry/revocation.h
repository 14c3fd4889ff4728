/*
 * Revocation: a reseller gives a name back in the first days after it was
 * registered.  Its registry deletes it at once or, where it is asynchronous, later
 * (kind `revocation`; what waits is a request, with a row of revocation).
 *
 * The reseller gets back what it paid but for a fee; how long, how much and how often,
 * say policies (revoke.*).  What was pending for the name is cancelled with it.
 */
#ifndef WORLD_REGISTRY_REVOCATION_H
#define WORLD_REGISTRY_REVOCATION_H

#include "world/name/term.h"

/* The first instant at which it is too late. */
instant revocation_ends(struct world *w, struct arena *a, const struct term *t);

enum revocation_end { REVOCATION_DONE, REVOCATION_WAITS, REVOCATION_REFUSED };

struct revocation {
	enum revocation_end end;
	int64_t kept, refund; /* DONE: cents of what was paid */
	int64_t deletion; /* its id, see deletion.h */
	int code; /* REFUSED: where a fault says so; 0: the usual one */
	const char *text; /* NULL: the usual one */
};

/* T is in time, and nothing waits on it. */
struct revocation revoke(struct world *w, struct arena *a, struct term *t);

#endif
