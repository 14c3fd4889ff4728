#include "world/order/purchase.h"

#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/flow/verification/verification.h"
#include "world/money/account.h"
#include "world/notice/event.h"

static const char *
number(struct arena *a, int64_t n)
{
	return arena_printf(a, "%" PRId64, n);
}

static void
announce_order(struct world *w, struct arena *a, const struct order *o)
{
	const struct variable data[] = {
		{ "order_id", number(a, o->id) },
		{ "domain_name", o->domain },
		{ "order_status", o->status },
		{ "order_reg_type", o->type },
		{ NULL, NULL },
	};

	event_add(w, a, o->reseller, "ORDER", "STATUS_CHANGE", data);
}

static void
announce_name(struct world *w, struct arena *a, const struct term *t, const struct order *o)
{
	const struct variable data[] = {
		{ "domain_id", number(a, t->id) },
		{ "domain_name", t->name },
		{ "expiration_date", arena_strdup(a, instant_iso(t->expires).text) },
		{ "period", number(a, o->period) },
		{ NULL, NULL },
	};
	const struct variable created[] = { data[0], data[1], data[2], { NULL, NULL } };

	event_add(w, a, t->reseller, "DOMAIN", "CREATED", created);
	event_add(w, a, t->reseller, "DOMAIN", "REGISTERED", data);
}

void
purchase_keep(struct world *w, struct arena *a, struct order *o)
{
	o->status = "pending";
	order_save(w, o);
	announce_order(w, a, o);
	store_keep(w->store);
}

size_t
purchase_supersede(struct world *w, struct arena *a, const struct order *o, int64_t **ids)
{
	size_t n = order_cancel_pending(w, a, o->reseller, o->domain, o->id, ids);

	for (size_t i = 0; i < n; i++) {
		struct order old;
		if (order_load(w, a, (*ids)[i], &old))
			announce_order(w, a, &old);
	}
	return n;
}

static bool
affordable(struct world *w, const struct order *o)
{
	struct balance b = account_balance(w, o->reseller);

	return b.balance - b.held >= o->price;
}

static void
begin_term(struct world *w, struct arena *a, const struct order *o, struct term *t)
{
	t->reseller = o->reseller;
	t->registrar = HOUSE_REGISTRAR;
	t->state = "active";
	t->created = w->now;
	t->expires = t->registry_expires = term_end(w, a, t->name, w->now, o->period);
	term_save(w, t);
}

/* The words of the vendor's notes on a name. */
static void
pay(struct world *w, struct arena *a, const struct order *o)
{
	const char *what = arena_printf(a,
	    "Order #%" PRId64 ": Domain Registration (%d year%s: $%s)", o->id, o->period,
	    o->period == 1 ? "" : "s", cents_text(a, o->price));
	bool paid = account_debit(w, o->reseller, o->price, o->id, what);

	must(paid || store_fault(w->store) != NULL);
}

enum purchase
purchase_name(struct world *w, struct arena *a, struct order *o, struct term *t)
{
	struct term other;

	if (term_find(w, a, t->name, &other)) {
		purchase_keep(w, a, o);
		return PURCHASE_TAKEN;
	}
	if (!affordable(w, o)) {
		purchase_keep(w, a, o);
		return PURCHASE_NO_FUNDS;
	}
	begin_term(w, a, o, t);
	o->status = "completed";
	o->completed = w->now;
	o->term = t->id;
	order_save(w, o);
	pay(w, a, o);
	announce_order(w, a, o);
	announce_name(w, a, t, o);
	verification_begin(w, a, t);
	return PURCHASE_COMPLETED;
}
