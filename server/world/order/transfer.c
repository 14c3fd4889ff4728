/* A name that comes from elsewhere: world/flow/transfer/ says how. */
#include "world/flow/transfer/transfer.h"
#include "world/order/type.h"

bool
order_transfer_possible(struct world *w, struct arena *a, const struct order *o)
{
	struct transferability t = transferability(w, a, o->reseller, o->domain, o->id);

	return transfer_possible(&t);
}

void
order_transfer_depart(struct world *w, struct arena *a, struct order *o)
{
	transfer_depart(w, a, o);
}
