#include "world/fault/fault.h"

#include "base/arena.h"
#include "store/store.h"
#include "world/fault/inside.h"

/* The columns of the selects below. */
static void
read_row(struct query *q, struct arena *a, struct fault *f)
{
	*f = (struct fault){
		.id = row_int(q, 0),
		.kind = row_text(q, 1, a),
		.action = row_text_or(q, 2, a, NULL),
		.object = row_text_or(q, 3, a, NULL),
		.domain = row_text_or(q, 4, a, NULL),
		.user = row_text_or(q, 5, a, NULL),
		.nth = row_int(q, 6),
		.times = row_int(q, 7),
		.seen = row_int(q, 9),
		.struck = row_int(q, 10),
	};
	fault_parameters(a, row_text(q, 8, a), f->parameters);
}

size_t
fault_list(struct world *w, struct arena *a, int64_t since, size_t limit, struct fault *rows)
{
	struct query q = SQL(w->store,
	    "SELECT id, kind, action, object, domain, user, nth, times, parameters, seen, struck"
	    " FROM fault WHERE id > :since ORDER BY id LIMIT :limit");
	size_t n = 0;

	bind_int(&q, ":since", since);
	bind_int(&q, ":limit", (int64_t)limit);
	while (query_row(&q))
		read_row(&q, a, &rows[n++]);
	return n;
}

bool
fault_load(struct world *w, struct arena *a, int64_t id, struct fault *f)
{
	struct query q = SQL(w->store,
	    "SELECT id, kind, action, object, domain, user, nth, times, parameters, seen, struck"
	    " FROM fault WHERE id = :id");

	bind_int(&q, ":id", id);
	bool found = query_row(&q);
	if (found)
		read_row(&q, a, f);
	query_end(&q);
	return found;
}

static bool
next_fit(struct world *w, struct arena *a, const char *kind, const struct occasion *on,
    int64_t after, struct fault *f)
{
	struct query q = SQL(w->store,
	    "SELECT id, kind, action, object, domain, user, nth, times, parameters, seen, struck"
	    " FROM fault WHERE fault.id > :after AND kind = :kind AND (times = 0 OR struck < times)"
	    " AND (action IS NULL OR lower(action) = lower(:action))"
	    " AND (object IS NULL OR lower(object) = lower(:object))"
	    " AND (domain IS NULL OR :domain GLOB lower(domain))"
	    " AND (user IS NULL OR EXISTS (SELECT 1 FROM login WHERE username = user"
	    " AND reseller = :reseller) OR EXISTS (SELECT 1 FROM reseller"
	    " WHERE reseller.id = :reseller AND name = user)) ORDER BY fault.id LIMIT 1");

	bind_int(&q, ":after", after);
	bind_text(&q, ":kind", kind);
	bind_text(&q, ":action", on->action);
	bind_text(&q, ":object", on->object);
	bind_text(&q, ":domain", on->domain);
	bind_int(&q, ":reseller", on->reseller);
	bool found = query_row(&q);
	if (found)
		read_row(&q, a, f);
	query_end(&q);
	return found;
}

static void
count(struct world *w, const struct fault *f)
{
	struct query q = SQL(
	    w->store, "UPDATE fault SET seen = :seen, struck = :struck WHERE id = :id");

	bind_int(&q, ":seen", f->seen);
	bind_int(&q, ":struck", f->struck);
	bind_int(&q, ":id", f->id);
	query_run(&q);
}

/* For the turn's diagnosis, whatever becomes of the turn. */
static void
note(struct world *w, const char *kind, int64_t fault)
{
	size_t i = 0;

	while (i < w->strike_count && i < MAX_STRIKES && w->strikes[i].fault != fault)
		i++;
	if (i == w->strike_count && i < MAX_STRIKES)
		w->strikes[i] = (struct strike){ fault, kind, 0 };
	if (i == w->strike_count)
		w->strike_count++;
	if (i < MAX_STRIKES)
		w->strikes[i].times++;
}

const char *
fault_diagnosis(const struct world *w, struct arena *a, const char *before)
{
	const char *text = before;

	for (size_t i = 0; i < w->strike_count; i++) {
		const struct strike *s = &w->strikes[i];
		const char *more = *text == '\0' ? "" : "; ";
		if (i == MAX_STRIKES)
			text = arena_printf(a, "%s%sand others", text, more);
		else if (s->times == 1)
			text = arena_printf(
			    a, "%s%sfault %" PRId64 " (%s) struck", text, more, s->fault, s->kind);
		else
			text = arena_printf(a,
			    "%s%sfault %" PRId64 " (%s) struck %" PRId64 " times", text, more,
			    s->fault, s->kind, s->times);
	}
	return text;
}

bool
fault_take(struct world *w, struct arena *a, const char *kind, struct occasion on, struct fault *f)
{
	int64_t after = 0;

	while (w->faults && next_fit(w, a, kind, &on, after, f)) {
		bool strikes = ++f->seen >= f->nth;
		f->struck += strikes;
		count(w, f);
		if (strikes) {
			note(w, kind, f->id);
			return true;
		}
		after = f->id;
	}
	return false;
}

bool
fault_drop(struct world *w, int64_t id)
{
	struct query q = SQL(w->store, "DELETE FROM fault WHERE id = :id RETURNING id");

	bind_int(&q, ":id", id);
	bool dropped = query_row(&q);
	query_end(&q);
	return dropped;
}

int64_t
fault_drop_all(struct world *w)
{
	struct query q = SQL(w->store, "DELETE FROM fault RETURNING id");
	int64_t n = 0;

	while (query_row(&q))
		n++;
	w->faults = false;
	return n;
}
