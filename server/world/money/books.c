#include "world/money/books.h"

#include "base/arena.h"
#include "store/store.h"

static const char *
first_of(struct query *q, struct arena *a, const char *what)
{
	const char *text = NULL;

	if (query_row(q))
		text = arena_printf(
		    a, "%s %" PRId64 ": %s", what, row_int(q, 0), row_text(q, 1, a));
	query_end(q);
	return text;
}

/* Each movement sums to zero by its shape: one row, two accounts.  So the balances
 * of all accounts do too, if each is the sum of its movements. */
static const char *
sums(struct world *w, struct arena *a)
{
	struct query q = SQL(w->store,
	    "SELECT id, 'balance is not the sum of the amounts' FROM (SELECT id, balance,"
	    " sum(amount) OVER (PARTITION BY account ORDER BY id) AS total FROM entry)"
	    " WHERE balance <> total UNION ALL"
	    " SELECT id, 'what is held is not the sum of the holds' FROM (SELECT id, held,"
	    " sum(hold) OVER (PARTITION BY account ORDER BY id) AS total FROM entry)"
	    " WHERE held <> total OR held < 0 UNION ALL"
	    " SELECT id, 'a movement between an account and itself' FROM entry"
	    " WHERE account = counter ORDER BY 1 LIMIT 1");

	return first_of(&q, a, "entry");
}

static const char *
payers(struct world *w, struct arena *a)
{
	struct query q = SQL(w->store,
	    "SELECT entry.id, 'not the account of the reseller who ordered' FROM entry"
	    " JOIN account ON account.id = entry.account"
	    " LEFT JOIN orders ON orders.id = entry.order_id WHERE entry.order_id IS NOT NULL"
	    " AND orders.reseller IS NOT account.reseller ORDER BY entry.id LIMIT 1");

	return first_of(&q, a, "entry");
}

/* An order that waits holds its price, one that is completed has paid it once, and
 * no other holds or pays anything. */
static const char *
orders(struct world *w, struct arena *a)
{
	struct query q = SQL(w->store,
	    "SELECT orders.id, orders.status || ' at ' || price || ' holds ' || sum(coalesce(hold, 0))"
	    " || ' and paid ' || sum(coalesce(-amount, 0)) FROM orders"
	    " LEFT JOIN entry ON entry.order_id = orders.id GROUP BY orders.id"
	    " HAVING sum(coalesce(hold, 0)) <>"
	    "  iif(status = 'waiting' OR status = 'processed', price, 0)"
	    " OR sum(coalesce(-amount, 0)) <> iif(status = 'completed', price, 0)"
	    " OR count(iif(amount < 0, 1, NULL)) > 1 ORDER BY orders.id LIMIT 1");

	return first_of(&q, a, "order");
}

/* What one reseller pays another arrives: nothing stays on the way. */
static const char *
payments(struct world *w, struct arena *a)
{
	struct query q = SQL(w->store,
	    "SELECT account.id, 'holds ' || sum(-amount) || ' that was paid and never received'"
	    " FROM account JOIN entry ON entry.counter = account.id"
	    " WHERE account.reseller IS NULL AND account.name = 'clearing'"
	    " GROUP BY account.id HAVING sum(amount) <> 0 ORDER BY account.id LIMIT 1");

	return first_of(&q, a, "account");
}

bool
books_fit(struct world *w, int64_t order)
{
	struct query q = SQL(w->store,
	    "SELECT (SELECT coalesce(sum(hold), 0) FROM entry WHERE order_id = :order AND hold <> 0)"
	    " = iif(status = 'waiting' OR status = 'processed', price, 0)"
	    " AND (SELECT coalesce(sum(-amount), 0) FROM entry WHERE order_id = :order AND amount < 0)"
	    " = iif(status = 'completed', price, 0) FROM orders WHERE id = :order");

	bind_int(&q, ":order", order);
	bool fit = query_row(&q) && row_int(&q, 0) != 0;
	query_end(&q);
	return fit;
}

const char *
books_objection(struct world *w, struct arena *a)
{
	const char *wrong = sums(w, a);

	if (wrong == NULL)
		wrong = payers(w, a);
	if (wrong == NULL)
		wrong = payments(w, a);
	if (wrong == NULL)
		wrong = orders(w, a);
	return wrong;
}
