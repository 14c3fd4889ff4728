/* A name goes to a new owner at its registry: the order's term is the one, and the owner
 * of its contacts is the new one. */
#include "base/arena.h"
#include "world/flow/verification/verification.h"
#include "world/name/setting.h"
#include "world/order/type.h"

static bool
find(struct world *w, struct arena *a, const struct order *o, struct term *t)
{
	return term_load(w, a, o->term, t) && t->reseller == o->reseller &&
	       strcmp(t->state, "deleted") != 0;
}

bool
order_trade_possible(struct world *w, struct arena *a, const struct order *o)
{
	struct term t;

	return find(w, a, o, &t);
}

/* The other contacts may have changed since it was ordered. */
void
order_trade_carry_out(struct world *w, struct arena *a, struct order *o)
{
	struct contact_set ordered = contacts_parse(a, o->contacts);
	struct term t;

	if (!find(w, a, o, &t))
		return;
	struct contact_set set = contacts_parse(a, t.contacts);
	const struct contact before = set.of[OWNER];
	set.of[OWNER] = ordered.of[OWNER];
	t.contacts = contacts_text(a, &set);
	term_save(w, &t);
	setting_begin(w, t.id, o->details);
	verification_contacts_changed(w, a, &t, &before);
}

void
order_trade_complete(struct world *w, struct arena *a, const struct order *o)
{
	(void)w, (void)a, (void)o;
}
