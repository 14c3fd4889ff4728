#include "world/journal/answered.h"

#include "store/store.h"

const char *
answered_find(struct world *w, struct arena *a, const char *key)
{
	struct query q = SQL(w->store, "SELECT reply FROM answered WHERE key = :key");

	bind_text(&q, ":key", key);
	const char *reply = query_row(&q) ? row_text(&q, 0, a) : NULL;
	query_end(&q);
	return reply;
}

void
answered_keep(struct world *w, const char *key, const char *reply)
{
	struct query q = SQL(w->store, "INSERT INTO answered (key, reply) VALUES (:key, :reply)");

	bind_text(&q, ":key", key);
	bind_text(&q, ":reply", reply);
	query_run(&q);
}
