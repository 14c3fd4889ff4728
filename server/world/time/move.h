/*
 * Moving a world's clock: inside a turn, so that all of it is one transaction
 * of any length.
 */
#ifndef WORLD_TIME_MOVE_H
#define WORLD_TIME_MOVE_H

#include "world/time/agenda.h"

/* Anything but MOVED has changed nothing that the caller may commit. */
enum move { MOVED, NOT_IN_THE_FUTURE, NOT_FROZEN, LOOPED };

/* Everything due on the way fires at its own instant; then it is TO. */
enum move world_advance(struct world *w, instant to);

/* To the first event that matches, right after it fired, or to MAX if none
 * does.  KIND is "verification" or "verification.suspension"; LABEL may be NULL. */
enum move
world_run_until(struct world *w, const char *kind, const char *label, instant max, bool *met);

/* The clock first, then what is overdue, all of it at the new instant: what a
 * machine sees that was off in between. */
enum move world_jump(struct world *w, instant to);

/* frozen: moves only when told.  flowing: RATE world seconds per real second
 * from now on.  system: the machine's own clock; never backwards. */
enum clock_mode { CLOCK_FROZEN, CLOCK_FLOWING, CLOCK_SYSTEM };
struct clock_setting {
	enum clock_mode mode;
	int64_t rate;
};
struct clock_setting world_clock(struct world *w);
enum move world_set_clock(struct world *w, struct clock_setting setting);
const char *clock_mode_name(enum clock_mode mode);
bool clock_mode_named(const char *name, enum clock_mode *mode);

/* Which instant a flowing or system clock shows at this real moment. */
instant world_reading(struct world *w);

/* Real milliseconds until the next event of a clock that is not frozen; -1:
 * nothing will happen by itself. */
int64_t world_wakes_in(struct world *w);

/* Lists for the control API.  SINCE is the last id seen, 0 for the beginning. */
struct fired {
	int64_t id, subject;
	instant at;
	const char *kind, *event, *label;
};
size_t history_list(struct world *w, struct arena *a, int64_t since, const char *kind,
    const char *label, size_t limit, struct fired *rows);
size_t agenda_list(struct world *w, struct arena *a, const char *label, int64_t since, size_t limit,
    struct due *rows);
int64_t history_last(struct world *w);

#endif
