/*
 * Registrant verification of gTLDs: fifteen days to confirm first name, last
 * name and e-mail of the owner, then clientHold.  See README.md and states.def
 * beside this file.
 */
#ifndef WORLD_FLOW_VERIFICATION_H
#define WORLD_FLOW_VERIFICATION_H

#include "world/flow/flow.h"
#include "world/name/term.h"
#include "world/notice/mail.h"

extern const struct flow verification;

struct owner { /* the triple that is verified, without blanks around */
	const char *first_name, *last_name, *email;
};

struct verification {
	struct episode episode;
	int64_t term, reseller;
	struct owner owner;
	instant suspended; /* since when; stays when the hold is lifted; 0: never */
	bool bounced; /* a mail to the owner came back */
	const char *told; /* the status that the reseller knows */
};

/* A name came in: a new registration (later: a transfer).  Does nothing for
 * names that are out of scope. */
void verification_begin(struct world *w, struct arena *a, const struct term *t);

/* The contacts of T have been changed (and saved); BEFORE is the owner that was. */
void verification_contacts_changed(
    struct world *w, struct arena *a, const struct term *t, const struct contact *before);

/* The reseller asks for the mail again.  False: not in the process. */
bool verification_resend(struct world *w, struct arena *a, const struct term *t);

/* The name is gone: deleted, or transferred away.  Its timers stop. */
void verification_left(struct world *w, struct arena *a, const struct term *t);

/* A mail of this flow came back. */
void verification_bounced(struct world *w, struct arena *a, const struct mail *m);

/* The operator: DECISION is admin_reviewing, verified or suspended.  False:
 * the state of this name does not allow it. */
bool
verification_decide(struct world *w, struct arena *a, const struct term *t, const char *decision);

/* What the API says of a name. */
struct verification_status {
	const char *status; /* unverified where there was never a run */
	bool running; /* the next three are meaningful; not in a manual review */
	instant started, deadline;
	int64_t days_to_suspend;
	bool bounced;
};
struct verification_status
verification_status(struct world *w, struct arena *a, const struct term *t);

/* The page behind the link in the mails: BASE/w/WORLD/verify/TOKEN; the terms
 * are BASE/w/WORLD/terms (wire/page/). */
enum link { LINK_OPEN, LINK_DONE, LINK_DEAD };
struct verification_page {
	enum link link; /* DONE: verified meanwhile; DEAD: replaced by a newer one, or wrong */
	const char *domain, *first_name, *last_name, *email;
	int64_t reseller;
};
struct verification_page verification_look(struct world *w, struct arena *a, const char *token);

/* The box is ticked and the form posted.  False: the link is not open. */
bool verification_click(struct world *w, struct arena *a, const char *token);

#endif
