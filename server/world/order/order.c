#include "world/order/order.h"

#include "base/arena.h"
#include "store/store.h"

static void
read_row(struct query *q, struct arena *a, struct order *o)
{
	*o = (struct order){
		.id = row_int(q, 0),
		.reseller = row_int(q, 1),
		.domain = row_text(q, 2, a),
		.type = row_text(q, 3, a),
		.status = row_text(q, 4, a),
		.price = row_int(q, 5),
		.period = (int)row_int(q, 6),
		.submitted = row_int(q, 7),
		.processed = row_int(q, 8),
		.completed = row_int(q, 9),
		.term = row_int(q, 10),
		.contacts = row_text(q, 11, a),
		.nameservers = row_text(q, 12, a),
		.details = row_text(q, 13, a),
	};
}

bool
order_load(struct world *w, struct arena *a, int64_t id, struct order *o)
{
	struct query q = SQL(w->store,
	    "SELECT id, reseller, domain, type, status, price, period, submitted, processed,"
	    " completed, term, contacts, nameservers, details FROM orders WHERE id = :id");

	bind_int(&q, ":id", id);
	if (!query_row(&q))
		return false;
	read_row(&q, a, o);
	query_end(&q);
	return true;
}

size_t
order_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct order *rows)
{
	struct query q = SQL(w->store,
	    "SELECT id, reseller, domain, type, status, price, period, submitted, processed,"
	    " completed, term, contacts, nameservers, details FROM orders WHERE id > :since"
	    " ORDER BY id LIMIT :limit");
	size_t n = 0;

	bind_int(&q, ":since", since);
	bind_int(&q, ":limit", (int64_t)limit);
	while (query_row(&q))
		read_row(&q, a, &rows[n++]);
	return n;
}

/* What may still change after the order was taken. */
static void
bind_progress(struct query *q, const struct order *o)
{
	bind_text(q, ":status", o->status);
	bind_int(q, ":price", o->price);
	bind_int(q, ":processed", o->processed);
	bind_int(q, ":completed", o->completed);
	bind_int(q, ":term", o->term);
	bind_text(q, ":details", o->details);
}

static int64_t
insert(struct world *w, const struct order *o)
{
	struct query q = SQL(w->store,
	    "INSERT INTO orders (reseller, domain, type, status, price, period, submitted,"
	    " processed, completed, term, contacts, nameservers, details) VALUES (:reseller,"
	    " :domain, :type, :status, :price, :period, :submitted, nullif(:processed, 0),"
	    " nullif(:completed, 0), nullif(:term, 0), :contacts, :nameservers, :details)");

	bind_int(&q, ":reseller", o->reseller);
	bind_text(&q, ":domain", o->domain);
	bind_text(&q, ":type", o->type);
	bind_int(&q, ":period", o->period);
	bind_int(&q, ":submitted", o->submitted);
	bind_text(&q, ":contacts", o->contacts);
	bind_text(&q, ":nameservers", o->nameservers);
	bind_progress(&q, o);
	return query_run(&q);
}

static void
update(struct world *w, const struct order *o)
{
	struct query q = SQL(w->store,
	    "UPDATE orders SET status = :status, price = :price,"
	    " processed = nullif(:processed, 0), completed = nullif(:completed, 0),"
	    " term = nullif(:term, 0), details = :details WHERE id = :id");

	bind_progress(&q, o);
	bind_int(&q, ":id", o->id);
	query_run(&q);
}

void
order_save(struct world *w, struct order *o)
{
	if (o->id == 0)
		o->id = insert(w, o);
	else
		update(w, o);
}

int64_t
order_waiting_for(struct world *w, const char *domain, const char *type)
{
	struct query q = SQL(w->store,
	    "SELECT id FROM orders WHERE domain = :domain AND (:type IS NULL OR type = :type)"
	    " AND (status = 'waiting' OR status = 'processed') ORDER BY id DESC LIMIT 1");

	bind_text(&q, ":domain", domain);
	bind_text(&q, ":type", type);
	int64_t id = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return id;
}

bool
order_in_the_way(struct world *w, const char *domain)
{
	struct query q = SQL(w->store,
	    "SELECT 1 FROM orders WHERE domain = :domain AND type <> 'transfer'"
	    " AND (status = 'waiting' OR status = 'processed') LIMIT 1");

	bind_text(&q, ":domain", domain);
	bool found = query_row(&q);
	query_end(&q);
	return found;
}
