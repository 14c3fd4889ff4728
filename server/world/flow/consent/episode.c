/* A request as a row. */
#include "base/arena.h"
#include "store/store.h"
#include "world/flow/consent/inside.h"
#include "world/policy/policy.h"

/* The columns of every select below, in one order. */
static struct consent *
read_only_row(struct query *q, struct arena *a)
{
	if (!query_row(q))
		return NULL;
	struct consent *c = NEW(a, struct consent);
	*c = (struct consent){
		.episode = { row_int(q, 0), row_text(q, 1, a), row_int(q, 2), row_text(q, 3, a) },
		.order = row_int(q, 4),
		.subject = row_int(q, 5),
		.reseller = row_int(q, 6),
		.waits = row_int(q, 7) != 0,
		.asked = row_int(q, 8),
	};
	query_end(q);
	return c;
}

struct episode *
consent_load(struct world *w, struct arena *a, int64_t id)
{
	struct query q = SQL(w->store,
	    "SELECT c.id, state, started, domain, order_id, subject, reseller, waits, asked"
	    " FROM consent c JOIN orders o ON o.id = order_id WHERE c.id = :id");

	bind_int(&q, ":id", id);
	struct consent *c = read_only_row(&q, a);
	return c == NULL ? NULL : &c->episode;
}

struct consent *
consent_of_order(struct world *w, struct arena *a, int64_t order)
{
	struct query q = SQL(w->store,
	    "SELECT c.id, state, started, domain, order_id, subject, reseller, waits, asked"
	    " FROM consent c JOIN orders o ON o.id = order_id"
	    " WHERE order_id = :order AND state <> 'dropped' ORDER BY c.id DESC LIMIT 1");

	bind_int(&q, ":order", order);
	return read_only_row(&q, a);
}

struct consent *
consent_of_name(struct world *w, struct arena *a, int64_t subject, const char *domain)
{
	struct query q = SQL(w->store,
	    "SELECT c.id, state, started, domain, order_id, subject, reseller, waits, asked"
	    " FROM consent c JOIN orders o ON o.id = order_id"
	    " WHERE domain = :domain AND subject = :subject AND state <> 'dropped'"
	    " ORDER BY c.id DESC LIMIT 1");

	bind_text(&q, ":domain", domain);
	bind_int(&q, ":subject", subject);
	return read_only_row(&q, a);
}

struct consent *
consent_next(struct world *w, struct arena *a, int64_t subject, int64_t after)
{
	struct query q = SQL(w->store,
	    "SELECT c.id, state, started, domain, order_id, subject, reseller, waits, asked"
	    " FROM consent c JOIN orders o ON o.id = order_id"
	    " WHERE subject = :subject AND state <> 'dropped' AND c.id > :after"
	    " ORDER BY c.id LIMIT 1");

	bind_int(&q, ":subject", subject);
	bind_int(&q, ":after", after);
	return read_only_row(&q, a);
}

static int64_t
insert(struct world *w, const struct consent *c)
{
	struct query q = SQL(w->store,
	    "INSERT INTO consent (order_id, subject, state, waits, started, asked)"
	    " VALUES (:order, :subject, :state, :waits, :started, nullif(:asked, 0))");

	bind_int(&q, ":order", c->order);
	bind_int(&q, ":subject", c->subject);
	bind_text(&q, ":state", c->episode.state);
	bind_int(&q, ":waits", c->waits);
	bind_int(&q, ":started", c->episode.started);
	bind_int(&q, ":asked", c->asked);
	return query_run(&q);
}

static void
update(struct world *w, const struct consent *c)
{
	struct query q = SQL(w->store,
	    "UPDATE consent SET state = :state, asked = nullif(:asked, 0) WHERE id = :id");

	bind_text(&q, ":state", c->episode.state);
	bind_int(&q, ":asked", c->asked);
	bind_int(&q, ":id", c->episode.id);
	query_run(&q);
}

void
consent_save(struct world *w, struct episode *e)
{
	struct consent *c = (struct consent *)e;

	if (c->asked == 0 && strcmp(e->state, "asked") == 0)
		c->asked = w->now;
	if (e->id == 0)
		e->id = insert(w, c);
	else
		update(w, c);
}

/* What is planned stays planned, whatever the policies say meanwhile. */
instant
consent_deadline(struct world *w, struct arena *a, const struct consent *c)
{
	struct due next;

	if (!planned(w, a, &kind_consent, c->episode.id, &next))
		return 0;
	if (strcmp(next.event, "ask") == 0)
		return next.at + policy_seconds(w, &policy_consent_window);
	return next.at;
}
