#include "world/notice/event.h"

#include "base/arena.h"
#include "store/store.h"
#include "world/notice/variables.h"
#include "world/reference.h"

void
event_add_json(struct world *w, int64_t reseller, const char *object, const char *name,
    const char *object_data)
{
	struct query q = SQL(w->store, "INSERT INTO event (at, reseller, object, name, data, acked)"
				       " VALUES (:at, :reseller, :object, :name, :data, 0)");

	bind_int(&q, ":at", w->now);
	bind_int(&q, ":reseller", reseller);
	bind_text(&q, ":object", object);
	bind_text(&q, ":name", name);
	bind_text(&q, ":data", object_data);
	query_run(&q);
}

void
event_add(struct world *w, struct arena *a, int64_t reseller, const char *object, const char *name,
    const struct variable *object_data)
{
	struct buf data;

	(void)a;
	buf_open(&data, 0);
	variables_write(&data, object_data);
	event_add_json(w, reseller, object, name, data.data);
	buf_close(&data);
}

/* The columns of both selects below. */
static size_t
read_rows(struct world *w, struct query *q, struct arena *a, struct event *rows)
{
	size_t n = 0;

	for (; query_row(q); n++)
		rows[n] = (struct event){
			.id = row_int(q, 0),
			.at = row_int(q, 1),
			.reseller = row_int(q, 2),
			.object = row_text(q, 3, a),
			.name = row_text(q, 4, a),
			.data = row_text(q, 5, a),
			.acked = row_int(q, 6) != 0,
			.event_id = reference_text(w, a, "event", row_int(q, 0)),
		};
	return n;
}

size_t
event_waiting(struct world *w, struct arena *a, int64_t reseller, size_t limit, struct event *rows)
{
	struct query q = SQL(w->store,
	    "SELECT id, at, reseller, object, name, data, acked FROM event"
	    " WHERE reseller = :reseller AND NOT acked ORDER BY id LIMIT :limit");

	bind_int(&q, ":reseller", reseller);
	bind_int(&q, ":limit", (int64_t)limit);
	return read_rows(w, &q, a, rows);
}

size_t
event_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct event *rows)
{
	struct query q = SQL(w->store,
	    "SELECT id, at, reseller, object, name, data, acked FROM event"
	    " WHERE id > :since ORDER BY id LIMIT :limit");

	bind_int(&q, ":since", since);
	bind_int(&q, ":limit", (int64_t)limit);
	return read_rows(w, &q, a, rows);
}

int64_t
event_waiting_count(struct world *w, int64_t reseller)
{
	struct query q = SQL(
	    w->store, "SELECT count(*) FROM event WHERE reseller = :reseller AND NOT acked");

	bind_int(&q, ":reseller", reseller);
	int64_t n = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

bool
event_ack(struct world *w, struct arena *a, int64_t reseller, const char *event_id)
{
	int64_t id;

	if (!reference_id(w, a, "event", event_id, &id))
		return false;
	struct query q = SQL(w->store,
	    "UPDATE event SET acked = 1 WHERE id = :id AND reseller = :reseller AND NOT acked"
	    " RETURNING id");
	bind_int(&q, ":id", id);
	bind_int(&q, ":reseller", reseller);
	bool acked = query_row(&q);
	query_end(&q);
	return acked;
}

int64_t
event_last(struct world *w)
{
	struct query q = SQL(w->store, "SELECT coalesce(max(id), 0) FROM event");
	int64_t id = query_row(&q) ? row_int(&q, 0) : 0;

	query_end(&q);
	return id;
}
