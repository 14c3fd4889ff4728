/* Nobody is asked: a place for the flow that asks. */
#include "world/flow/consent/consent.h"

enum consent_gate
consent_gate(struct world *w, struct arena *a, const struct order *o)
{
	(void)w, (void)a, (void)o;
	return CONSENT_NOT_NEEDED;
}

void
consent_ask(struct world *w, struct arena *a, const struct order *o)
{
	(void)w, (void)a, (void)o;
}

void
consent_drop(struct world *w, struct arena *a, const struct order *o)
{
	(void)w, (void)a, (void)o;
}
