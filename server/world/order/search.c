/* Orders that fit a filter. */
#include "base/must.h"
#include "store/store.h"
#include "world/order/order.h"
#include "world/order/type.h"

/* Others, such as renewals, are of names that are there already. */
static bool
brings_a_name(const struct order *o)
{
	return order_is_new(o) || order_type_of(o)->depart != NULL;
}

bool
order_of_term(struct world *w, struct arena *a, const char *domain, int64_t term, struct order *o)
{
	struct query q = SQL(w->store,
	    "SELECT id FROM orders WHERE domain = :domain AND term = :term"
	    " AND status = 'completed' ORDER BY id LIMIT 1");

	bind_text(&q, ":domain", domain);
	bind_int(&q, ":term", term);
	int64_t id = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return id != 0 && order_load(w, a, id, o) && brings_a_name(o);
}

static void
bind_filter(struct query *q, const struct order_filter *f)
{
	bind_int(q, ":reseller", f->reseller);
	bind_text(q, ":domain", f->domain);
	bind_text(q, ":type", f->type);
	bind_text(q, ":status", f->status);
	bind_int(q, ":from", f->from);
	bind_int(q, ":to", f->to);
}

/* A name has few orders, a world has many: by name the index leads to them. */
#define BY_NAME "WHERE domain = :domain"
#define ANY_NAME "WHERE :domain IS NULL"
#define THE_REST \
	" AND (:reseller = 0 OR reseller = :reseller) AND (:type IS NULL OR type = :type)" \
	" AND (:status IS NULL OR status = :status) AND (:from = 0 OR submitted >= :from)" \
	" AND (:to = 0 OR submitted <= :to)"
#define PAGE " ORDER BY iif(:newest, -id, id) LIMIT :limit OFFSET :skip"

size_t
order_count(struct world *w, const struct order_filter *f)
{
	struct query q = f->domain != NULL
			     ? SQL(w->store, "SELECT count(*) FROM orders " BY_NAME THE_REST)
			     : SQL(w->store, "SELECT count(*) FROM orders " ANY_NAME THE_REST);

	bind_filter(&q, f);
	size_t n = query_row(&q) ? (size_t)row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

size_t
order_search(struct world *w, struct arena *a, const struct order_filter *f, size_t limit,
    struct order *rows)
{
	struct query q = f->domain != NULL
			     ? SQL(w->store, "SELECT id FROM orders " BY_NAME THE_REST PAGE)
			     : SQL(w->store, "SELECT id FROM orders " ANY_NAME THE_REST PAGE);
	size_t n = 0;

	bind_filter(&q, f);
	bind_int(&q, ":newest", f->newest_first);
	bind_int(&q, ":limit", (int64_t)limit);
	bind_int(&q, ":skip", (int64_t)f->skip);
	while (query_row(&q)) {
		bool found = order_load(w, a, row_int(&q, 0), &rows[n]);
		must(found || store_fault(w->store) != NULL);
		n += found;
	}
	return n;
}
