#include "world/notice/note.h"

#include "base/arena.h"
#include "store/store.h"

void
note_add(struct world *w, int64_t reseller, const char *domain, int64_t order, const char *text)
{
	struct query q = SQL(w->store,
	    "INSERT INTO note (at, reseller, domain, order_id, text)"
	    " VALUES (:at, :reseller, :domain, NULLIF(:order, 0), :text)");

	bind_int(&q, ":at", w->now);
	bind_int(&q, ":reseller", reseller);
	bind_text(&q, ":domain", domain);
	bind_int(&q, ":order", order);
	bind_text(&q, ":text", text);
	query_run(&q);
}

void
note_add_of_transfer(
    struct world *w, int64_t reseller, const char *domain, int64_t transfer, const char *text)
{
	struct query q = SQL(w->store, "INSERT INTO note (at, reseller, domain, transfer_id, text)"
				       " VALUES (:at, :reseller, :domain, :transfer, :text)");

	bind_int(&q, ":at", w->now);
	bind_int(&q, ":reseller", reseller);
	bind_text(&q, ":domain", domain);
	bind_int(&q, ":transfer", transfer);
	bind_text(&q, ":text", text);
	query_run(&q);
}

/* The words and their order within one instant are those of the recorded reply
 * lookup/get_notes_for_domain. */
#define ABOUT \
	"domain = :domain AND orders.reseller = :reseller" \
	" AND (:order = 0 OR orders.id = :order) AND :transfer = 0"
#define ALL_NOTES \
	" FROM (SELECT completed AS at, 1 AS rank, id," \
	"  'Domain registration successfully completed.' AS text FROM orders" \
	"  WHERE " ABOUT " AND type = 'new' AND status = 'completed' UNION ALL" \
	" SELECT completed, 2, id, 'Domain set to Auto Renew.' FROM orders" \
	"  WHERE " ABOUT " AND type = 'new' AND status = 'completed'" \
	"  AND json_extract(details, '$.auto_renew') = 'Y' UNION ALL" \
	" SELECT entry.at, 3, entry.id, entry.what FROM orders" \
	"  JOIN entry ON entry.order_id = orders.id AND entry.amount < 0 WHERE " ABOUT \
	" UNION ALL" \
	" SELECT at, 0, id, text FROM note WHERE domain = :domain AND reseller = :reseller" \
	"  AND (:order = 0 OR order_id = :order)" \
	"  AND (:transfer = 0 OR transfer_id = :transfer))"

static void
bind_about(struct query *q, const struct notes_about *n)
{
	bind_text(q, ":domain", n->domain);
	bind_int(q, ":reseller", n->reseller);
	bind_int(q, ":order", n->order);
	bind_int(q, ":transfer", n->transfer);
}

size_t
note_count(struct world *w, const struct notes_about *n)
{
	struct query q = SQL(w->store, "SELECT count(*)" ALL_NOTES);

	bind_about(&q, n);
	size_t count = query_row(&q) ? (size_t)row_int(&q, 0) : 0;
	query_end(&q);
	return count;
}

size_t
note_list(struct world *w, struct arena *a, const struct notes_about *n, size_t skip, size_t limit,
    struct note *rows)
{
	struct query q = SQL(w->store,
	    "SELECT at, text" ALL_NOTES
	    " ORDER BY at DESC, rank DESC, id DESC LIMIT :limit OFFSET :skip");
	size_t count = 0;

	bind_about(&q, n);
	bind_int(&q, ":limit", (int64_t)limit);
	bind_int(&q, ":skip", (int64_t)skip);
	while (query_row(&q))
		rows[count++] = (struct note){ row_int(&q, 0), row_text(&q, 1, a) };
	return count;
}
