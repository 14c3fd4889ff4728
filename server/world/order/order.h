/*
 * Order: what a reseller asked to buy.  It may outlive a refused command: "the
 * order is saved, whatever the registry says".
 */
#ifndef WORLD_ORDER_ORDER_H
#define WORLD_ORDER_ORDER_H

#include "world/world.h"

struct order {
	int64_t id; /* 0: not saved yet */
	int64_t reseller;
	const char *domain, *type, *status;
	int64_t price; /* cents */
	int period;
	instant submitted, processed, completed; /* 0: not yet */
	int64_t term; /* 0: none */
	const char *contacts, *nameservers, *details;
};

bool order_load(struct world *w, struct arena *a, int64_t id, struct order *o);
void order_save(struct world *w, struct order *o); /* inserts where the id is 0 */

/* The order that brought this term; false: none did. */
bool
order_of_term(struct world *w, struct arena *a, const char *domain, int64_t term, struct order *o);

struct order_filter {
	int64_t reseller; /* 0: any; so below */
	const char *domain, *type, *status; /* NULL: any */
	instant from, to; /* submitted then or later; then or earlier */
	bool newest_first;
	size_t skip;
};
size_t order_count(struct world *w, const struct order_filter *f);
size_t order_search(struct world *w, struct arena *a, const struct order_filter *f, size_t limit,
    struct order *rows);

size_t
order_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct order *rows);

/* The newest order of this type (NULL: any) for this name that waits; 0: none. */
int64_t order_waiting_for(struct world *w, const char *domain, const char *type);

/* Another order would have to wait for one of this name.  Whoever has the name may
 * order what he likes while others try to get it. */
bool order_in_the_way(struct world *w, const char *domain);

#endif
