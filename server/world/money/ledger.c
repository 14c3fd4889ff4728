#include "world/money/ledger.h"

#include "store/store.h"

static void
read_row(struct query *q, struct arena *a, struct entry *e)
{
	*e = (struct entry){
		.id = row_int(q, 0),
		.reseller = row_int(q, 1),
		.order = row_int(q, 2),
		.at = row_int(q, 3),
		.amount = row_int(q, 4),
		.hold = row_int(q, 5),
		.balance = row_int(q, 6),
		.held = row_int(q, 7),
		.what = row_text(q, 8, a),
	};
}

size_t
ledger_list(struct world *w, struct arena *a, int64_t reseller, int64_t since, size_t limit,
    struct entry *rows)
{
	struct query q = SQL(w->store,
	    "SELECT entry.id, account.reseller, coalesce(order_id, 0), at, amount, hold, balance,"
	    " held, what FROM entry JOIN account ON account.id = entry.account"
	    " WHERE entry.id > :since AND account.reseller IS NOT NULL"
	    " AND (:reseller = 0 OR account.reseller = :reseller) ORDER BY entry.id LIMIT :limit");
	size_t n = 0;

	bind_int(&q, ":since", since);
	bind_int(&q, ":reseller", reseller);
	bind_int(&q, ":limit", (int64_t)limit);
	while (query_row(&q))
		read_row(&q, a, &rows[n++]);
	return n;
}

int64_t
ledger_last(struct world *w)
{
	struct query q = SQL(w->store, "SELECT coalesce(max(id), 0) FROM entry");
	int64_t id = query_row(&q) ? row_int(&q, 0) : 0;

	query_end(&q);
	return id;
}
