#include "world/journal/journal.h"

#include "base/arena.h"
#include "store/store.h"

/* Old rows go in batches: one delete per row would double the cost of a
 * request once the journal is full. */
#define BATCH 64

static void
prune(struct world *w, int64_t newest, int64_t limit)
{
	struct query q = SQL(w->store, "DELETE FROM journal WHERE id <= :oldest");

	bind_int(&q, ":oldest", newest - limit);
	query_run(&q);
}

void
journal_add(struct world *w, const struct journal_row *row, int64_t limit)
{
	if (limit == 0)
		return;
	struct query q = SQL(w->store,
	    "INSERT INTO journal (at, door, username, action, object, code, diagnosis, target,"
	    " request, reply) VALUES (:at, :door, :username, :action, :object, :code,"
	    " :diagnosis, :target, :request, :reply)");

	bind_int(&q, ":at", w->now);
	bind_text(&q, ":door", row->door);
	bind_text(&q, ":username", row->username);
	bind_text(&q, ":action", row->action);
	bind_text(&q, ":object", row->object);
	bind_int(&q, ":code", row->code);
	bind_text(&q, ":diagnosis", row->diagnosis);
	bind_text(&q, ":target", row->target);
	bind_blob(&q, ":request", row->request, row->request_size);
	bind_blob(&q, ":reply", row->reply, row->reply_size);
	int64_t id = query_run(&q);
	if (limit > 0 && id > limit && (limit < BATCH || id % BATCH == 0))
		prune(w, id, limit);
}

size_t
journal_list(struct world *w, struct arena *a, const char *username, const char *action,
    int64_t since, size_t limit, struct journal_row *rows)
{
	struct query q = SQL(w->store,
	    "SELECT id, at, door, username, action, object, code, diagnosis, target, request, reply"
	    " FROM journal WHERE id > :since AND (:username IS NULL OR username = :username)"
	    " AND (:action IS NULL OR action = upper(:action)) ORDER BY id LIMIT :limit");
	size_t n = 0;

	bind_int(&q, ":since", since);
	bind_text(&q, ":username", username);
	bind_text(&q, ":action", action);
	bind_int(&q, ":limit", (int64_t)limit);
	while (query_row(&q)) {
		struct journal_row *row = &rows[n++];
		*row = (struct journal_row){
			.id = row_int(&q, 0),
			.at = row_int(&q, 1),
			.door = row_text(&q, 2, a),
			.username = row_text(&q, 3, a),
			.action = row_text(&q, 4, a),
			.object = row_text(&q, 5, a),
			.code = (int)row_int(&q, 6),
			.diagnosis = row_text(&q, 7, a),
			.target = row_text(&q, 8, a),
		};
		row->request = row_blob(&q, 9, a, &row->request_size);
		row->reply = row_blob(&q, 10, a, &row->reply_size);
	}
	return n;
}

int64_t
journal_last(struct world *w)
{
	struct query q = SQL(w->store, "SELECT coalesce(max(id), 0) FROM journal");
	int64_t id = query_row(&q) ? row_int(&q, 0) : 0;

	query_end(&q);
	return id;
}
