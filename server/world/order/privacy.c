/* Privacy for a name that is here already, as an order; it costs nothing. */
#include "base/arena.h"
#include "world/name/setting.h"
#include "world/name/term.h"
#include "world/order/type.h"

bool
order_whois_privacy_possible(struct world *w, struct arena *a, const struct order *o)
{
	struct term t;

	return term_load(w, a, o->term, &t) && t.reseller == o->reseller &&
	       strcmp(t.state, "deleted") != 0;
}

void
order_whois_privacy_carry_out(struct world *w, struct arena *a, struct order *o)
{
	(void)a;
	setting_put(w, o->term, "whois_privacy", "enabled");
}

void
order_whois_privacy_complete(struct world *w, struct arena *a, const struct order *o)
{
	(void)w, (void)a, (void)o;
}
