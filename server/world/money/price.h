/*
 * Prices: the reseller's, in cents, from fixtures/price/, and of premium names from
 * fixtures/premium/ and this world's policies (premium.NAME).
 */
#ifndef WORLD_MONEY_PRICE_H
#define WORLD_MONEY_PRICE_H

#include "world/world.h"

/* TYPE is new, premium, renewal or transfer.  A premium name that is new costs its
 * own price in the first year, and what a renewal costs in each that follows;
 * whether renewals cost the same for all names, price.premium_renewal says.  False:
 * the name's TLD has no price; PREMIUM: the name is none. */
bool price_of(struct world *w, const char *domain, const char *type, int years, int64_t *cents);

struct premium {
	int64_t cents; /* the first year */
	const char *group; /* of the registry; "": none */
};
bool premium_of(struct world *w, struct arena *a, const char *domain, struct premium *p);

#endif
