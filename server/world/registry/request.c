/* What the registry was asked, as rows. */
#include "store/store.h"
#include "world/registry/inside.h"

/* The columns of both selects below. */
static void
read_row(struct query *q, struct arena *a, struct registry_request *r)
{
	*r = (struct registry_request){
		.id = row_int(q, 0),
		.order = row_int(q, 1),
		.reseller = row_int(q, 2),
		.domain = row_text(q, 3, a),
		.action = row_text(q, 4, a),
		.status = row_text(q, 5, a),
		.requested = row_int(q, 6),
		.answered = row_int(q, 7),
		.text = row_text(q, 8, a),
	};
}

bool
request_load(struct world *w, struct arena *a, int64_t id, struct registry_request *r)
{
	struct query q = SQL(w->store,
	    "SELECT id, order_id, reseller, domain, action, status, requested, answered, text"
	    " FROM request WHERE id = :id");

	bind_int(&q, ":id", id);
	bool found = query_row(&q);
	if (found)
		read_row(&q, a, r);
	query_end(&q);
	return found;
}

size_t
request_list(struct world *w, struct arena *a, int64_t reseller, const char *domain, size_t limit,
    struct registry_request *rows)
{
	struct query q = SQL(w->store,
	    "SELECT id, order_id, reseller, domain, action, status, requested, answered, text"
	    " FROM request WHERE domain = :domain AND reseller = :reseller ORDER BY id DESC"
	    " LIMIT :limit");
	size_t n = 0;

	bind_text(&q, ":domain", domain);
	bind_int(&q, ":reseller", reseller);
	bind_int(&q, ":limit", (int64_t)limit);
	while (query_row(&q))
		read_row(&q, a, &rows[n++]);
	return n;
}

bool
request_open(struct world *w, int64_t order)
{
	struct query q = SQL(
	    w->store, "SELECT 1 FROM request WHERE order_id = :order AND status = 'waiting'");

	bind_int(&q, ":order", order);
	bool open = query_row(&q);
	query_end(&q);
	return open;
}

bool
registry_busy(struct world *w, const char *domain)
{
	struct query q = SQL(w->store,
	    "SELECT 1 FROM request WHERE domain = :domain AND status = 'waiting' LIMIT 1");

	bind_text(&q, ":domain", domain);
	bool busy = query_row(&q);
	query_end(&q);
	return busy;
}

static int64_t
add(struct world *w, int64_t order, int64_t reseller, const char *domain, const char *action)
{
	struct query q = SQL(w->store,
	    "INSERT INTO request (order_id, reseller, domain, action, status, requested, text)"
	    " VALUES (nullif(:order, 0), :reseller, :domain, :action, 'waiting', :now, '')");

	bind_int(&q, ":order", order);
	bind_int(&q, ":reseller", reseller);
	bind_text(&q, ":domain", domain);
	bind_text(&q, ":action", action);
	bind_int(&q, ":now", w->now);
	return query_run(&q);
}

int64_t
request_add(struct world *w, const struct order *o, const char *action)
{
	return add(w, o->id, o->reseller, o->domain, action);
}

int64_t
request_add_other(struct world *w, const struct term *t, const char *action)
{
	return add(w, 0, t->reseller, t->name, action);
}

void
request_close_other(struct world *w, int64_t id, const char *status, const char *text)
{
	struct query q = SQL(w->store,
	    "UPDATE request SET status = :status, text = :text, answered = :now WHERE id = :id");

	bind_text(&q, ":status", status);
	bind_text(&q, ":text", text);
	bind_int(&q, ":now", w->now);
	bind_int(&q, ":id", id);
	query_run(&q);
}

bool
request_close(struct world *w, int64_t order, const char *status, const char *text)
{
	struct query q = SQL(w->store,
	    "UPDATE request SET status = :status, text = :text, answered = :now"
	    " WHERE order_id = :order AND status = 'waiting' RETURNING id");

	bind_text(&q, ":status", status);
	bind_text(&q, ":text", text);
	bind_int(&q, ":now", w->now);
	bind_int(&q, ":order", order);
	bool closed = query_row(&q);
	query_end(&q);
	return closed;
}
