#include "world/time/agenda.h"

#include <stdatomic.h>

#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"

/* An event planned by another, but for no later instant, is one link deeper.
 * A count of events could not tell a loop from a big world; a chain can. */
#define MAX_DEPTH 100

#define KIND(name) const struct kind kind_##name = { #name, on_##name };
#include "world/time/kinds.def"
#undef KIND

const struct kind *const kinds[] = {
#define KIND(name) &kind_##name,
#include "world/time/kinds.def"
#undef KIND
	NULL,
};

const struct kind *
kind_named(const char *name)
{
	for (const struct kind *const *k = kinds; *k != NULL; k++)
		if (strcmp((*k)->name, name) == 0)
			return *k;
	return NULL;
}

static int
depth_of(const struct world *w, instant due)
{
	return w->firing != NULL && due <= w->now ? w->firing->depth + 1 : 0;
}

void
plan(struct world *w, const struct kind *kind, const char *event, int64_t subject,
    const char *label, instant due, int rank)
{
	struct query q = SQL(w->store,
	    "INSERT INTO agenda (due, rank, kind, event, subject, label, depth)"
	    " VALUES (:due, :rank, :kind, :event, :subject, :label, :depth)"
	    " ON CONFLICT (kind, subject) DO UPDATE SET due = :due, rank = :rank,"
	    " event = :event, depth = :depth");

	bind_int(&q, ":due", due);
	bind_int(&q, ":rank", rank);
	bind_text(&q, ":kind", kind->name);
	bind_text(&q, ":event", event);
	bind_int(&q, ":subject", subject);
	bind_text(&q, ":label", label);
	bind_int(&q, ":depth", depth_of(w, due));
	query_run(&q);
}

void
unplan(struct world *w, const struct kind *kind, int64_t subject)
{
	struct query q = SQL(
	    w->store, "DELETE FROM agenda WHERE kind = :kind AND subject = :subject");

	bind_text(&q, ":kind", kind->name);
	bind_int(&q, ":subject", subject);
	query_run(&q);
}

bool
agenda_next(struct world *w, instant *due)
{
	struct query q = SQL(w->store, "SELECT due FROM agenda ORDER BY due, rank, id LIMIT 1");
	bool found = query_row(&q);

	if (found)
		*due = row_int(&q, 0);
	query_end(&q);
	return found;
}

/* The columns of both selects below. */
static bool
read_only_row(struct query *q, struct arena *a, struct due *d)
{
	bool found = query_row(q);

	if (found) {
		*d = (struct due){
			.id = row_int(q, 0),
			.at = row_int(q, 1),
			.rank = (int)row_int(q, 2),
			.kind = kind_named(row_text(q, 3, a)),
			.event = row_text(q, 4, a),
			.subject = row_int(q, 5),
			.label = row_text(q, 6, a),
			.depth = (int)row_int(q, 7),
		};
		must(d->kind != NULL); /* world_open() has looked */
	}
	query_end(q);
	return found;
}

bool
planned(struct world *w, struct arena *a, const struct kind *kind, int64_t subject, struct due *d)
{
	struct query q = SQL(w->store,
	    "SELECT id, due, rank, kind, event, subject, label, depth FROM agenda"
	    " WHERE kind = :kind AND subject = :subject");

	bind_text(&q, ":kind", kind->name);
	bind_int(&q, ":subject", subject);
	return read_only_row(&q, a, d);
}

static bool
next_due(struct world *w, struct arena *a, instant until, struct due *d)
{
	struct query q = SQL(w->store,
	    "SELECT id, due, rank, kind, event, subject, label, depth FROM agenda"
	    " WHERE due <= :until ORDER BY due, rank, id LIMIT 1");

	bind_int(&q, ":until", until);
	return read_only_row(&q, a, d);
}

static void
forget(struct world *w, const struct due *d)
{
	struct query q = SQL(w->store, "DELETE FROM agenda WHERE id = :id");

	bind_int(&q, ":id", d->id);
	query_run(&q);
}

static void
remember(struct world *w, const struct due *d)
{
	struct query q = SQL(w->store, "INSERT INTO history (at, kind, event, subject, label)"
				       " VALUES (:at, :kind, :event, :subject, :label)");

	bind_int(&q, ":at", w->now);
	bind_text(&q, ":kind", d->kind->name);
	bind_text(&q, ":event", d->event);
	bind_int(&q, ":subject", d->subject);
	bind_text(&q, ":label", d->label);
	query_run(&q);
}

static void
fire(struct world *w, struct arena *a, const struct due *d)
{
	now_doing((struct doing){ w->name, d->kind->name, d->subject, w->now });
	forget(w, d);
	remember(w, d);
	w->firing = d;
	d->kind->fire(w, a, d);
	w->firing = NULL;
}

static void
step_clock(struct world *w, instant to)
{
	if (to > w->now)
		w->now = to;
	if (w->progress != NULL)
		atomic_store_explicit(w->progress, w->now, memory_order_relaxed);
}

int64_t
agenda_fire_watched(struct world *w, instant until, fired_fn *watch, void *closure)
{
	struct arena *a = arena_new();
	struct due d = { 0 };
	int64_t count = 0;

	while (next_due(w, a, until, &d)) {
		if (d.depth > MAX_DEPTH) {
			fprintf(stderr, "world %s: %s.%s of %s plans itself for ever at %s\n",
			    w->name, d.kind->name, d.event, d.label, instant_iso(w->now).text);
			count = -1;
			break;
		}
		step_clock(w, d.at);
		fire(w, a, &d);
		count++;
		if (watch != NULL && !watch(closure, &d))
			break;
		arena_reset(a);
	}
	arena_free(a);
	return count;
}

int64_t
agenda_fire(struct world *w, instant until)
{
	return agenda_fire_watched(w, until, NULL, NULL);
}
