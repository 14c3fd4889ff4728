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

/* Pending orders of this reseller for this name become cancelled; their ids. */
size_t order_cancel_pending(struct world *w, struct arena *a, int64_t reseller, const char *domain,
    int64_t except, int64_t **ids);

size_t
order_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct order *rows);

#endif
