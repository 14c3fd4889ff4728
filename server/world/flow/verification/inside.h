/* What the files of this folder share with each other and with nobody else. */
#ifndef WORLD_FLOW_VERIFICATION_INSIDE_H
#define WORLD_FLOW_VERIFICATION_INSIDE_H

#include "world/flow/verification/verification.h"

#define TRANSITION(from, event, guard, to, effect, then) \
	guard_fn verification_##guard; \
	effect_fn verification_##effect;
#include "world/flow/verification/states.def"
#undef TRANSITION
effect_fn verification_changed;

struct episode *verification_load(struct world *w, struct arena *a, int64_t id);
void verification_save(struct world *w, struct episode *e);
/* The run that counts, neither superseded nor closed; NULL: there is none. */
struct verification *verification_present(struct world *w, struct arena *a, int64_t term);

/* A new run takes "begin".  It may inherit: from a run that it replaces, its
 * day 0 and since when the name is suspended (0: it is not). */
struct inheritance {
	instant started, suspended;
	const char *told;
};
void
verification_start(struct world *w, struct arena *a, const struct term *t, struct inheritance from);

/* Owners: exact match, but for the case of the e-mail (policy). */
struct owner owner_of(struct arena *a, const struct contact *c);
bool owner_same(struct world *w, const struct owner *x, const struct owner *y);
bool owner_known(struct world *w, struct arena *a, const struct owner *o);
void owner_remember(struct world *w, struct arena *a, const struct owner *o);
/* The runs under way for this owner, of any reseller, by id; 0: no more. */
int64_t owner_next_run(struct world *w, const struct owner *o, int64_t after);

void verification_mail_suspended(struct step *s);

/* The batch that will suspend the name; or the instant that did.  PLANNED: for
 * this run; NULL: nothing is. */
instant
verification_deadline(struct world *w, const struct verification *v, const struct due *planned);

#endif
