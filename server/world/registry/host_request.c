/* What a registry says to the change of a nameserver, and when. */
#include "base/arena.h"
#include "store/store.h"
#include "world/policy/policy.h"
#include "world/registry/inside.h"
#include "world/time/agenda.h"

static int64_t
add_request(struct world *w, const struct term *t, const struct host_change *c)
{
	int64_t id = request_add_other(w, t, host_waits_as(c));
	struct query q = SQL(w->store,
	    "INSERT INTO host_request (id, term, action, name, new_name, ipv4, ipv6, tlds)"
	    " VALUES (:id, :term, :action, :name, :new_name, :ipv4, :ipv6, :tlds)");

	bind_int(&q, ":id", id);
	bind_int(&q, ":term", t->id);
	bind_text(&q, ":action", c->action);
	bind_text(&q, ":name", c->name);
	bind_text(&q, ":new_name", c->new_name);
	bind_text(&q, ":ipv4", c->ipv4);
	bind_text(&q, ":ipv6", c->ipv6);
	bind_text(&q, ":tlds", c->tlds);
	query_run(&q);
	return id;
}

static bool
load_request(struct world *w, struct arena *a, int64_t id, int64_t *term, struct host_change *c)
{
	struct query q = SQL(w->store,
	    "SELECT term, action, name, new_name, ipv4, ipv6, tlds FROM host_request"
	    " WHERE id = :id");

	bind_int(&q, ":id", id);
	if (!query_row(&q))
		return false;
	*term = row_int(&q, 0);
	*c = (struct host_change){
		.action = row_text(&q, 1, a),
		.name = row_text(&q, 2, a),
		.new_name = row_text(&q, 3, a),
		.ipv4 = row_text(&q, 4, a),
		.ipv6 = row_text(&q, 5, a),
		.tlds = row_text(&q, 6, a),
	};
	query_end(&q);
	return true;
}

/* An asynchronous registry takes its time for a no as well. */
static void
await(struct world *w, const struct term *t, const struct host_change *c, const struct mood *m)
{
	plan(w, &kind_host, m->unwilling ? "reject" : "accept", add_request(w, t, c), c->name,
	    w->now + m->after, RANK_ANY);
}

static bool
is_stored_only(struct world *w, struct arena *a, const struct term *t, const struct host_change *c)
{
	const char *rule = policy_of_tld(w, a, t->name, "nameservers");

	return rule != NULL && strcmp(rule, "attached") == 0 && strcmp(c->action, "create") == 0;
}

struct host_answer
host_submit(struct world *w, struct arena *a, const struct term *t, const struct host_change *c)
{
	if (registry_busy(w, t->name))
		return (struct host_answer){ .end = HOST_BUSY };
	struct mood m = registry_mood(w, a, t, host_command(c), "NAMESERVER");
	if (m.late) {
		await(w, t, c, &m);
		return (struct host_answer){ .end = HOST_WAITS };
	}
	if (m.unwilling) {
		store_keep(w->store); /* a fault that has struck is counted */
		return (struct host_answer){ HOST_REFUSED, m.code, m.text };
	}
	host_carry_out(w, a, t, c);
	return (struct host_answer){ .end = is_stored_only(w, a, t, c) ? HOST_STORED : HOST_DONE };
}

/* Meanwhile the name may be gone, or something may be in the way. */
void
on_host(struct world *w, struct arena *a, const struct due *due)
{
	struct host_change c;
	struct term t;
	int64_t term;

	if (!load_request(w, a, due->subject, &term, &c) || !term_load(w, a, term, &t))
		return; /* only a fault can hide the rows */
	bool done = strcmp(due->event, "accept") == 0 && strcmp(t.state, "deleted") != 0 &&
		    host_change_possible(w, a, &c);
	if (done)
		host_carry_out(w, a, &t, &c);
	request_close_other(w, due->subject, done ? "completed" : "declined",
	    done ? "Command completed successfully" : "Request declined by the registry");
}
