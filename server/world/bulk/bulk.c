#include "world/bulk/bulk.h"

#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/policy/policy.h"
#include "world/time/agenda.h"

static int64_t
insert(struct world *w, const struct bulk *b)
{
	struct query q = SQL(w->store,
	    "INSERT INTO bulk (reseller, type, request, email, names, submitted, begins, pace,"
	    " done) VALUES (:reseller, :type, :request, :email, :names, :submitted, :begins, :pace,"
	    " 0)");

	bind_int(&q, ":reseller", b->reseller);
	bind_text(&q, ":type", b->type);
	bind_text(&q, ":request", b->request);
	bind_text(&q, ":email", b->email);
	bind_int(&q, ":names", (int64_t)b->names);
	bind_int(&q, ":submitted", b->submitted);
	bind_int(&q, ":begins", b->begins);
	bind_int(&q, ":pace", b->pace);
	return query_run(&q);
}

static void
insert_item(struct world *w, const struct bulk *b, size_t nr, const char *name)
{
	struct query q = SQL(w->store,
	    "INSERT INTO bulk_item (bulk, nr, name, detail) VALUES (:bulk, :nr, :name, :detail)");

	bind_int(&q, ":bulk", b->id);
	bind_int(&q, ":nr", (int64_t)nr);
	bind_text(&q, ":name", name);
	bind_text(&q, ":detail", b->details == NULL ? "" : b->details[nr]);
	query_run(&q);
}

void
bulk_submit(struct world *w, struct bulk *b, const char *const *names)
{
	must(b->id == 0 && b->names > 0);
	b->submitted = w->now;
	b->begins = policy_due(w, &policy_bulk_delay, w->now);
	b->pace = policy_seconds(w, &policy_bulk_pace);
	b->id = insert(w, b);
	for (size_t i = 0; i < b->names; i++)
		insert_item(w, b, i, names[i]);
	plan(w, &kind_bulk, "change", b->id, b->type, b->begins, RANK_ANY);
}

static void
read_row(struct query *q, struct arena *a, struct bulk *b)
{
	*b = (struct bulk){
		.id = row_int(q, 0),
		.reseller = row_int(q, 1),
		.type = row_text(q, 2, a),
		.request = row_text(q, 3, a),
		.email = row_text(q, 4, a),
		.names = (size_t)row_int(q, 5),
		.submitted = row_int(q, 6),
		.begins = row_int(q, 7),
		.pace = row_int(q, 8),
		.done = (size_t)row_int(q, 9),
		.finished = row_int(q, 10),
	};
}

bool
bulk_load(struct world *w, struct arena *a, int64_t id, struct bulk *b)
{
	struct query q = SQL(w->store,
	    "SELECT id, reseller, type, request, email, names, submitted, begins, pace,"
	    " done, coalesce(finished, 0) FROM bulk WHERE id = :id");

	bind_int(&q, ":id", id);
	if (!query_row(&q))
		return false;
	read_row(&q, a, b);
	query_end(&q);
	return true;
}

size_t
bulk_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct bulk *rows)
{
	struct query q = SQL(w->store,
	    "SELECT id, reseller, type, request, email, names, submitted, begins, pace,"
	    " done, coalesce(finished, 0) FROM bulk WHERE id > :since ORDER BY id LIMIT :limit");
	size_t n = 0;

	bind_int(&q, ":since", since);
	bind_int(&q, ":limit", (int64_t)limit);
	while (query_row(&q))
		read_row(&q, a, &rows[n++]);
	return n;
}

void
bulk_items(struct world *w, struct arena *a, const struct bulk *b, struct bulk_item *rows)
{
	struct query q = SQL(w->store,
	    "SELECT nr, name, coalesce(at, 0), coalesce(code, 0), coalesce(success, 0),"
	    " coalesce(text, '') FROM bulk_item WHERE bulk = :bulk ORDER BY nr");

	bind_int(&q, ":bulk", b->id);
	for (size_t i = 0; query_row(&q); i++)
		rows[i] = (struct bulk_item){
			.nr = (size_t)row_int(&q, 0),
			.name = row_text(&q, 1, a),
			.at = row_int(&q, 2),
			.code = (int)row_int(&q, 3),
			.success = row_int(&q, 4) != 0,
			.text = row_text(&q, 5, a),
		};
}
