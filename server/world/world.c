#include "world/world.h"

#include "base/arena.h"
#include "base/digest.h"
#include "base/must.h"
#include "store/store.h"
#include "world/notice/mail.h"
#include "world/policy/policy.h"
#include "world/time/agenda.h"

void
world_reload(struct world *w)
{
	struct query q = SQL(w->store,
	    "SELECT now, seed, epoch, mode = 'frozen', EXISTS (SELECT 1 FROM policy),"
	    " EXISTS (SELECT 1 FROM fault), EXISTS (SELECT 1 FROM address_rule) FROM world");

	if (query_row(&q)) {
		w->now = row_int(&q, 0);
		w->seed = row_int(&q, 1);
		w->epoch = row_int(&q, 2);
		w->frozen = row_int(&q, 3) != 0;
		w->overrides = row_int(&q, 4) != 0;
		w->faults = row_int(&q, 5) != 0;
		w->fenced = row_int(&q, 6) != 0;
	}
	query_end(&q);
	w->firing = NULL;
}

void
world_set_now(struct world *w, instant now)
{
	struct query q = SQL(w->store, "UPDATE world SET now = :now");

	bind_int(&q, ":now", now);
	query_run(&q);
	w->now = now;
}

static void
begin(struct world *w, const struct beginning *b)
{
	struct query q = SQL(w->store,
	    "INSERT INTO world (now, mode, rate, anchor_ms, anchor_now, seed, rules, epoch,"
	    " birth) SELECT :start, 'frozen', 1, 0, 0, :seed, :rules, 0, :birth"
	    " WHERE NOT EXISTS (SELECT * FROM world)");

	bind_int(&q, ":start", b->start);
	bind_int(&q, ":seed", b->seed);
	bind_text(&q, ":rules", w->rules->hash);
	bind_text(&q, ":birth", b->birth == NULL ? "{}" : b->birth);
	query_run(&q);
}

/* Better no world today than an abort when the event falls due in ten years. */
static bool
knows_every_kind(struct world *w)
{
	struct query q = SQL(w->store, "SELECT DISTINCT kind FROM agenda ORDER BY kind");
	struct arena *a = arena_new();
	bool known = true;

	while (query_row(&q)) {
		const char *name = row_text(&q, 0, a);
		if (kind_named(name) == NULL) {
			fprintf(stderr, "world %s: unknown event '%s'\n", w->name, name);
			known = false;
		}
	}
	arena_free(a);
	return known;
}

/* Nor with a rule of its own that this book does not have. */
static bool
knows_every_policy(struct world *w)
{
	struct arena *a = arena_new();
	struct override *rows = NULL;
	size_t n = w->overrides ? policy_overrides(w, a, &rows) : 0;
	bool known = true;

	for (size_t i = 0; i < n; i++) {
		const char *problem = policy_check(w->rules, a, rows[i].key, rows[i].value);
		if (problem != NULL) {
			fprintf(stderr, "world %s: %s\n", w->name, problem);
			known = false;
		}
	}
	arena_free(a);
	return known;
}

bool
world_open(struct world *w, const char *name, struct store *s, const struct rulebook *rules,
    const char *base_url, const struct beginning *beginning)
{
	*w = (struct world){ .name = name, .store = s, .rules = rules, .base_url = base_url };
	if (s == NULL)
		return false;
	store_begin(s);
	begin(w, beginning);
	world_reload(w);
	mail_learn_templates(w);
	bool known = knows_every_kind(w) && knows_every_policy(w);
	if (store_commit(s) && known)
		return true;
	world_close(w);
	return false;
}

void
world_close(struct world *w)
{
	store_close(w->store);
	w->store = NULL;
}

const char *
world_secret(struct world *w, struct arena *a, const char *what, int64_t id)
{
	char hex[65];
	const char *text = arena_printf(a, "%" PRId64 " %s %" PRId64, w->seed, what, id);

	digest_sha256_hex(text, strlen(text), hex);
	return arena_strndup(a, hex, 32);
}

void
world_set_epoch(struct world *w, int64_t epoch)
{
	struct query q = SQL(w->store, "UPDATE world SET epoch = :epoch");

	bind_int(&q, ":epoch", epoch);
	query_run(&q);
	w->epoch = epoch;
}

const char *
world_birth(struct world *w, struct arena *a)
{
	struct query q = SQL(w->store, "SELECT birth FROM world");
	const char *birth = query_row(&q) ? row_text(&q, 0, a) : "{}";

	query_end(&q);
	return birth;
}
