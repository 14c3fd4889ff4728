#include "world/turn.h"

#include "base/must.h"
#include "store/store.h"
#include "world/time/move.h"

/* What fell due while nobody called fires before whoever calls now: decisions,
 * "a click at a deadline is too late". */
static void
catch_up(struct world *w)
{
	instant reading = w->frozen ? w->now : world_reading(w);

	if (reading > w->now) {
		enum move moved = world_advance(w, reading);
		must(moved == MOVED);
	}
}

void
turn_begin(struct world *w)
{
	store_begin(w->store);
	world_reload(w);
	w->strike_count = 0;
	catch_up(w);
	store_savepoint(w->store);
}

void
turn_settle(struct world *w, bool granted)
{
	if (!granted) {
		store_back(w->store);
		world_reload(w);
	}
	/* A chain that turns in a circle here is as much our bug as in an
	 * advance, but there is no caller who could be told. */
	must(agenda_fire(w, w->now) >= 0);
}

/* The mirrors were ahead of what is now in the database. */
static void
read_again(struct world *w)
{
	store_begin(w->store);
	world_reload(w);
	store_rollback(w->store);
}

bool
turn_commit(struct world *w)
{
	doing_nothing();
	if (store_commit(w->store))
		return true;
	read_again(w);
	return false;
}

void
turn_cancel(struct world *w)
{
	doing_nothing();
	store_rollback(w->store);
	read_again(w);
}
