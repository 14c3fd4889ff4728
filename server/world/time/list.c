/* What has fired and what will: lists for whoever looks from outside. */
#include "base/arena.h"
#include "store/store.h"
#include "world/time/move.h"

size_t
history_list(struct world *w, struct arena *a, int64_t since, const char *kind, const char *label,
    size_t limit, struct fired *rows)
{
	struct query q = SQL(w->store,
	    "SELECT id, at, kind, event, subject, label FROM history WHERE id > :since"
	    " AND (:kind IS NULL OR kind = :kind OR kind || '.' || event = :kind)"
	    " AND (:label IS NULL OR label = :label) ORDER BY id LIMIT :limit");
	size_t n = 0;

	bind_int(&q, ":since", since);
	bind_text(&q, ":kind", kind);
	bind_text(&q, ":label", label);
	bind_int(&q, ":limit", (int64_t)limit);
	while (query_row(&q))
		rows[n++] = (struct fired){
			.id = row_int(&q, 0),
			.at = row_int(&q, 1),
			.kind = row_text(&q, 2, a),
			.event = row_text(&q, 3, a),
			.subject = row_int(&q, 4),
			.label = row_text(&q, 5, a),
		};
	return n;
}

int64_t
history_last(struct world *w)
{
	struct query q = SQL(w->store, "SELECT coalesce(max(id), 0) FROM history");
	int64_t id = query_row(&q) ? row_int(&q, 0) : 0;

	query_end(&q);
	return id;
}

/* In the order of firing; SINCE skips as many rows, as ids say nothing here. */
size_t
agenda_list(struct world *w, struct arena *a, const char *label, int64_t since, size_t limit,
    struct due *rows)
{
	struct query q = SQL(w->store,
	    "SELECT id, due, rank, kind, event, subject, label, depth FROM agenda"
	    " WHERE :label IS NULL OR label = :label ORDER BY due, rank, id"
	    " LIMIT :limit OFFSET :since");
	size_t n = 0;

	bind_text(&q, ":label", label);
	bind_int(&q, ":limit", (int64_t)limit);
	bind_int(&q, ":since", since);
	while (query_row(&q))
		rows[n++] = (struct due){
			.id = row_int(&q, 0),
			.at = row_int(&q, 1),
			.rank = (int)row_int(&q, 2),
			.kind = kind_named(row_text(&q, 3, a)),
			.event = row_text(&q, 4, a),
			.subject = row_int(&q, 5),
			.label = row_text(&q, 6, a),
			.depth = (int)row_int(&q, 7),
		};
	return n;
}
