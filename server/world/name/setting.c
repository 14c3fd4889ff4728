#include "world/name/setting.h"

#include "store/store.h"

const char *
setting_of(struct world *w, struct arena *a, int64_t term, const char *name)
{
	struct query q = SQL(
	    w->store, "SELECT value FROM setting WHERE term = :term AND name = :name");

	bind_int(&q, ":term", term);
	bind_text(&q, ":name", name);
	const char *value = query_row(&q) ? row_text(&q, 0, a) : "";
	query_end(&q);
	return value;
}

static void
drop(struct world *w, int64_t term, const char *name)
{
	struct query q = SQL(w->store, "DELETE FROM setting WHERE term = :term AND name = :name");

	bind_int(&q, ":term", term);
	bind_text(&q, ":name", name);
	query_run(&q);
}

void
setting_put(struct world *w, int64_t term, const char *name, const char *value)
{
	if (*value == '\0') {
		drop(w, term, name);
		return;
	}
	struct query q = SQL(w->store,
	    "INSERT INTO setting (term, name, value) VALUES (:term, :name, :value)"
	    " ON CONFLICT (term, name) DO UPDATE SET value = excluded.value");

	bind_int(&q, ":term", term);
	bind_text(&q, ":name", name);
	bind_text(&q, ":value", value);
	query_run(&q);
}

size_t
setting_list(struct world *w, struct arena *a, int64_t term, struct setting *rows)
{
	struct query q = SQL(w->store, "SELECT name, value FROM setting WHERE term = :term"
				       " ORDER BY name LIMIT :most");
	size_t n = 0;

	bind_int(&q, ":term", term);
	bind_int(&q, ":most", MOST_SETTINGS);
	for (; query_row(&q); n++)
		rows[n] = (struct setting){ row_text(&q, 0, a), row_text(&q, 1, a) };
	return n;
}

/* Most orders bring none, and then nothing is asked of the store.  A trade's are of a
 * name that may have its own already. */
void
setting_begin(struct world *w, int64_t term, const char *details)
{
	if (strstr(details, "\"" SETTING_DETAIL) == NULL)
		return;
	struct query q = SQL(w->store,
	    "INSERT INTO setting (term, name, value)"
	    " SELECT :term, substr(key, length(:prefix) + 1), value FROM json_each(:details)"
	    " WHERE substr(key, 1, length(:prefix)) = :prefix ORDER BY key"
	    " ON CONFLICT (term, name) DO UPDATE SET value = excluded.value");

	bind_int(&q, ":term", term);
	bind_text(&q, ":prefix", SETTING_DETAIL);
	bind_text(&q, ":details", details);
	query_run(&q);
}
