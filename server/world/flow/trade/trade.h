/*
 * Trade: a change of a gTLD's owner that the new and the present one have to approve.
 * See README.md and states.def beside this file.
 */
#ifndef WORLD_FLOW_TRADE_H
#define WORLD_FLOW_TRADE_H

#include "world/flow/flow.h"
#include "world/name/term.h"

extern const struct flow trading;

struct trade {
	struct episode episode; /* its label is the domain */
	int64_t term;
	const char *owner; /* a set of contacts with this one only */
};

/* T is to have these contacts.  What it has at once: CONTACTS, or the same with the
 * present owner while a trade runs, which begins here and replaces an earlier one. */
const char *
trade_instead(struct world *w, struct arena *a, const struct term *t, const char *contacts);

bool trade_running(struct world *w, struct arena *a, int64_t term, struct trade *t);

/* Whoever's answer is waited for is asked again.  False: no trade runs, or it is another
 * one's turn. */
enum trade_side { TRADE_CURRENT, TRADE_NEW };
bool trade_resend(struct world *w, struct arena *a, const struct term *t, enum trade_side side);

/* The reseller calls it off, or the name leaves.  False: none runs. */
bool trade_cancel(struct world *w, struct arena *a, const struct term *t);

/* The pages behind the links in the mails (wire/page/). */
struct trade_page {
	bool open; /* this answer is waited for */
	bool known; /* the link was ours, at least */
	const char *domain, *email, *present, *next; /* who is asked; both owners' names */
	int64_t reseller;
};
struct trade_page trade_look(struct world *w, struct arena *a, const char *token);
/* False: the link is not open. */
bool trade_answer(struct world *w, struct arena *a, const char *token, bool approves);

#endif
