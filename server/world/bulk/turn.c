/* Turns: what the agenda does for the names of a bulk change, one after the other. */
#include "base/arena.h"
#include "store/store.h"
#include "world/bulk/inside.h"
#include "world/time/agenda.h"

/* Of how many names the turn has come by now: computed from the change's own
 * instants, so that late firing delays nobody and turns that are missed are made
 * up for at once. */
static size_t
due_by_now(const struct world *w, const struct bulk *b)
{
	int64_t since = w->now > b->begins ? w->now - b->begins : 0;

	if (b->pace == 0 || since / b->pace >= (int64_t)b->names)
		return b->names;
	return (size_t)(since / b->pace) + 1;
}

/* The first that has no result yet.  False: all have. */
static bool
next_item(struct world *w, struct arena *a, const struct bulk *b, struct bulk_item *item)
{
	struct query q = SQL(w->store,
	    "SELECT nr, name FROM bulk_item WHERE bulk = :bulk AND nr >= :from AND at IS NULL"
	    " ORDER BY nr LIMIT 1");

	bind_int(&q, ":bulk", b->id);
	bind_int(&q, ":from", (int64_t)item->nr);
	bool found = query_row(&q);
	if (found)
		*item = (struct bulk_item){ .nr = (size_t)row_int(&q, 0),
			.name = row_text(&q, 1, a) };
	query_end(&q);
	return found;
}

static void
keep_result(
    struct world *w, const struct bulk *b, const struct bulk_item *item, struct bulk_result result)
{
	struct query q = SQL(w->store,
	    "UPDATE bulk_item SET at = :at, code = :code, success = :success, text = :text"
	    " WHERE bulk = :bulk AND nr = :nr");

	bind_int(&q, ":at", w->now);
	bind_int(&q, ":code", result.code);
	bind_int(&q, ":success", result.success);
	bind_text(&q, ":text", result.text);
	bind_int(&q, ":bulk", b->id);
	bind_int(&q, ":nr", (int64_t)item->nr);
	query_run(&q);
}

static void
finish(struct world *w, const struct bulk *b)
{
	struct query q = SQL(w->store, "UPDATE bulk SET finished = :now WHERE id = :id");

	bind_int(&q, ":now", w->now);
	bind_int(&q, ":id", b->id);
	query_run(&q);
}

/* A refusal undoes what was done on the way to it, and nothing else of this turn. */
static struct bulk_result
attempt(struct world *w, struct arena *a, const struct bulk *b, const char *name)
{
	const struct world mirrors = *w;

	store_savepoint(w->store);
	struct bulk_result result = bulk_perform(w, a, b, name);
	if (!result.success) {
		store_back(w->store);
		*w = mirrors;
	}
	store_release(w->store);
	return result;
}

/* Many names may be due at once; what each of them takes is given back. */
void
on_bulk(struct world *w, struct arena *a, const struct due *due)
{
	struct arena *each = arena_new();
	struct bulk_item item = { .nr = 0 };
	struct bulk b;

	if (bulk_load(w, a, due->subject, &b)) {
		size_t until = due_by_now(w, &b);
		while (next_item(w, each, &b, &item) && item.nr < until) {
			keep_result(w, &b, &item, attempt(w, each, &b, item.name));
			arena_reset(each);
		}
		if (until == b.names) {
			finish(w, &b);
			bulk_report(w, a, &b);
		} else
			plan(w, &kind_bulk, "change", b.id, b.type,
			    b.begins + (int64_t)until * b.pace, RANK_ANY);
	}
	arena_free(each);
}
