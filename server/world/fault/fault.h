/*
 * Faults: what goes wrong because somebody asked for it.
 *
 * A fault waits for what fits it, counts that, and strikes from the NTH time on,
 * TIMES times.  Where several fit, the oldest that still strikes does.  Kinds and
 * their parameters stand in faults.def.  A world without faults asks for nothing.
 */
#ifndef WORLD_FAULT_H
#define WORLD_FAULT_H

#include "world/world.h"

#define MAX_FAULT_PARAMETERS 6

struct fault_parameter {
	const char *name, *value; /* a NULL name ends */
};

struct fault {
	int64_t id; /* 0: not added yet */
	const char *kind;
	/* NULL: any; a domain may hold *; a user is a login or a reseller's name */
	const char *action, *object, *domain, *user;
	int64_t nth; /* 1: the first that fits */
	int64_t times; /* 0: without end */
	struct fault_parameter parameters[MAX_FAULT_PARAMETERS + 1];
	int64_t seen, struck; /* counted */
};

/* What is about to happen; NULL, 0: not known, so only faults that do not ask fit. */
struct occasion {
	const char *action, *object, *domain;
	int64_t reseller;
};

/* NULL: added, with its id; else what is wrong, in the arena. */
const char *fault_add(struct world *w, struct arena *a, struct fault *f);
bool fault_comes_later(const char *kind); /* it has a name and nothing behind it yet */
size_t
fault_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct fault *rows);
bool fault_load(struct world *w, struct arena *a, int64_t id, struct fault *f);
bool fault_drop(struct world *w, int64_t id); /* false: there is none */
int64_t fault_drop_all(struct world *w); /* how many there were */

/* Whether a fault of this kind (a text that stays) strikes now.  Counts. */
bool
fault_take(struct world *w, struct arena *a, const char *kind, struct occasion on, struct fault *f);

/* What the journal says of a turn: BEFORE, and which faults struck in it, "fault 3
 * (mail_bounce) struck".  In the arena; BEFORE itself where none did. */
const char *fault_diagnosis(const struct world *w, struct arena *a, const char *before);
const char *fault_parameter(const struct fault *f, const char *name, const char *otherwise);

#endif
