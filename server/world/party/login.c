#include "base/arena.h"
#include "store/store.h"
#include "world/party/reseller.h"

#define KEY_DIGITS 112

const char *
login_make_key(struct world *w, struct arena *a, const char *username)
{
	const char *what = arena_printf(a, "key of %s", username);
	const char *long_enough = arena_printf(a, "%s%s%s%s", world_secret(w, a, what, 1),
	    world_secret(w, a, what, 2), world_secret(w, a, what, 3), world_secret(w, a, what, 4));

	return arena_strndup(a, long_enough, KEY_DIGITS);
}

bool
login_find(struct world *w, struct arena *a, const char *username, struct login *l)
{
	struct query q = SQL(
	    w->store, "SELECT username, key, reseller FROM login WHERE username = :username");

	bind_text(&q, ":username", username);
	if (!query_row(&q))
		return false;
	*l = (struct login){
		.username = row_text(&q, 0, a),
		.key = row_text(&q, 1, a),
		.reseller = row_int(&q, 2),
	};
	query_end(&q);
	return true;
}

void
login_save(struct world *w, const struct login *l)
{
	struct query q = SQL(w->store,
	    "INSERT INTO login (username, key, reseller) VALUES (:username, :key, :reseller)"
	    " ON CONFLICT (username) DO UPDATE SET key = :key, reseller = :reseller");

	bind_text(&q, ":username", l->username);
	bind_text(&q, ":key", l->key);
	bind_int(&q, ":reseller", l->reseller);
	query_run(&q);
}

void
login_drop(struct world *w, const char *username)
{
	struct query q = SQL(w->store, "DELETE FROM login WHERE username = :username");

	bind_text(&q, ":username", username);
	query_run(&q);
}

static size_t
login_count(struct world *w)
{
	struct query q = SQL(w->store, "SELECT count(*) FROM login");
	size_t n = query_row(&q) ? (size_t)row_int(&q, 0) : 0;

	query_end(&q);
	return n;
}

size_t
login_list(struct world *w, struct arena *a, struct login **rows)
{
	size_t room = login_count(w), n = 0;

	*rows = NEW_ARRAY(a, struct login, room + 1);
	struct query q = SQL(
	    w->store, "SELECT username, key, reseller FROM login ORDER BY username");
	while (query_row(&q))
		(*rows)[n++] = (struct login){
			.username = row_text(&q, 0, a),
			.key = row_text(&q, 1, a),
			.reseller = row_int(&q, 2),
		};
	return n;
}
