/*
 * Delegation: what the zone of a TLD says of a name, as anybody on the Internet
 * sees it now.  Names below a registered one follow it.
 */
#ifndef WORLD_NAME_DELEGATION_H
#define WORLD_NAME_DELEGATION_H

#include "world/name/nameserver.h"
#include "world/world.h"

struct delegation {
	const char *name; /* the registered one, or that could be */
	const char *rcode; /* NOERROR, NXDOMAIN; REFUSED: under no TLD of ours */
	const char *nameservers[MAX_NAMESERVERS]; /* only with NOERROR */
	size_t count;
};

/* NAME is folded and well formed. */
struct delegation delegation_of(struct world *w, struct arena *a, const char *name);

#endif
