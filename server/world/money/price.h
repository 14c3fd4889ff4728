/* Prices: the reseller's, in cents, from fixtures/price/. */
#ifndef WORLD_MONEY_PRICE_H
#define WORLD_MONEY_PRICE_H

#include "world/world.h"

/* TYPE is new, renewal or transfer.  False: the name's TLD has no price. */
bool price_of(struct world *w, const char *domain, const char *type, int years, int64_t *cents);

#endif
