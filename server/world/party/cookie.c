#include "world/party/cookie.h"

#include <errno.h>

#include "base/arena.h"
#include "store/store.h"
#include "world/policy/policy.h"
#include "world/reference.h"

#define DIGITS "0123456789"

/* A reference has two halves of sixteen hex digits. */
static const char *
text_of(struct world *w, struct arena *a, int64_t id)
{
	const char *hex = reference_text(w, a, "cookie", id);
	uint64_t proof = strtoull(arena_strndup(a, hex, 16), NULL, 16);

	return arena_printf(
	    a, "%" PRIu64 ":%" PRIu64, proof, (uint64_t)strtoull(hex + 16, NULL, 16));
}

/* One of the numbers, from START to END, as the half that it was. */
static const char *
half(struct arena *a, const char *start, const char *end)
{
	errno = 0;
	uint64_t n = strtoull(arena_strndup(a, start, (size_t)(end - start)), NULL, 10);

	return errno == 0 ? arena_printf(a, "%016" PRIx64, n) : "";
}

static bool
id_of(struct world *w, struct arena *a, const char *text, int64_t *id)
{
	const char *colon = strchr(text, ':');

	if (colon == NULL || text[strspn(text, DIGITS ":")] != '\0')
		return false;
	const char *hex = arena_printf(
	    a, "%s%s", half(a, text, colon), half(a, colon + 1, colon + strlen(colon)));
	return reference_id(w, a, "cookie", hex, id);
}

/* Nobody waits for a cookie to end, so it needs no event: the old ones go when
 * the next one comes. */
static void
forget_old(struct world *w)
{
	struct query q = SQL(w->store, "DELETE FROM cookie WHERE expires <= :now");

	bind_int(&q, ":now", w->now);
	query_run(&q);
}

const char *
cookie_set(struct world *w, struct arena *a, int64_t reseller, int64_t term, int64_t subuser)
{
	forget_old(w);
	struct query q = SQL(w->store,
	    "INSERT INTO cookie (reseller, term, subuser, used, expires)"
	    " VALUES (:reseller, :term, nullif(:subuser, 0), :now, :expires)");
	bind_int(&q, ":reseller", reseller);
	bind_int(&q, ":term", term);
	bind_int(&q, ":subuser", subuser);
	bind_int(&q, ":now", w->now);
	bind_int(&q, ":expires", w->now + policy_seconds(w, &policy_cookie_lifetime));
	return text_of(w, a, query_run(&q));
}

static void
live_on(struct world *w, int64_t id)
{
	struct query q = SQL(
	    w->store, "UPDATE cookie SET used = :now, expires = :expires WHERE id = :id");

	bind_int(&q, ":now", w->now);
	bind_int(&q, ":expires", w->now + policy_seconds(w, &policy_cookie_lifetime));
	bind_int(&q, ":id", id);
	query_run(&q);
}

static bool
load(struct world *w, int64_t id, struct cookie *c)
{
	struct query q = SQL(w->store,
	    "SELECT id, reseller, term, coalesce(subuser, 0), used FROM cookie"
	    " WHERE id = :id AND expires > :now");

	bind_int(&q, ":id", id);
	bind_int(&q, ":now", w->now);
	if (!query_row(&q))
		return false;
	*c = (struct cookie){ row_int(&q, 0), row_int(&q, 1), row_int(&q, 2), row_int(&q, 3),
		row_int(&q, 4) };
	query_end(&q);
	return true;
}

bool
cookie_show(struct world *w, struct arena *a, int64_t reseller, const char *text, struct cookie *c)
{
	int64_t id;

	if (!id_of(w, a, text, &id) || !load(w, id, c) || c->reseller != reseller)
		return false;
	live_on(w, id);
	return true;
}

void
cookie_move(struct world *w, int64_t id, int64_t term, int64_t subuser)
{
	struct query q = SQL(w->store,
	    "UPDATE cookie SET term = :term, subuser = nullif(:subuser, 0) WHERE id = :id");

	bind_int(&q, ":term", term);
	bind_int(&q, ":subuser", subuser);
	bind_int(&q, ":id", id);
	query_run(&q);
}

void
cookie_drop(struct world *w, int64_t id)
{
	struct query q = SQL(w->store, "DELETE FROM cookie WHERE id = :id");

	bind_int(&q, ":id", id);
	query_run(&q);
}

void
cookie_drop_all(struct world *w, int64_t term)
{
	struct query q = SQL(w->store, "DELETE FROM cookie WHERE term = :term");

	bind_int(&q, ":term", term);
	query_run(&q);
}

void
cookie_drop_of(struct world *w, int64_t subuser)
{
	struct query q = SQL(w->store, "DELETE FROM cookie WHERE subuser = :subuser");

	bind_int(&q, ":subuser", subuser);
	query_run(&q);
}
