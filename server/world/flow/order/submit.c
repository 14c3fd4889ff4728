/* What an order meets on its way: the name, the money, the owner, the registry. */
#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/flow/consent/consent.h"
#include "world/flow/order/inside.h"
#include "world/money/account.h"
#include "world/money/books.h"
#include "world/order/type.h"

static void
take(struct world *w, struct arena *a, struct passage *p, const char *event)
{
	bool taken = flow_step(w, a, &ordering, &p->episode, event);

	must(taken || store_fault(w->store) != NULL);
	must(books_fit(w, p->order->id) || store_fault(w->store) != NULL);
}

static bool
affordable(struct world *w, const struct order *o)
{
	struct balance b = account_balance(w, o->reseller);

	return b.balance - b.held >= o->price;
}

/* A yes at once makes the registration before the order completes, so that the
 * order's row is written once. */
static void
accept(struct world *w, struct arena *a, struct passage *p)
{
	order_type_of(p->order)->carry_out(w, a, p->order);
	take(w, a, p, "accepted");
}

/* A registry that says no at once leaves an order that was never sent where the
 * reseller can try again, and ends one that waited. */
static enum submitted
refuse(struct world *w, struct arena *a, struct passage *p)
{
	p->why = p->says.text != NULL ? p->says.text : "refused by the registry";
	take(w, a, p, strcmp(p->episode.state, "waiting") == 0 ? "rejected" : "forced");
	return ORDER_REFUSED;
}

static enum submitted
send(struct world *w, struct arena *a, struct passage *p)
{
	if (order_type_of(p->order)->depart != NULL) {
		take(w, a, p, "departed");
		return ORDER_DEPARTED;
	}
	p->says = registry_ask(w, a, p->order);
	switch (p->says.word) {
	case REGISTRY_ACCEPTS:
		accept(w, a, p);
		return ORDER_COMPLETED;
	case REGISTRY_LATER:
		take(w, a, p, "sent");
		return ORDER_SENT;
	case REGISTRY_UNKNOWN:
		take(w, a, p, "unknown");
		return ORDER_UNKNOWN;
	case REGISTRY_REFUSES:
		break;
	}
	return refuse(w, a, p);
}

/* The name may have gone to somebody else while the owner was asked. */
void
order_to_registry(struct world *w, struct arena *a, struct passage *p)
{
	if (order_type_of(p->order)->possible(w, a, p->order))
		send(w, a, p);
	else
		refuse(w, a, p);
}

static enum submitted
keep_back(
    struct world *w, struct arena *a, struct passage *p, enum submitted ended, const char *why)
{
	p->why = why;
	take(w, a, p, "forced");
	return ended;
}

static enum submitted
go(struct world *w, struct arena *a, struct passage *p)
{
	struct order *o = p->order;

	if (!order_type_of(o)->possible(w, a, o))
		return keep_back(w, a, p, ORDER_TAKEN, "there is nothing to sell under this name");
	if (!affordable(w, o))
		return keep_back(w, a, p, ORDER_SHORT, "not enough money is available");
	bool asks = order_type_of(o)->asks_owner;
	enum submitted ended = ORDER_CONSENT;
	if (asks && consent_gate(w, a, o) == CONSENT_WAITING)
		take(w, a, p, "await_consent");
	else
		ended = send(w, a, p);
	if (asks && ended != ORDER_REFUSED)
		consent_ask(w, a, o);
	return ended;
}

struct submission
order_submit(struct world *w, struct arena *a, struct order *o)
{
	struct passage p = passage_of(o);

	if (order_in_the_way(w, o->domain))
		return (struct submission){ .ended = ORDER_BUSY };
	enum submitted ended = go(w, a, &p);
	if (ended != ORDER_COMPLETED)
		store_keep(w->store);
	return (struct submission){ ended, p.says.code, p.says.text, p.request };
}

void
order_keep(struct world *w, struct arena *a, struct order *o)
{
	struct passage p = passage_of(o);

	take(w, a, &p, "save");
	store_keep(w->store);
}

void
order_keep_back(struct world *w, struct arena *a, struct order *o, const char *why)
{
	struct passage p = passage_of(o);

	p.why = why;
	take(w, a, &p, "forced");
	store_keep(w->store);
}

bool
order_waits_for(struct world *w, const char *domain)
{
	return order_waiting_for(w, domain, NULL) != 0;
}

bool
order_take(struct world *w, struct arena *a, int64_t order, const char *event)
{
	struct episode *e = order_episode(w, a, order);

	if (e == NULL || !flow_step(w, a, &ordering, e, event))
		return false;
	must(books_fit(w, order) || store_fault(w->store) != NULL);
	return true;
}

/* The ids first: a statement that is running should not see its rows change. */
size_t
order_supersede(struct world *w, struct arena *a, const struct order *o, int64_t **ids)
{
	const struct order_filter pending = {
		.reseller = o->reseller, .domain = o->domain, .status = "pending"
	};
	size_t n = order_count(w, &pending);
	struct order *rows = NEW_ARRAY(a, struct order, n + 1);

	n = n == 0 ? 0 : order_search(w, a, &pending, n, rows);
	*ids = NEW_ARRAY(a, int64_t, n + 1);
	size_t given = 0;
	for (size_t i = 0; i < n; i++)
		if (rows[i].id != o->id && order_take(w, a, rows[i].id, "cancel"))
			(*ids)[given++] = rows[i].id;
	return given;
}

void
order_again(struct world *w, struct arena *a, const struct order *old, struct order *again)
{
	order_take(w, a, old->id, "cancel"); /* a cancelled one stays as it is */
	*again = *old;
	again->id = 0;
	again->submitted = w->now;
	again->processed = again->completed = 0;
}
