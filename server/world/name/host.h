/*
 * Hosts: nameservers below a name, with the addresses (glue) that lead to them, as
 * the registry of that name keeps them.  They belong to the term and are gone
 * with it.
 */
#ifndef WORLD_NAME_HOST_H
#define WORLD_NAME_HOST_H

#include "world/name/term.h"

struct host {
	int64_t id; /* 0: not saved yet */
	int64_t term;
	const char *name, *ipv4, *ipv6; /* "": none */
};

bool host_find(struct world *w, struct arena *a, const char *name, struct host *h);
/* Those below all names of this one's profile, by name. */
size_t host_list(struct world *w, struct arena *a, const struct term *t, struct host **rows);
int64_t host_count(struct world *w, int64_t term);
void host_save(struct world *w, struct host *h); /* inserts where the id is 0 */
void host_drop(struct world *w, int64_t id);

/* Names that point to it, anybody's, by id. */
bool host_in_use(struct world *w, const char *name);
size_t host_users(struct world *w, struct arena *a, const char *name, int64_t **terms);

bool host_is_below(const char *host, const char *name);

#endif
