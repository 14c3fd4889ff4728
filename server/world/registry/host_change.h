/*
 * A nameserver is created, changed or deleted at the registry of the name above
 * it: at once, or where that registry is asynchronous, later (kind `host`; what
 * waits is a request, with a row of host_request).  Faults strike here as at orders.
 */
#ifndef WORLD_REGISTRY_HOST_CHANGE_H
#define WORLD_REGISTRY_HOST_CHANGE_H

#include "world/name/term.h"

struct host_change {
	const char *action; /* create, modify, delete */
	const char *name;
	const char *new_name, *ipv4, *ipv6; /* as they will be */
	const char *tlds; /* whose registries are told of a new one besides, see hosts.h */
};

enum host_end {
	HOST_DONE,
	HOST_STORED, /* but of no use before the name above points to it */
	HOST_WAITS,
	HOST_REFUSED,
	HOST_BUSY, /* another request waits on this name */
};

struct host_answer {
	enum host_end end;
	int code; /* HOST_REFUSED: where a fault says so; 0: the usual one */
	const char *text; /* NULL: the usual one */
};

/* T is the name above, and the change is possible. */
struct host_answer
host_submit(struct world *w, struct arena *a, const struct term *t, const struct host_change *c);

/* No other nameserver is in its way, and nobody points to one that goes. */
bool host_change_possible(struct world *w, struct arena *a, const struct host_change *c);

#endif
