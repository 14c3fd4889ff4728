/*
 * Consent of a ccTLD's owner to the sharing of data: one question for each order,
 * one answer for each person.  See README.md and states.def beside this file.
 *
 * What the flow of orders asks of it, and what it tells the flow of orders:
 * order_take(w, a, order, EVENT) with "consented", "refused_consent" (an answer)
 * or "consent_over" (silence).  An order that no longer waits does not listen.
 */
#ifndef WORLD_FLOW_CONSENT_H
#define WORLD_FLOW_CONSENT_H

#include "world/flow/flow.h"
#include "world/order/order.h"

struct term;

extern const struct flow consent;

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

/* The reseller wants its customer reminded, of a name it has or waits for. */
enum consent_resent { CONSENT_RESENT, CONSENT_NOT_ASKED, CONSENT_NO_SUCH_NAME };
enum consent_resent
consent_resend(struct world *w, struct arena *a, int64_t reseller, const char *domain);

/* What is on file for a name's present owner, or for an order. */
struct consent_status {
	const char *status; /* none, pending, asked, given, refused, silent */
	const char *wire; /* gdpr_consent_status, as the reseller API has it */
	instant asked, deadline; /* 0: never, or not yet; none is running */
	bool share_more;
};
struct consent_status consent_status(struct world *w, struct arena *a, const struct term *t);
struct consent_status
consent_status_of_order(struct world *w, struct arena *a, const struct order *o);

/* The page behind the link in the mails: BASE/w/WORLD/consent/TOKEN.  It stands
 * open for consent.link_days and takes a new choice each time; each form that it
 * shows serves once. */
struct consent_name {
	const char *domain;
	instant deadline; /* the order waits for an answer until then; 0: it is registered */
};
#define CONSENT_NAMES 20 /* those that wait first, then the newest */

struct consent_page {
	bool open;
	const char *first_name, *last_name, *org_name, *country, *email;
	const char *choice; /* given, refused; "": no answer yet */
	bool share_more;
	const char *language; /* of the last answer; "" */
	const char *nonce;
	instant open_until;
	int64_t reseller; /* who wrote last */
	struct consent_name names[CONSENT_NAMES];
	size_t count, more; /* shown; left out */
};
struct consent_page consent_look(struct world *w, struct arena *a, const char *token);

struct consent_answer {
	const char *nonce;
	bool agrees, share_more; /* who refuses shares nothing more */
	const char *language;
};
enum consent_taken { CONSENT_TAKEN, CONSENT_USED_FORM, CONSENT_DEAD_LINK };
enum consent_taken consent_answer(
    struct world *w, struct arena *a, const char *token, const struct consent_answer *answer);

#endif
