/*
 * Orders as a flow: from the submission to the end, and the money with them.
 * See README.md and states.def beside this file.
 *
 * An order that waits holds its price; one that completes pays it; one that ends
 * otherwise gets it back.  The episode is the order's own row.
 */
#ifndef WORLD_FLOW_ORDER_H
#define WORLD_FLOW_ORDER_H

#include "world/flow/flow.h"
#include "world/order/order.h"

extern const struct flow ordering;

/* How a submission ended.  But for the first, the order is kept whatever becomes
 * of the command: "the order is saved, whatever the registry says". */
enum submitted {
	ORDER_COMPLETED,
	ORDER_SAVED, /* pending, as it was wished */
	ORDER_TAKEN, /* pending against the wish: nothing to sell under this name */
	ORDER_SHORT, /* ... : less money is available than it costs */
	ORDER_REFUSED, /* ... : the registry said no at once */
	ORDER_CONSENT, /* waiting for the owner's consent */
	ORDER_SENT, /* waiting for a registry that takes its time */
	ORDER_DEPARTED, /* a flow of its own has begun, see ORDER_JOURNEY */
	ORDER_UNKNOWN, /* waiting; nobody knows whether the registry heard of it */
	ORDER_BUSY, /* nothing is saved: another order waits for this name */
};

struct submission {
	enum submitted ended;
	int code; /* REFUSED, UNKNOWN: of the reply */
	const char *text; /* its text; NULL: the usual one */
	int64_t request; /* SENT, UNKNOWN: what the registry was asked; 0: nothing */
};

/* O is new (its id is 0) or pending, and complete but for its status. */
struct submission order_submit(struct world *w, struct arena *a, struct order *o);
void order_keep(struct world *w, struct arena *a, struct order *o); /* new; to be pending */

/* O, new or pending, is not submitted, against the wish, and stays pending; a note
 * says WHY. */
void order_keep_back(struct world *w, struct arena *a, struct order *o, const char *why);

/* Earlier pending orders of this reseller for this name give way; their ids. */
size_t order_supersede(struct world *w, struct arena *a, const struct order *o, int64_t **ids);

/* "cancel", or what consent and registry tell: see states.def.  False: there is
 * no such order, or it does not listen to this in its state. */
bool order_take(struct world *w, struct arena *a, int64_t order, const char *event);

/* An order that was declined or cancelled, once more: a new one with what the old
 * one asked for; the old one ends cancelled. */
void order_again(struct world *w, struct arena *a, const struct order *old, struct order *again);

/* An order for this name waits, for whatever reason (lookup, of what nobody has: 221). */
bool order_waits_for(struct world *w, const char *domain);

#endif
