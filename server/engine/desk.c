/* The front desk's journal: a ring of what reached no world. */
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
	pthread_mutex_unlock(&d->lock);
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
