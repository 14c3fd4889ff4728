/*
 * The agenda: what will happen, as rows.
 *
 * The subject of an event is the id of an episode - this registration term,
 * this verification - never a name: what starts over is a new episode, so an
 * event of the old one cannot touch it.  An episode has at most one event of a
 * kind and plans only its next one, from its own instants and never from
 * "now", so that firing late does not make the rest drift.
 *
 * Events fire in the order (due, rank, id).  The rank orders what falls due at
 * one instant: decisions, "order within one midnight".
 */
#ifndef WORLD_TIME_AGENDA_H
#define WORLD_TIME_AGENDA_H

#include "world/world.h"

struct due {
	int64_t id, subject;
	instant at;
	int rank, depth;
	const struct kind *kind;
	const char *event, *label;
};

typedef void kind_fn(struct world *w, struct arena *a, const struct due *due);

struct kind {
	const char *name;
	kind_fn *fire;
};

#define KIND(name) \
	extern const struct kind kind_##name; \
	kind_fn on_##name;
#include "world/time/kinds.def"
#undef KIND
extern const struct kind *const kinds[]; /* NULL ends */
const struct kind *kind_named(const char *name); /* NULL: unknown */

/* Ranks: reminders before suspensions, the resellers' lists last. */
enum rank { RANK_ANY = 0, RANK_REMINDER = 10, RANK_SUSPENSION = 20, RANK_LIST = 90 };

/* An upsert: the episode's earlier plan of this kind is forgotten. */
void plan(struct world *w, const struct kind *kind, const char *event, int64_t subject,
    const char *label, instant due, int rank);
void unplan(struct world *w, const struct kind *kind, int64_t subject);
/* What is planned; false: nothing is. */
bool
planned(struct world *w, struct arena *a, const struct kind *kind, int64_t subject, struct due *d);

/* Fires everything due at or before UNTIL, each event at its own instant (or,
 * where it is overdue, at now).  Returns how many; -1 where a chain of events
 * turns in a circle without moving the clock, which is our bug: the caller
 * cancels the turn and says so. */
int64_t agenda_fire(struct world *w, instant until);

/* What fired can be watched: called after each event, may stop the firing by
 * returning false. */
typedef bool fired_fn(void *closure, const struct due *due);
int64_t agenda_fire_watched(struct world *w, instant until, fired_fn *watch, void *closure);

bool agenda_next(struct world *w, instant *due); /* of the whole world; false: empty */

#endif
