/* The clock of a world: frozen, flowing or the machine's. */
#include "base/must.h"
#include "clock/machine.h"
#include "store/store.h"
#include "world/time/move.h"

static const char *const names[] = { "frozen", "flowing", "system" };

const char *
clock_mode_name(enum clock_mode mode)
{
	return names[mode];
}

bool
clock_mode_named(const char *name, enum clock_mode *mode)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i], name) == 0) {
			*mode = (enum clock_mode)i;
			return true;
		}
	return false;
}

struct row {
	enum clock_mode mode;
	int64_t rate, anchor_ms;
	instant anchor_now;
};

static struct row
read_row(struct world *w)
{
	struct query q = SQL(w->store, "SELECT mode = 'frozen', mode = 'flowing', rate, anchor_ms,"
				       " anchor_now FROM world");
	struct row r = { .mode = CLOCK_FROZEN };

	if (query_row(&q))
		r = (struct row){
			.mode = row_int(&q, 0)   ? CLOCK_FROZEN
				: row_int(&q, 1) ? CLOCK_FLOWING
						 : CLOCK_SYSTEM,
			.rate = row_int(&q, 2),
			.anchor_ms = row_int(&q, 3),
			.anchor_now = row_int(&q, 4),
		};
	query_end(&q);
	return r;
}

struct clock_setting
world_clock(struct world *w)
{
	struct row r = read_row(w);

	return (struct clock_setting){ r.mode, r.rate };
}

static void
write_row(struct world *w, struct clock_setting s)
{
	struct query q = SQL(w->store, "UPDATE world SET mode = :mode, rate = :rate,"
				       " anchor_ms = :ms, anchor_now = now");

	bind_text(&q, ":mode", names[s.mode]);
	bind_int(&q, ":rate", s.rate);
	/* A frozen clock keeps no trace of the machine's time. */
	bind_int(&q, ":ms", s.mode == CLOCK_FLOWING ? machine_now_ms() : 0);
	query_run(&q);
	w->frozen = s.mode == CLOCK_FROZEN;
}

enum move
world_set_clock(struct world *w, struct clock_setting s)
{
	if (s.mode == CLOCK_SYSTEM && machine_now() < w->now)
		return NOT_IN_THE_FUTURE;
	if (s.mode == CLOCK_SYSTEM && world_advance(w, machine_now()) == LOOPED)
		return LOOPED;
	write_row(w, s);
	return MOVED;
}

static instant
reading_of(const struct world *w, const struct row *r)
{
	instant reading = w->now;

	if (r->mode == CLOCK_FLOWING)
		reading = r->anchor_now + (machine_now_ms() - r->anchor_ms) * r->rate / 1000;
	else if (r->mode == CLOCK_SYSTEM)
		reading = machine_now();
	if (reading > LAST_INSTANT)
		reading = LAST_INSTANT;
	return reading > w->now ? reading : w->now; /* the machine's clock may step back */
}

instant
world_reading(struct world *w)
{
	struct row r = read_row(w);

	return reading_of(w, &r);
}

int64_t
world_wakes_in(struct world *w)
{
	struct row r = read_row(w);
	instant due;

	if (r.mode == CLOCK_FROZEN || !agenda_next(w, &due))
		return -1;
	int64_t seconds = due - reading_of(w, &r);
	if (seconds <= 0)
		return 0;
	return r.mode == CLOCK_SYSTEM ? seconds * 1000 : (seconds * 1000 + r.rate - 1) / r.rate;
}
