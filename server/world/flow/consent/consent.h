/*
 * Consent of a ccTLD's owner to the sharing of data.
 *
 * What the flow of orders asks of it, and what it tells the flow of orders:
 * order_take(w, a, order, EVENT) with "consented", "refused_consent" (an answer)
 * or "consent_over" (silence).  An order that no longer waits does not listen.
 */
#ifndef WORLD_FLOW_CONSENT_H
#define WORLD_FLOW_CONSENT_H

#include "world/order/order.h"

enum consent_gate {
	CONSENT_NOT_NEEDED, /* this process registers without it */
	CONSENT_GIVEN, /* a positive answer is on file */
	CONSENT_WAITING, /* the registry may not be asked before the owner agrees */
};

/* Looks only.  O may not be saved yet. */
enum consent_gate consent_gate(struct world *w, struct arena *a, const struct order *o);

/* O is saved and on its way: once for each order that is submitted, whatever the
 * gate says.  Whoever must be asked or told is. */
void consent_ask(struct world *w, struct arena *a, const struct order *o);

/* O waited for an answer and was cancelled: nobody needs to be asked for it any
 * more. */
void consent_drop(struct world *w, struct arena *a, const struct order *o);

#endif
