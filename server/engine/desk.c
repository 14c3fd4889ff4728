/* The front desk's journal: a ring of what reached no world, and those who wait for
 * its next row. */
#include "base/arena.h"
#include "base/must.h"
#include "clock/machine.h"
#include "engine/internal.h"

#define ROOM 1000

struct entry {
	struct desk_row row;
	struct arena *arena; /* the row's texts */
};

struct desk {
	pthread_mutex_t lock;
	int64_t last; /* id of the newest */
	struct entry ring[ROOM];
	struct job *waiting;
};

struct desk *
desk_new(void)
{
	struct desk *d = calloc(1, sizeof(*d));

	must(d != NULL);
	pthread_mutex_init(&d->lock, NULL);
	return d;
}

void
desk_free(struct desk *d)
{
	must(d->waiting == NULL);
	for (size_t i = 0; i < ROOM; i++)
		arena_free(d->ring[i].arena);
	pthread_mutex_destroy(&d->lock);
	free(d);
}

static struct desk_row
copy(struct arena *a, const struct desk_row *row)
{
	struct desk_row c = *row;

	c.door = arena_strdup(a, row->door);
	c.peer = arena_strdup(a, row->peer);
	c.username = arena_strdup(a, row->username);
	c.what = arena_strdup(a, row->what);
	c.diagnosis = arena_strdup(a, row->diagnosis);
	return c;
}

/* They look again, each on a worker's thread. */
static void
hand_on(struct job *first)
{
	for (struct job *j = first, *next; j != NULL; j = next) {
		next = j->next;
		j->parked = false;
		workers_give_job(j->engine->pool, j);
	}
}

void
desk_add(struct desk *d, const struct desk_row *row)
{
	struct arena *a = arena_new();
	struct desk_row c = copy(a, row);

	pthread_mutex_lock(&d->lock);
	struct entry *e = &d->ring[++d->last % ROOM];
	arena_free(e->arena);
	c.id = d->last;
	c.at_ms = machine_now_ms();
	*e = (struct entry){ c, a };
	struct job *waiting = d->waiting;
	d->waiting = NULL;
	pthread_mutex_unlock(&d->lock);
	hand_on(waiting);
}

int64_t
engine_desk_last(struct engine *e)
{
	struct desk *d = e->desk;

	pthread_mutex_lock(&d->lock);
	int64_t last = d->last;
	pthread_mutex_unlock(&d->lock);
	return last;
}

/* False: it has to look again at once, as there is a row that it has not SEEN, or as
 * nobody would wake it any more. */
static bool
park(struct desk *d, struct job *j, int64_t seen)
{
	pthread_mutex_lock(&d->lock);
	bool stopping = atomic_load(&j->engine->stopping);
	bool parked = !stopping && d->last == seen;
	if (parked) {
		j->next = d->waiting;
		d->waiting = j;
	}
	pthread_mutex_unlock(&d->lock);
	if (!parked)
		j->call.expired = j->call.stopping = stopping;
	return parked;
}

void
desk_run(struct job *j)
{
	struct engine *e = j->engine;

	while (true) {
		int64_t seen = engine_desk_last(e);
		j->run(j);
		if (!j->parked) {
			job_finish(j);
			return;
		}
		if (park(e->desk, j, seen))
			break;
		j->parked = false;
	}
	ticker_poke(e->ticker);
}

int64_t
desk_expire(struct desk *d, int64_t now_us)
{
	struct job *over = NULL;
	int64_t earliest = -1;

	pthread_mutex_lock(&d->lock);
	for (struct job **at = &d->waiting; *at != NULL;) {
		struct job *j = *at;
		if (j->until_us > now_us) {
			if (earliest < 0 || j->until_us < earliest)
				earliest = j->until_us;
			at = &j->next;
			continue;
		}
		*at = j->next;
		j->next = over;
		over = j;
		j->call.expired = true;
		j->call.stopping = now_us == INT64_MAX;
	}
	pthread_mutex_unlock(&d->lock);
	hand_on(over);
	return earliest;
}

size_t
engine_desk(struct engine *e, struct arena *a, int64_t since, size_t limit, struct desk_row *rows)
{
	struct desk *d = e->desk;
	size_t n = 0;

	pthread_mutex_lock(&d->lock);
	int64_t first = d->last > ROOM ? d->last - ROOM + 1 : 1;
	for (int64_t id = since + 1 > first ? since + 1 : first; id <= d->last && n < limit; id++)
		rows[n++] = copy(a, &d->ring[id % ROOM].row);
	pthread_mutex_unlock(&d->lock);
	return n;
}

void
engine_desk_note(struct engine *e, enum door door, const char *peer, const char *what)
{
	desk_add(e->desk, &(struct desk_row){ .door = door_name(door),
			      .peer = peer,
			      .username = "",
			      .what = what,
			      .diagnosis = "" });
}
