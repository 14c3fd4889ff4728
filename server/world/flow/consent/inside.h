/* What the files of this folder share with each other and with nobody else. */
#ifndef WORLD_FLOW_CONSENT_INSIDE_H
#define WORLD_FLOW_CONSENT_INSIDE_H

#include "world/flow/consent/consent.h"
#include "world/party/contact.h"

#define TRANSITION(from, event, guard, to, effect, then) \
	guard_fn consent_##guard; \
	effect_fn consent_##effect;
#include "world/flow/consent/states.def"
#undef TRANSITION
effect_fn consent_changed;
instant consent_since(const struct step *s);

/* A request: its episode's label is the domain. */
struct consent {
	struct episode episode;
	int64_t order, subject, reseller;
	bool waits;
	instant asked; /* 0: not yet */
};

struct episode *consent_load(struct world *w, struct arena *a, int64_t id);
void consent_save(struct world *w, struct episode *e);

/* Each finds one request; NULL: there is none that was not dropped. */
struct consent *consent_of_order(struct world *w, struct arena *a, int64_t order);
struct consent *
consent_of_name(struct world *w, struct arena *a, int64_t subject, const char *domain);
struct consent *consent_next(struct world *w, struct arena *a, int64_t subject, int64_t after);

/* When silence ends it; 0: it is not waiting for an answer. */
instant consent_deadline(struct world *w, struct arena *a, const struct consent *c);

/* How a name comes by its consent: tld.X.process, and consent.gtld_mail. */
enum process { PROCESS_NONE, PROCESS_SYNC, PROCESS_ASYNC };
enum process consent_process(struct world *w, struct arena *a, const char *domain);

/* A person as one fingerprint. */
struct subject {
	int64_t id; /* 0: not known yet */
	const char *first_name, *last_name, *org_name, *country, *email;
	instant told, open_until; /* 0: never */
	int64_t told_by;
	const char *choice; /* given, refused; "": none yet */
	bool share_more;
	const char *language;
	int64_t answers;
};

bool subject_load(struct world *w, struct arena *a, int64_t id, struct subject *s);
bool subject_find(struct world *w, struct arena *a, const struct contact *owner, struct subject *s);
int64_t subject_remember(struct world *w, struct arena *a, const struct contact *owner);
/* A mail to this person was sent; FIRST: it was no reminder. */
void subject_told(struct world *w, int64_t id, int64_t reseller, bool first);
void subject_answered(struct world *w, int64_t id, const struct consent_answer *answer);

#endif
