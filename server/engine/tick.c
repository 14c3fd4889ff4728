/*
 * The ticker: the only place that waits for time.  It wakes worlds whose clock
 * flows at their next due event, and ends waits whose real seconds are over.
 *
 * It sleeps in poll() with a relative time-out, never in a timed condition:
 * under libfaketime those return at once.
 */
#include <poll.h>
#include <sys/eventfd.h>

#include "base/must.h"
#include "clock/machine.h"
#include "engine/internal.h"

/* A machine whose clock is set wakes nobody: look at least this often. */
#define LONGEST_MS 250
#define NOTHING_MS 60000

struct ticker {
	struct engine *engine;
	pthread_t thread;
	int bell;
	_Atomic bool stopping;
};

struct round {
	int64_t now_us, now_ms; /* monotonic; real */
	int64_t sleep_us; /* until something may be due */
};

static void
consider(struct round *r, int64_t us)
{
	if (us < r->sleep_us)
		r->sleep_us = us < 0 ? 0 : us;
}

/* With the world's lock: the earliest end among those who wait; -1: none. */
static int64_t
earliest_end(const struct actor *a)
{
	int64_t earliest = -1;

	for (const struct job *j = a->waiting; j != NULL; j = j->next)
		if (earliest < 0 || j->until_us < earliest)
			earliest = j->until_us;
	return earliest;
}

/* With the world's lock: takes note that a tick is due, unless one is under way;
 * that one may end before or after the new instant, so it is looked at again. */
static bool
takes_tick(struct actor *a, struct round *r)
{
	int64_t in_ms = a->wake_ms - r->now_ms;

	if (a->wake_ms < 0)
		return false;
	if (in_ms <= 0 && !a->ticking) {
		a->wake_ms = -1; /* its turn will say anew */
		return a->ticking = true;
	}
	consider(r, (in_ms > LONGEST_MS ? LONGEST_MS : in_ms > 0 ? in_ms : 1) * 1000);
	return false;
}

/* With the directory's lock. */
static void
look_at(struct engine *e, struct actor *a, struct round *r)
{
	pthread_mutex_lock(&a->lock);
	int64_t end = earliest_end(a);
	bool tick = takes_tick(a, r);
	pthread_mutex_unlock(&a->lock);
	if (end >= 0 && end <= r->now_us)
		actor_expire(e, a, r->now_us);
	else if (end >= 0)
		consider(r, end - r->now_us);
	if (tick) {
		a->refs++;
		actor_submit(&a->tick, false);
	}
}

static int
round_of(struct engine *e)
{
	struct round r = { .now_us = machine_monotonic_us(),
		.now_ms = machine_now_ms(),
		.sleep_us = NOTHING_MS * INT64_C(1000) };

	pthread_mutex_lock(&e->lock);
	for (struct actor *a = e->actors; a != NULL; a = a->next)
		look_at(e, a, &r);
	pthread_mutex_unlock(&e->lock);
	int64_t end = desk_expire(e->desk, r.now_us);
	if (end >= 0)
		consider(&r, end - r.now_us);
	return (int)((r.sleep_us + 999) / 1000);
}

static void *
run(void *closure)
{
	struct ticker *t = closure;
	uint64_t rung;

	while (!atomic_load(&t->stopping)) {
		struct pollfd p = { .fd = t->bell, .events = POLLIN };
		if (poll(&p, 1, round_of(t->engine)) > 0)
			must(read(t->bell, &rung, sizeof(rung)) == sizeof(rung));
	}
	return NULL;
}

struct ticker *
ticker_new(struct engine *e)
{
	struct ticker *t = calloc(1, sizeof(*t));

	must(t != NULL);
	t->engine = e;
	t->bell = eventfd(0, EFD_CLOEXEC);
	must(t->bell >= 0);
	must(pthread_create(&t->thread, NULL, run, t) == 0);
	return t;
}

void
ticker_poke(struct ticker *t)
{
	uint64_t one = 1;

	must(write(t->bell, &one, sizeof(one)) == sizeof(one));
}

void
ticker_stop(struct ticker *t)
{
	atomic_store(&t->stopping, true);
	ticker_poke(t);
	pthread_join(t->thread, NULL);
}

void
ticker_free(struct ticker *t)
{
	close(t->bell);
	free(t);
}
