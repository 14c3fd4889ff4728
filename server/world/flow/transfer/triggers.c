/* What sets this flow going from outside: orders, resellers, other registrars,
 * the end of a name. */
#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/flow/transfer/inside.h"
#include "world/name/term.h"
#include "world/order/details.h"
#include "world/policy/policy.h"

static const char *
email_of(struct arena *a, const char *contacts, enum role role)
{
	struct contact_set set = contacts_parse(a, contacts);

	return set.of[set.given[role] ? role : OWNER].email;
}

/* The present owner, where we know who that is; else who the order says. */
static const char *
address_for(struct world *w, struct arena *a, const struct order *o, const struct term *t)
{
	const char *address = details_read(a, o->details, "owner_confirm_address");

	if (*address != '\0')
		return address;
	if (t->reseller != 0)
		return email_of(a, t->contacts, OWNER);
	return email_of(
	    a, o->contacts, policy_is(w, &policy_transfer_request_to, "admin") ? ADMIN : OWNER);
}

/* The order has just been found fit: only a fault can hide the name. */
void
transfer_depart(struct world *w, struct arena *a, struct order *o)
{
	struct term t = { .registrar = "", .contacts = "{}" };

	term_find(w, a, o->domain, &t);
	struct transfer x = {
		.episode = { .state = "new", .started = w->now, .label = o->domain },
		.order = o->id,
		.gaining = o->reseller,
		.losing = t.reseller,
		.gaining_registrar = HOUSE_REGISTRAR,
		.losing_registrar = t.registrar,
		.request_address = address_for(w, a, o, &t),
		.confirm_ip = "",
	};
	bool taken = flow_step(w, a, &transferring, &x.episode, "begin");
	must(taken || store_fault(w->store) != NULL);
}

bool
transfer_ask_away(struct world *w, struct arena *a, const char *domain, const char *registrar,
    struct transfer *t, const char **why)
{
	struct term term;

	if (!transfer_let_go(w, a, domain, why) || !term_find(w, a, domain, &term))
		return false;
	*t = (struct transfer){
		.episode = { .state = "new", .started = w->now, .label = domain },
		.losing = term.reseller,
		.gaining_registrar = registrar,
		.losing_registrar = term.registrar,
		.request_address = email_of(a, term.contacts, OWNER),
		.confirm_ip = "",
	};
	return flow_step(w, a, &transferring, &t->episode, "begin");
}

void
transfer_gone(struct world *w, struct arena *a, const char *domain)
{
	struct transfer t;

	if (!transfer_running(w, a, domain, &t))
		return;
	bool taken = transfer_take(w, a, &t, "gone");
	must(taken || store_fault(w->store) != NULL);
}

bool
transfer_take(struct world *w, struct arena *a, struct transfer *t, const char *event)
{
	return flow_step(w, a, &transferring, &t->episode, event);
}
