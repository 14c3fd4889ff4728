/*
 * Transfers: a name comes in from another registrar or another reseller, or leaves.
 * See README.md and states.def beside this file.
 *
 * One row tells both sides.  What comes in to a reseller here has an order, and the
 * flow of orders hears how it ends; what another registrar asks for has none.
 */
#ifndef WORLD_FLOW_TRANSFER_H
#define WORLD_FLOW_TRANSFER_H

#include "world/flow/flow.h"
#include "world/name/term.h"
#include "world/order/order.h"

extern const struct flow transferring;

struct transfer {
	struct episode episode; /* its label is the domain */
	int64_t order; /* 0: it was asked for elsewhere */
	int64_t gaining, losing; /* resellers; 0: none of this world */
	const char *gaining_registrar, *losing_registrar;
	const char *request_address; /* who is asked to approve; "": nobody */
	instant changed, owner_asked, owner_confirmed, registry_asked, completed; /* 0: not yet */
	const char *confirm_ip;
};

/* Whether a name can be brought to a reseller by this order (0: none yet); looks only. */
struct transferability {
	bool noservice; /* its TLD is not offered */
	bool forbidden; /* by the losing side or the registry, whatever we say */
	const char *type; /* reg2reg, rsp2rsp, where it can */
	const char *reason, *code; /* why it cannot; a NULL code: none is known */
};
struct transferability transferability(
    struct world *w, struct arena *a, int64_t reseller, const char *domain, int64_t order);
bool transfer_possible(const struct transferability *t);
/* The registry would let the name go: no lock, no hold, old enough. */
bool transfer_let_go(struct world *w, struct arena *a, const char *domain, const char **why);

/* O, of type transfer, is saved and under way: its transfer begins. */
void transfer_depart(struct world *w, struct arena *a, struct order *o);

/* Another registrar asks the registry for a name that a reseller here holds.  False:
 * it does not let it go, or the name moves already; WHY, in the arena. */
bool transfer_ask_away(struct world *w, struct arena *a, const char *domain, const char *registrar,
    struct transfer *t, const char **why);

/* T, a living name of one reseller's, goes to GAINING at once: nothing is asked, paid or
 * added.  Its profile begins anew, with this login.  Both read of it among their
 * transfers, and who gains is told.  The caller has seen that nothing is in the way. */
void transfer_push(struct world *w, struct arena *a, struct term *t, int64_t gaining,
    const char *username, const char *password);

/* The name is deleted: a transfer of it that runs is cancelled, and its order declined. */
void transfer_gone(struct world *w, struct arena *a, const char *domain);

/* "cancel", "resend", "pass", "stop": see states.def.  False: it does not listen to
 * this in its state. */
bool transfer_take(struct world *w, struct arena *a, struct transfer *t, const char *event);

bool transfer_load(struct world *w, struct arena *a, int64_t id, struct transfer *t);
bool transfer_of_order(struct world *w, struct arena *a, int64_t order, struct transfer *t);
/* The newest of this name that the reseller has asked for. */
bool transfer_last(
    struct world *w, struct arena *a, int64_t gaining, const char *domain, struct transfer *t);
/* The one that is under way, whoever gains. */
bool transfer_running(struct world *w, struct arena *a, const char *domain, struct transfer *t);

size_t
transfer_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct transfer *rows);

struct span {
	instant from, to; /* both included; 0: open */
};
struct transfer_filter {
	int64_t gaining, losing; /* exactly one of them */
	int64_t id, order; /* 0: any */
	const char *domain, *status, *confirm_ip; /* NULL: any */
	const char *registrar, *address; /* of the other side, who is asked; * for anything */
	struct span ordered, owner_asked, owner_confirmed, registry_asked, completed;
	size_t skip;
};
size_t transfer_count(struct world *w, struct arena *a, const struct transfer_filter *f);
size_t transfer_search(struct world *w, struct arena *a, const struct transfer_filter *f,
    size_t limit, struct transfer *rows); /* newest first */

/* The pages behind the links in the mail to the owner (wire/page/). */
struct transfer_page {
	bool open; /* the owner's word is waited for */
	bool known; /* the link was ours, at least */
	const char *state, *domain, *registrar, *email;
	int64_t reseller;
};
struct transfer_page transfer_look(struct world *w, struct arena *a, const char *token);
/* False: the link is not open. */
bool
transfer_answer(struct world *w, struct arena *a, const char *token, bool approves, const char *ip);

#endif
