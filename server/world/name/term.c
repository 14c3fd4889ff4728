#include "world/name/term.h"

#include "base/arena.h"
#include "base/buf.h"
#include "store/store.h"

/* The columns of every select below, in one order. */
static void
read_row(struct query *q, struct arena *a, struct term *t)
{
	*t = (struct term){
		.id = row_int(q, 0),
		.name = row_text(q, 1, a),
		.reseller = row_int(q, 2),
		.registrar = row_text(q, 3, a),
		.state = row_text(q, 4, a),
		.created = row_int(q, 5),
		.updated = row_int(q, 6),
		.expires = row_int(q, 7),
		.registry_expires = row_int(q, 8),
		.auto_renew = row_int(q, 9) != 0,
		.let_expire = row_int(q, 10) != 0,
		.locked = row_int(q, 11) != 0,
		.hold = row_int(q, 12) != 0,
		.contacts = row_text(q, 13, a),
		.nameservers = row_text(q, 14, a),
		.reg_username = row_text(q, 15, a),
		.reg_password = row_text(q, 16, a),
		.profile = row_int(q, 17),
	};
}

static bool
read_only_row(struct query *q, struct arena *a, struct term *t)
{
	if (!query_row(q))
		return false;
	read_row(q, a, t);
	query_end(q);
	return true;
}

bool
term_find(struct world *w, struct arena *a, const char *name, struct term *t)
{
	struct query q = SQL(w->store,
	    "SELECT id, name, reseller, registrar, state, created, updated, expires,"
	    " registry_expires, auto_renew, let_expire, locked, hold, contacts, nameservers,"
	    " reg_username, reg_password, profile FROM term WHERE name = :name AND state <> 'deleted'");

	bind_text(&q, ":name", name);
	return read_only_row(&q, a, t);
}

bool
term_load(struct world *w, struct arena *a, int64_t id, struct term *t)
{
	struct query q = SQL(w->store,
	    "SELECT id, name, reseller, registrar, state, created, updated, expires,"
	    " registry_expires, auto_renew, let_expire, locked, hold, contacts, nameservers,"
	    " reg_username, reg_password, profile FROM term WHERE id = :id");

	bind_int(&q, ":id", id);
	return read_only_row(&q, a, t);
}

size_t
term_list(struct world *w, struct arena *a, int64_t reseller, int64_t since, size_t limit,
    struct term *rows)
{
	struct query q = SQL(w->store,
	    "SELECT id, name, reseller, registrar, state, created, updated, expires,"
	    " registry_expires, auto_renew, let_expire, locked, hold, contacts, nameservers,"
	    " reg_username, reg_password, profile FROM term WHERE id > :since AND state <> 'deleted'"
	    " AND (:reseller = 0 OR reseller = :reseller) ORDER BY id LIMIT :limit");
	size_t n = 0;

	bind_int(&q, ":since", since);
	bind_int(&q, ":reseller", reseller);
	bind_int(&q, ":limit", (int64_t)limit);
	while (query_row(&q))
		read_row(&q, a, &rows[n++]);
	return n;
}

static int64_t
founder_of(const struct term *t)
{
	return t->profile != 0 ? t->profile : t->id;
}

int64_t
term_profile_size(struct world *w, const struct term *t)
{
	struct query q = SQL(w->store,
	    "SELECT count(*) FROM term WHERE (id = :founder OR profile = :founder)"
	    " AND reseller = :reseller AND state <> 'deleted'");

	bind_int(&q, ":founder", founder_of(t));
	bind_int(&q, ":reseller", t->reseller);
	int64_t n = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

size_t
term_profile(struct world *w, struct arena *a, const struct term *t, struct term **rows)
{
	size_t room = (size_t)term_profile_size(w, t), n = 0;
	struct query q = SQL(w->store,
	    "SELECT id, name, reseller, registrar, state, created, updated, expires,"
	    " registry_expires, auto_renew, let_expire, locked, hold, contacts, nameservers,"
	    " reg_username, reg_password, profile FROM term"
	    " WHERE (id = :founder OR profile = :founder) AND reseller = :reseller"
	    " AND state <> 'deleted' ORDER BY id LIMIT :room");

	*rows = NEW_ARRAY(a, struct term, room + 1);
	bind_int(&q, ":founder", founder_of(t));
	bind_int(&q, ":reseller", t->reseller);
	bind_int(&q, ":room", (int64_t)room);
	while (query_row(&q))
		read_row(&q, a, &(*rows)[n++]);
	return n;
}

static size_t
count_expiring(struct world *w, const struct expiring *e)
{
	struct query q = SQL(w->store,
	    "SELECT count(*) FROM term WHERE reseller = :reseller AND state <> 'deleted'"
	    " AND expires >= :from AND expires < :to");

	bind_int(&q, ":reseller", e->reseller);
	bind_int(&q, ":from", e->from);
	bind_int(&q, ":to", e->to);
	size_t n = query_row(&q) ? (size_t)row_int(&q, 0) : 0;
	query_end(&q);
	return n;
}

static size_t
left_of(const struct expiring *e)
{
	size_t left = e->total > e->skip ? e->total - e->skip : 0;

	return left < e->limit ? left : e->limit;
}

size_t
term_expiring(struct world *w, struct arena *a, struct expiring *e, struct term **rows)
{
	size_t n = 0;

	e->total = count_expiring(w, e);
	size_t room = left_of(e);
	*rows = NEW_ARRAY(a, struct term, room + 1);
	struct query q = SQL(w->store,
	    "SELECT id, name, reseller, registrar, state, created, updated, expires,"
	    " registry_expires, auto_renew, let_expire, locked, hold, contacts, nameservers,"
	    " reg_username, reg_password, profile FROM term WHERE reseller = :reseller"
	    " AND state <> 'deleted' AND expires >= :from AND expires < :to"
	    " ORDER BY expires, name LIMIT :limit OFFSET :skip");
	bind_int(&q, ":reseller", e->reseller);
	bind_int(&q, ":from", e->from);
	bind_int(&q, ":to", e->to);
	bind_int(&q, ":limit", (int64_t)room);
	bind_int(&q, ":skip", (int64_t)e->skip);
	while (query_row(&q))
		read_row(&q, a, &(*rows)[n++]);
	return n;
}

const char *
term_held_names(struct world *w, struct arena *a, int64_t reseller, size_t *count)
{
	struct query q = SQL(w->store,
	    "SELECT name FROM term WHERE reseller = :reseller AND hold AND state <> 'deleted'"
	    " ORDER BY id");
	struct buf names;

	buf_open(&names, 0);
	bind_int(&q, ":reseller", reseller);
	for (*count = 0; query_row(&q); (*count)++) {
		buf_text(&names, row_text(&q, 0, a));
		buf_char(&names, '\n');
	}
	const char *text = arena_strdup(a, names.data);
	buf_close(&names);
	return text;
}

/* All but the name, which a term keeps for its life. */
static void
bind_term(struct query *q, const struct term *t)
{
	bind_int(q, ":reseller", t->reseller);
	bind_text(q, ":registrar", t->registrar);
	bind_text(q, ":state", t->state);
	bind_int(q, ":created", t->created);
	bind_int(q, ":updated", t->updated);
	bind_int(q, ":expires", t->expires);
	bind_int(q, ":registry_expires", t->registry_expires);
	bind_int(q, ":auto_renew", t->auto_renew);
	bind_int(q, ":let_expire", t->let_expire);
	bind_int(q, ":locked", t->locked);
	bind_int(q, ":hold", t->hold);
	bind_text(q, ":contacts", t->contacts);
	bind_text(q, ":nameservers", t->nameservers);
	bind_text(q, ":reg_username", t->reg_username);
	bind_text(q, ":reg_password", t->reg_password);
	bind_int(q, ":profile", t->profile);
}

static int64_t
insert(struct world *w, const struct term *t)
{
	struct query q = SQL(w->store,
	    "INSERT INTO term (name, reseller, registrar, state, created, updated, expires,"
	    " registry_expires, auto_renew, let_expire, locked, hold, contacts, nameservers,"
	    " reg_username, reg_password, profile) VALUES (:name, nullif(:reseller, 0),"
	    " :registrar, :state, :created, :updated, :expires, :registry_expires,"
	    " :auto_renew, :let_expire, :locked, :hold, :contacts, :nameservers,"
	    " :reg_username, :reg_password, nullif(:profile, 0))");

	bind_text(&q, ":name", t->name);
	bind_term(&q, t);
	return query_run(&q);
}

static void
update(struct world *w, const struct term *t)
{
	struct query q = SQL(w->store,
	    "UPDATE term SET reseller = nullif(:reseller, 0), registrar = :registrar,"
	    " state = :state, created = :created, updated = :updated, expires = :expires,"
	    " registry_expires = :registry_expires, auto_renew = :auto_renew,"
	    " let_expire = :let_expire, locked = :locked, hold = :hold, contacts = :contacts,"
	    " nameservers = :nameservers, reg_username = :reg_username,"
	    " reg_password = :reg_password, profile = nullif(:profile, 0) WHERE id = :id");

	bind_term(&q, t);
	bind_int(&q, ":id", t->id);
	query_run(&q);
}

void
term_save(struct world *w, struct term *t)
{
	t->updated = w->now;
	if (t->id == 0)
		t->id = insert(w, t);
	else
		update(w, t);
}

void
term_hold(struct world *w, int64_t id, bool hold)
{
	struct query q = SQL(
	    w->store, "UPDATE term SET hold = :hold, updated = :now WHERE id = :id");

	bind_int(&q, ":hold", hold);
	bind_int(&q, ":now", w->now);
	bind_int(&q, ":id", id);
	query_run(&q);
}
