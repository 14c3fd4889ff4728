/* A trade as a row. */
#include "base/arena.h"
#include "store/store.h"
#include "world/flow/trade/inside.h"

#define COLUMNS "id, state, started, domain, term, owner"

static bool
read_only_row(struct query *q, struct arena *a, struct trade *t)
{
	if (!query_row(q))
		return false;
	*t = (struct trade){
		.episode = { row_int(q, 0), row_text(q, 1, a), row_int(q, 2), row_text(q, 3, a) },
		.term = row_int(q, 4),
		.owner = row_text(q, 5, a),
	};
	query_end(q);
	return true;
}

bool
trade_load(struct world *w, struct arena *a, int64_t id, struct trade *t)
{
	struct query q = SQL(w->store, "SELECT " COLUMNS " FROM trade WHERE id = :id");

	bind_int(&q, ":id", id);
	return read_only_row(&q, a, t);
}

bool
trade_running(struct world *w, struct arena *a, int64_t term, struct trade *t)
{
	struct query q = SQL(w->store,
	    "SELECT " COLUMNS " FROM trade WHERE term = :term"
	    " AND (state = 'pending_new_registrant' OR state = 'pending_current_registrant')");

	bind_int(&q, ":term", term);
	return read_only_row(&q, a, t);
}

struct episode *
trade_episode(struct world *w, struct arena *a, int64_t id)
{
	struct trade *t = NEW(a, struct trade);

	return trade_load(w, a, id, t) ? &t->episode : NULL;
}

static int64_t
insert(struct world *w, const struct trade *t)
{
	struct query q = SQL(w->store, "INSERT INTO trade (term, domain, state, started, owner)"
				       " VALUES (:term, :domain, :state, :started, :owner)");

	bind_int(&q, ":term", t->term);
	bind_text(&q, ":domain", t->episode.label);
	bind_text(&q, ":state", t->episode.state);
	bind_int(&q, ":started", t->episode.started);
	bind_text(&q, ":owner", t->owner);
	return query_run(&q);
}

static void
update(struct world *w, const struct trade *t)
{
	struct query q = SQL(w->store, "UPDATE trade SET state = :state WHERE id = :id");

	bind_text(&q, ":state", t->episode.state);
	bind_int(&q, ":id", t->episode.id);
	query_run(&q);
}

void
trade_save(struct world *w, struct episode *e)
{
	struct trade *t = (struct trade *)e;

	if (e->id == 0)
		e->id = insert(w, t);
	else
		update(w, t);
}
