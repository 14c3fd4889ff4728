#include "world/party/subuser.h"

#include "store/store.h"
#include "world/party/cookie.h"
#include "world/party/way_back.h"

static bool
read_only_row(struct query *q, struct arena *a, struct subuser *s)
{
	if (!query_row(q))
		return false;
	*s = (struct subuser){
		.id = row_int(q, 0),
		.profile = row_int(q, 1),
		.username = row_text(q, 2, a),
		.password = row_text(q, 3, a),
		.permission = row_int(q, 4),
	};
	query_end(q);
	return true;
}

bool
subuser_of(struct world *w, struct arena *a, int64_t profile, struct subuser *s)
{
	struct query q = SQL(w->store,
	    "SELECT id, profile, username, password, permission FROM subuser"
	    " WHERE profile = :profile");

	bind_int(&q, ":profile", profile);
	return read_only_row(&q, a, s);
}

bool
subuser_load(struct world *w, struct arena *a, int64_t id, struct subuser *s)
{
	struct query q = SQL(w->store,
	    "SELECT id, profile, username, password, permission FROM subuser WHERE id = :id");

	bind_int(&q, ":id", id);
	return read_only_row(&q, a, s);
}

static void
bind_subuser(struct query *q, const struct subuser *s)
{
	bind_int(q, ":profile", s->profile);
	bind_text(q, ":username", s->username);
	bind_text(q, ":password", s->password);
	bind_int(q, ":permission", s->permission);
}

static int64_t
insert(struct world *w, const struct subuser *s)
{
	struct query q = SQL(w->store,
	    "INSERT INTO subuser (profile, username, password, permission)"
	    " VALUES (:profile, :username, :password, :permission)");

	bind_subuser(&q, s);
	return query_run(&q);
}

static void
update(struct world *w, const struct subuser *s)
{
	struct query q = SQL(w->store,
	    "UPDATE subuser SET profile = :profile, username = :username, password = :password,"
	    " permission = :permission WHERE id = :id");

	bind_subuser(&q, s);
	bind_int(&q, ":id", s->id);
	query_run(&q);
}

void
subuser_save(struct world *w, struct subuser *s)
{
	if (s->id == 0)
		s->id = insert(w, s);
	else
		update(w, s);
}

void
subuser_drop(struct world *w, int64_t id)
{
	cookie_drop_of(w, id);
	way_back_drop_of(w, id);
	struct query q = SQL(w->store, "DELETE FROM subuser WHERE id = :id");
	bind_int(&q, ":id", id);
	query_run(&q);
}
