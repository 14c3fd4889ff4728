/* What sets this flow going from outside: changes of contacts, resellers. */
#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/flow/trade/inside.h"
#include "world/policy/policy.h"

/* The vendor's page on changes of a registrant names these four. */
static bool
same_owner(const struct contact *x, const struct contact *y)
{
	return strcmp(x->first_name, y->first_name) == 0 &&
	       strcmp(x->last_name, y->last_name) == 0 && strcmp(x->org_name, y->org_name) == 0 &&
	       strcmp(x->email, y->email) == 0;
}

static bool
needs_approval(struct world *w, struct arena *a, const struct term *t)
{
	if (!policy_on(w, &policy_trade_icann))
		return false;
	const char *kind = policy_of_tld(w, a, t->name, "kind");
	return kind != NULL && strcmp(kind, "gtld") == 0;
}

static void
take(struct world *w, struct arena *a, struct trade *t, const char *event)
{
	bool taken = flow_step(w, a, &trading, &t->episode, event);

	must(taken || store_fault(w->store) != NULL);
}

static const char *
owner_alone(struct arena *a, const struct contact *owner)
{
	struct contact_set set = { .given[OWNER] = true };

	set.of[OWNER] = *owner;
	return contacts_text(a, &set);
}

const char *
trade_instead(struct world *w, struct arena *a, const struct term *t, const char *contacts)
{
	struct contact_set set = contacts_parse(a, contacts);
	struct contact now = trade_owner(a, t->contacts);
	struct trade running;

	if (!needs_approval(w, a, t) || same_owner(&set.of[OWNER], &now))
		return contacts;
	if (trade_running(w, a, t->id, &running))
		take(w, a, &running, "replace");
	struct trade next = {
		.episode = { .state = "new", .started = w->now, .label = t->name },
		.term = t->id,
		.owner = owner_alone(a, &set.of[OWNER]),
	};
	take(w, a, &next, "begin");
	if (strcmp(next.episode.state, "completed") == 0)
		return contacts;
	set.of[OWNER] = now;
	return contacts_text(a, &set);
}

bool
trade_resend(struct world *w, struct arena *a, const struct term *t, enum trade_side side)
{
	struct trade running;

	return trade_running(w, a, t->id, &running) &&
	       trade_waits_for_new(&running) == (side == TRADE_NEW) &&
	       flow_step(w, a, &trading, &running.episode, "resend");
}

bool
trade_cancel(struct world *w, struct arena *a, const struct term *t)
{
	struct trade running;

	return trade_running(w, a, t->id, &running) &&
	       flow_step(w, a, &trading, &running.episode, "cancel");
}
