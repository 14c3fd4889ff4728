/* Turns: what the agenda does for the names of a bulk change, one after the other. */
#include "base/arena.h"
#include "store/store.h"
#include "world/bulk/inside.h"
#include "world/name/term.h"
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

struct item {
	const char *name, *detail;
};

static struct item
item_of(struct world *w, struct arena *a, const struct bulk *b, size_t nr)
{
	struct query q = SQL(
	    w->store, "SELECT name, detail FROM bulk_item WHERE bulk = :bulk AND nr = :nr");

	bind_int(&q, ":bulk", b->id);
	bind_int(&q, ":nr", (int64_t)nr);
	struct item item = { "", "" };
	if (query_row(&q))
		item = (struct item){ row_text(&q, 0, a), row_text(&q, 1, a) };
	query_end(&q);
	return item;
}

static void
keep_result(struct world *w, const struct bulk *b, size_t nr, struct bulk_result result)
{
	struct query q = SQL(w->store,
	    "UPDATE bulk_item SET at = :at, code = :code, success = :success, text = :text"
	    " WHERE bulk = :bulk AND nr = :nr");

	bind_int(&q, ":at", w->now);
	bind_int(&q, ":code", result.code);
	bind_int(&q, ":success", result.success);
	bind_text(&q, ":text", result.text);
	bind_int(&q, ":bulk", b->id);
	bind_int(&q, ":nr", (int64_t)nr);
	query_run(&q);
}

static void
keep_progress(struct world *w, const struct bulk *b)
{
	struct query q = SQL(w->store,
	    "UPDATE bulk SET done = :done, finished = iif(:done = names, :now, NULL)"
	    " WHERE id = :id");

	bind_int(&q, ":done", (int64_t)b->done);
	bind_int(&q, ":now", w->now);
	bind_int(&q, ":id", b->id);
	query_run(&q);
}

/* In the midst of an advance no row says yet what time it is, nor what fires. */
static void
read_again(struct world *w)
{
	const struct due *firing = w->firing;
	instant now = w->now;

	world_reload(w);
	w->now = now;
	w->firing = firing;
}

/* By no command: it would be refused where the change itself waits at the registry.  A
 * name that was given away is another's to lock. */
static void
close_lock(struct world *w, struct arena *a, const struct bulk *b, const char *name)
{
	struct term t;

	if (!term_find(w, a, name, &t) || t.reseller != b->reseller || t.locked)
		return;
	t.locked = true;
	term_save(w, &t);
}

/* A refusal undoes what was done on the way to it, but for what a command keeps
 * whatever it answers (store_keep()): orders, faults that are counted, and with them
 * all that came before, such as an open lock. */
static struct bulk_result
attempt(struct world *w, struct arena *a, const struct bulk *b, const struct item *item)
{
	store_savepoint(w->store);
	struct bulk_result result = bulk_perform(w, a, b, item->name, item->detail);
	if (!result.success) {
		store_back(w->store);
		read_again(w);
	}
	if (result.opened)
		close_lock(w, a, b, item->name);
	store_release(w->store);
	return result;
}

/* Many names may be due at once; what each of them takes is given back. */
static void
take_turns(struct world *w, struct bulk *b, size_t until)
{
	struct arena *each = arena_new();

	for (; b->done < until; b->done++) {
		struct item item = item_of(w, each, b, b->done);
		keep_result(w, b, b->done, attempt(w, each, b, &item));
		arena_reset(each);
	}
	arena_free(each);
	keep_progress(w, b);
}

void
on_bulk(struct world *w, struct arena *a, const struct due *due)
{
	struct bulk b;

	if (!bulk_load(w, a, due->subject, &b))
		return; /* only a fault can hide the row */
	take_turns(w, &b, due_by_now(w, &b));
	if (b.done == b.names)
		bulk_report(w, a, &b);
	else
		plan(w, &kind_bulk, "change", b.id, b.type, b.begins + (int64_t)b.done * b.pace,
		    RANK_ANY);
}
