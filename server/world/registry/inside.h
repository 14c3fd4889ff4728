/* What the files of this folder share with each other and with nobody else. */
#ifndef WORLD_REGISTRY_INSIDE_H
#define WORLD_REGISTRY_INSIDE_H

#include "world/registry/host_change.h"
#include "world/registry/registry.h"

int64_t request_add(struct world *w, const struct order *o, const char *action);
/* One that belongs to no order. */
int64_t request_add_other(struct world *w, const struct term *t, const char *action);
void request_close_other(struct world *w, int64_t id, const char *status, const char *text);
/* The open one of this order; false: it has none. */
bool request_close(struct world *w, int64_t order, const char *status, const char *text);

/* How the registry of T takes what is no order. */
struct mood {
	bool late, unwilling;
	int64_t after; /* seconds; where it is late */
	int code; /* where it is unwilling; 0: the usual one */
	const char *text; /* ... NULL: the usual one */
};
struct mood registry_mood(
    struct world *w, struct arena *a, const struct term *t, const char *action, const char *object);

void
host_carry_out(struct world *w, struct arena *a, const struct term *t, const struct host_change *c);
const char *host_command(const struct host_change *c); /* its action on the wire */
const char *host_waits_as(const struct host_change *c); /* ... in waiting_history */

#endif
