/* A transfer as a row. */
#include "base/arena.h"
#include "store/store.h"
#include "world/flow/transfer/inside.h"

void
transfer_read(struct query *q, struct arena *a, struct transfer *t)
{
	*t = (struct transfer){
		.episode = { row_int(q, 0), row_text(q, 1, a), row_int(q, 2), row_text(q, 3, a) },
		.order = row_int(q, 4),
		.gaining = row_int(q, 5),
		.losing = row_int(q, 6),
		.gaining_registrar = row_text(q, 7, a),
		.losing_registrar = row_text(q, 8, a),
		.request_address = row_text(q, 9, a),
		.changed = row_int(q, 10),
		.owner_asked = row_int(q, 11),
		.owner_confirmed = row_int(q, 12),
		.registry_asked = row_int(q, 13),
		.completed = row_int(q, 14),
		.confirm_ip = row_text(q, 15, a),
	};
}

static bool
read_only_row(struct query *q, struct arena *a, struct transfer *t)
{
	if (!query_row(q))
		return false;
	transfer_read(q, a, t);
	query_end(q);
	return true;
}

bool
transfer_load(struct world *w, struct arena *a, int64_t id, struct transfer *t)
{
	struct query q = SQL(w->store, "SELECT " TRANSFER_COLUMNS " FROM transfer WHERE id = :id");

	bind_int(&q, ":id", id);
	return read_only_row(&q, a, t);
}

bool
transfer_of_order(struct world *w, struct arena *a, int64_t order, struct transfer *t)
{
	struct query q = SQL(
	    w->store, "SELECT " TRANSFER_COLUMNS " FROM transfer WHERE order_id = :order");

	bind_int(&q, ":order", order);
	return read_only_row(&q, a, t);
}

bool
transfer_last(
    struct world *w, struct arena *a, int64_t gaining, const char *domain, struct transfer *t)
{
	struct query q = SQL(w->store,
	    "SELECT " TRANSFER_COLUMNS " FROM transfer WHERE domain = :domain"
	    " AND gaining = :gaining ORDER BY id DESC LIMIT 1");

	bind_text(&q, ":domain", domain);
	bind_int(&q, ":gaining", gaining);
	return read_only_row(&q, a, t);
}

bool
transfer_running(struct world *w, struct arena *a, const char *domain, struct transfer *t)
{
	struct query q = SQL(w->store,
	    "SELECT " TRANSFER_COLUMNS " FROM transfer WHERE domain = :domain"
	    " AND state <> 'completed' AND state <> 'cancelled'");

	bind_text(&q, ":domain", domain);
	return read_only_row(&q, a, t);
}

struct episode *
transfer_episode(struct world *w, struct arena *a, int64_t id)
{
	struct transfer *t = NEW(a, struct transfer);

	return transfer_load(w, a, id, t) ? &t->episode : NULL;
}

/* What may still change after it has begun. */
static void
bind_progress(struct query *q, const struct transfer *t)
{
	bind_text(q, ":state", t->episode.state);
	bind_int(q, ":changed", t->changed);
	bind_int(q, ":owner_asked", t->owner_asked);
	bind_int(q, ":owner_confirmed", t->owner_confirmed);
	bind_text(q, ":confirm_ip", t->confirm_ip);
	bind_int(q, ":registry_asked", t->registry_asked);
	bind_int(q, ":completed", t->completed);
}

static int64_t
insert(struct world *w, const struct transfer *t)
{
	struct query q = SQL(w->store,
	    "INSERT INTO transfer (order_id, domain, gaining, losing, gaining_registrar,"
	    " losing_registrar, state, request_address, started, changed, owner_asked,"
	    " owner_confirmed, confirm_ip, registry_asked, completed) VALUES"
	    " (nullif(:order, 0), :domain, nullif(:gaining, 0), nullif(:losing, 0),"
	    " :gaining_registrar, :losing_registrar, :state, :request_address, :started,"
	    " :changed, nullif(:owner_asked, 0), nullif(:owner_confirmed, 0), :confirm_ip,"
	    " nullif(:registry_asked, 0), nullif(:completed, 0))");

	bind_int(&q, ":order", t->order);
	bind_text(&q, ":domain", t->episode.label);
	bind_int(&q, ":gaining", t->gaining);
	bind_int(&q, ":losing", t->losing);
	bind_text(&q, ":gaining_registrar", t->gaining_registrar);
	bind_text(&q, ":losing_registrar", t->losing_registrar);
	bind_text(&q, ":request_address", t->request_address);
	bind_int(&q, ":started", t->episode.started);
	bind_progress(&q, t);
	return query_run(&q);
}

static void
update(struct world *w, const struct transfer *t)
{
	struct query q = SQL(w->store,
	    "UPDATE transfer SET state = :state, changed = :changed,"
	    " owner_asked = nullif(:owner_asked, 0), owner_confirmed = nullif(:owner_confirmed, 0),"
	    " confirm_ip = :confirm_ip, registry_asked = nullif(:registry_asked, 0),"
	    " completed = nullif(:completed, 0) WHERE id = :id");

	bind_progress(&q, t);
	bind_int(&q, ":id", t->episode.id);
	query_run(&q);
}

/* The states are those that everybody sees, and each has its instant. */
void
transfer_save(struct world *w, struct episode *e)
{
	struct transfer *t = (struct transfer *)e;
	const struct {
		const char *state;
		instant *since;
	} instants[] = {
		{ "pending_owner", &t->owner_asked },
		{ "pending_registry", &t->registry_asked },
		{ "completed", &t->completed },
	};

	t->changed = w->now;
	for (size_t i = 0; i < sizeof(instants) / sizeof(*instants); i++)
		if (strcmp(e->state, instants[i].state) == 0)
			*instants[i].since = w->now;
	if (e->id == 0)
		e->id = insert(w, t);
	else
		update(w, t);
}
