/* A run as a row. */
#include "base/arena.h"
#include "store/store.h"
#include "world/flow/verification/inside.h"

/* The columns of both selects below, in one order. */
static struct verification *
read_only_row(struct query *q, struct arena *a)
{
	if (!query_row(q))
		return NULL;
	struct verification *v = NEW(a, struct verification);
	*v = (struct verification){
		.episode = {
			.id = row_int(q, 0),
			.state = row_text(q, 1, a),
			.started = row_int(q, 2),
			.label = row_text(q, 3, a),
		},
		.term = row_int(q, 4),
		.reseller = row_int(q, 5),
		.owner = { row_text(q, 6, a), row_text(q, 7, a), row_text(q, 8, a) },
		.suspended = row_int(q, 9),
		.bounced = row_int(q, 10) != 0,
	};
	v->told = v->episode.state;
	query_end(q);
	return v;
}

struct episode *
verification_load(struct world *w, struct arena *a, int64_t id)
{
	struct query q = SQL(w->store,
	    "SELECT v.id, v.state, started, name, term, reseller, first_name, last_name, email,"
	    " suspended, bounced FROM verification v JOIN term t ON t.id = v.term"
	    " WHERE v.id = :id");

	bind_int(&q, ":id", id);
	struct verification *v = read_only_row(&q, a);
	return v == NULL ? NULL : &v->episode;
}

struct verification *
verification_present(struct world *w, struct arena *a, int64_t term)
{
	struct query q = SQL(w->store,
	    "SELECT v.id, v.state, started, name, term, reseller, first_name, last_name, email,"
	    " suspended, bounced FROM verification v JOIN term t ON t.id = v.term"
	    " WHERE term = :term AND v.state NOT IN ('superseded', 'closed')"
	    " ORDER BY v.id DESC LIMIT 1");

	bind_int(&q, ":term", term);
	return read_only_row(&q, a);
}

static int64_t
insert(struct world *w, const struct verification *v)
{
	struct query q = SQL(w->store,
	    "INSERT INTO verification (term, state, started, first_name, last_name, email,"
	    " suspended, bounced) VALUES (:term, :state, :started, :first, :last, :email,"
	    " nullif(:suspended, 0), :bounced)");

	bind_int(&q, ":term", v->term);
	bind_text(&q, ":state", v->episode.state);
	bind_int(&q, ":started", v->episode.started);
	bind_text(&q, ":first", v->owner.first_name);
	bind_text(&q, ":last", v->owner.last_name);
	bind_text(&q, ":email", v->owner.email);
	bind_int(&q, ":suspended", v->suspended);
	bind_int(&q, ":bounced", v->bounced);
	return query_run(&q);
}

/* Day 0 and the owner of a run never change: who comes next is a new run. */
static void
update(struct world *w, const struct verification *v)
{
	struct query q = SQL(w->store,
	    "UPDATE verification SET state = :state, suspended = nullif(:suspended, 0),"
	    " bounced = :bounced WHERE id = :id");

	bind_int(&q, ":id", v->episode.id);
	bind_text(&q, ":state", v->episode.state);
	bind_int(&q, ":suspended", v->suspended);
	bind_int(&q, ":bounced", v->bounced);
	query_run(&q);
}

/* A name that was suspended late, after a jump, counts its days from the batch
 * that should have done it. */
void
verification_save(struct world *w, struct episode *e)
{
	struct verification *v = (struct verification *)e;

	if (v->suspended == 0 && strcmp(e->state, "suspended") == 0)
		v->suspended = w->firing != NULL ? w->firing->at : w->now;
	if (e->id == 0)
		e->id = insert(w, v);
	else
		update(w, v);
}

void
verification_start(struct world *w, struct arena *a, const struct term *t, struct inheritance from)
{
	struct contact_set contacts = contacts_parse(a, t->contacts);
	struct verification v = {
		.episode = { .state = "new", .started = from.started, .label = t->name },
		.term = t->id,
		.reseller = t->reseller,
		.owner = owner_of(a, &contacts.of[OWNER]),
		.suspended = from.suspended,
		.told = from.told,
	};

	flow_step(w, a, &verification, &v.episode, "begin");
}
