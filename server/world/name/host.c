#include "world/name/host.h"

#include "base/arena.h"
#include "store/store.h"
#include "world/party/profile.h"

static void
read_row(struct query *q, struct arena *a, struct host *h)
{
	*h = (struct host){
		.id = row_int(q, 0),
		.term = row_int(q, 1),
		.name = row_text(q, 2, a),
		.ipv4 = row_text(q, 3, a),
		.ipv6 = row_text(q, 4, a),
	};
}

bool
host_find(struct world *w, struct arena *a, const char *name, struct host *h)
{
	struct query q = SQL(w->store,
	    "SELECT host.id, host.term, host.name, host.ipv4, host.ipv6 FROM host"
	    " JOIN term ON term.id = host.term AND term.state <> 'deleted'"
	    " WHERE host.name = :name");

	bind_text(&q, ":name", name);
	bool found = query_row(&q);
	if (found)
		read_row(&q, a, h);
	query_end(&q);
	return found;
}

int64_t
host_count(struct world *w, int64_t term)
{
	struct query q = SQL(w->store, "SELECT count(*) FROM host WHERE term = :term");

	bind_int(&q, ":term", term);
	int64_t n = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

static size_t
profile_count(struct world *w, int64_t founder, int64_t reseller)
{
	struct query q = SQL(w->store,
	    "SELECT count(*) FROM host JOIN term ON term.id = host.term"
	    " WHERE (term.id = :founder OR term.profile = :founder)"
	    " AND term.reseller = :reseller AND term.state <> 'deleted'");

	bind_int(&q, ":founder", founder);
	bind_int(&q, ":reseller", reseller);
	size_t n = query_row(&q) ? (size_t)row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

size_t
host_list(struct world *w, struct arena *a, const struct term *t, struct host **rows)
{
	int64_t founder = profile_id(t);
	size_t room = profile_count(w, founder, t->reseller), n = 0;
	struct query q = SQL(w->store,
	    "SELECT host.id, host.term, host.name, host.ipv4, host.ipv6 FROM host"
	    " JOIN term ON term.id = host.term"
	    " WHERE (term.id = :founder OR term.profile = :founder)"
	    " AND term.reseller = :reseller AND term.state <> 'deleted'"
	    " ORDER BY host.name LIMIT :room");

	*rows = NEW_ARRAY(a, struct host, room + 1);
	bind_int(&q, ":founder", founder);
	bind_int(&q, ":reseller", t->reseller);
	bind_int(&q, ":room", (int64_t)room);
	while (query_row(&q))
		read_row(&q, a, &(*rows)[n++]);
	return n;
}

static void
insert(struct world *w, struct host *h)
{
	struct query q = SQL(w->store, "INSERT INTO host (term, name, ipv4, ipv6)"
				       " VALUES (:term, :name, :ipv4, :ipv6)");

	bind_int(&q, ":term", h->term);
	bind_text(&q, ":name", h->name);
	bind_text(&q, ":ipv4", h->ipv4);
	bind_text(&q, ":ipv6", h->ipv6);
	h->id = query_run(&q);
}

static void
update(struct world *w, const struct host *h)
{
	struct query q = SQL(
	    w->store, "UPDATE host SET name = :name, ipv4 = :ipv4, ipv6 = :ipv6 WHERE id = :id");

	bind_text(&q, ":name", h->name);
	bind_text(&q, ":ipv4", h->ipv4);
	bind_text(&q, ":ipv6", h->ipv6);
	bind_int(&q, ":id", h->id);
	query_run(&q);
}

void
host_save(struct world *w, struct host *h)
{
	if (h->id == 0)
		insert(w, h);
	else
		update(w, h);
}

void
host_drop(struct world *w, int64_t id)
{
	struct query q = SQL(w->store, "DELETE FROM host WHERE id = :id");

	bind_int(&q, ":id", id);
	query_run(&q);
}

/* A term keeps its nameservers as a JSON array, in which no name has anything to
 * escape. */
static const char *
quoted(struct arena *a, const char *name)
{
	return arena_printf(a, "\"%s\"", name);
}

bool
host_in_use(struct world *w, const char *name)
{
	struct arena *a = arena_new();
	struct query q = SQL(w->store, "SELECT 1 FROM term WHERE state <> 'deleted'"
				       " AND instr(nameservers, :name) > 0 LIMIT 1");

	bind_text(&q, ":name", quoted(a, name));
	bool used = query_row(&q);
	query_end(&q);
	arena_free(a);
	return used;
}

static size_t
user_count(struct world *w, const char *quoted_name)
{
	struct query q = SQL(w->store, "SELECT count(*) FROM term WHERE state <> 'deleted'"
				       " AND instr(nameservers, :name) > 0");

	bind_text(&q, ":name", quoted_name);
	size_t n = query_row(&q) ? (size_t)row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

size_t
host_users(struct world *w, struct arena *a, const char *name, int64_t **terms)
{
	const char *sought = quoted(a, name);
	size_t room = user_count(w, sought), n = 0;
	struct query q = SQL(w->store,
	    "SELECT id FROM term WHERE state <> 'deleted'"
	    " AND instr(nameservers, :name) > 0 ORDER BY id LIMIT :room");

	*terms = NEW_ARRAY(a, int64_t, room + 1);
	bind_text(&q, ":name", sought);
	bind_int(&q, ":room", (int64_t)room);
	while (query_row(&q))
		(*terms)[n++] = row_int(&q, 0);
	return n;
}

bool
host_is_below(const char *host, const char *name)
{
	size_t n = strlen(host), tail = strlen(name);

	return n > tail + 1 && host[n - tail - 1] == '.' && strcmp(host + n - tail, name) == 0;
}
