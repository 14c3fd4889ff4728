/*
 * Purchase: an order for a new name is carried out, or kept for later.
 *
 * A purchase that fails keeps its order as pending, and so does the store when
 * the command is refused: "the order is saved, whatever the registry says".  The
 * caller tells its id ("forced_pending").
 */
#ifndef WORLD_ORDER_PURCHASE_H
#define WORLD_ORDER_PURCHASE_H

#include "world/name/term.h"
#include "world/order/order.h"

enum purchase { PURCHASE_COMPLETED, PURCHASE_TAKEN, PURCHASE_NO_FUNDS };

/* Pays for ORDER and begins the term that T describes: name, contacts,
 * nameservers, switches and profile are the caller's, the rest is set here. */
enum purchase purchase_name(struct world *w, struct arena *a, struct order *o, struct term *t);

/* Saved and announced as pending, whatever becomes of the command; nothing is paid. */
void purchase_keep(struct world *w, struct arena *a, struct order *o);

/* Earlier pending orders of this reseller for this name give way; their ids. */
size_t purchase_supersede(struct world *w, struct arena *a, const struct order *o, int64_t **ids);

#endif
