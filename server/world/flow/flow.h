/*
 * Flow: a timeline of the field as a table, and the one driver for all.
 *
 * A row says: in state FROM, on EVENT, if GUARD holds, do EFFECT and be in
 * state TO.  The first row that fits is taken.  Its last columns name the one
 * event that comes next by itself and the policy that says when: a delay from
 * the episode's start; one of NEVER plans nothing.  "same" leaves what is planned, "nothing" unplans it.
 *
 * A new episode is not saved before it has to wait: delays that are over
 * already (PT0S) are taken in the same breath, and the states on the way are
 * announced, but nothing is written to the agenda for them.
 *
 * Each flow keeps its episodes in a table of its own; the first member of its
 * struct is `struct episode`.
 */
#ifndef WORLD_FLOW_FLOW_H
#define WORLD_FLOW_FLOW_H

#include "world/time/agenda.h"
#include "world/world.h"

struct buf;
struct policy;
struct rulebook;
struct step;

struct episode {
	int64_t id; /* 0: not saved yet */
	const char *state;
	instant started;
	const char *label; /* what a person calls it: the domain */
};

typedef bool guard_fn(struct step *s);
typedef void effect_fn(struct step *s);

struct transition {
	const char *from, *event;
	guard_fn *guard;
	const char *to;
	effect_fn *effect;
	const char *then;
	const struct policy *delay; /* NULL: same, nothing */
	int rank;
	const char *guard_name, *effect_name; /* for pictures and explanations */
};

struct flow {
	const char *name;
	const struct kind *kind;
	const struct transition *rows;
	size_t count;
	/* The episode with this id, in the arena; NULL: none (or a fault). */
	struct episode *(*load)(struct world *w, struct arena *a, int64_t id);
	/* Inserts where the id is 0 and sets it. */
	void (*save)(struct world *w, struct episode *e);
	effect_fn *changed; /* after each change of state, before the row's effect */
	/* From when the delay counts that this step plans; NULL: the episode's start. */
	instant (*since)(const struct step *s);
};

/* What guards and effects work on. */
struct step {
	struct world *w;
	struct arena *a;
	const struct flow *flow;
	struct episode *episode;
	const char *event;
	const struct due *planned; /* by this step; NULL: it planned nothing */
};

/* The episode takes EVENT.  False: it does not listen to EVENT in its state,
 * and nothing happened. */
bool flow_step(
    struct world *w, struct arena *a, const struct flow *f, struct episode *e, const char *event);

/* An event of the agenda. */
void flow_fire(struct world *w, struct arena *a, const struct flow *f, const struct due *due);

/* Whether any row begins with this state and this event. */
bool flow_listens(const struct flow *f, const char *state, const char *event);

/* When EVENT will come if nobody does anything and no policy changes, counted
 * from what is PLANNED.  False: it is not on the way. */
bool flow_foresee(struct world *w, const struct flow *f, const struct episode *e,
    const struct due *planned, const char *event, instant *due);

/* The table in the language of Graphviz, with the delays of these rules. */
void flow_picture(struct buf *b, const struct flow *f, const struct rulebook *r);

#endif
