/*
 * Birth: how a world comes to be, from the wish of whoever creates it, and what
 * it remembers of that wish so that it can be reset.
 */
#include <jansson.h>

#include "base/arena.h"
#include "base/must.h"
#include "engine/birth.h"
#include "world/party/reseller.h"
#include "world/policy/policy.h"

static json_t *
policies_of(const struct world_wish *wish)
{
	json_t *map = json_object();

	for (size_t i = 0; i < wish->policy_count; i++)
		json_object_set_new(
		    map, wish->policies[i].key, json_string(wish->policies[i].value));
	return map;
}

/* What a reset needs; the key is not among it, as the living one stays. */
static const char *
remember(struct arena *a, const struct world_wish *wish)
{
	json_t *j = json_pack("{s:I, s:I, s:s, s:I, s:s, s:s*, s:o}", "start",
	    (json_int_t)wish->start, "seed", (json_int_t)wish->seed, "mode",
	    clock_mode_name(wish->clock.mode), "rate", (json_int_t)wish->clock.rate, "user",
	    wish->user, "fixture", wish->fixture, "policies", policies_of(wish));

	must(j != NULL);
	char *text = json_dumps(j, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(j);
	must(text != NULL);
	const char *copy = arena_strdup(a, text);
	free(text);
	return copy;
}

static void
add_first_reseller(struct world *w, struct arena *a, const struct world_wish *wish, int64_t balance)
{
	struct reseller r;
	struct login l = { wish->user, wish->key, 0 };

	reseller_create(w, a, wish->user, balance, &r);
	l.reseller = r.id;
	if (l.key == NULL)
		l.key = login_make_key(w, a, wish->user);
	login_save(w, &l);
}

static enum make
furnish(struct engine *e, struct arena *a, struct world *w, const struct world_wish *wish)
{
	for (size_t i = 0; i < wish->policy_count; i++)
		policy_override(w, wish->policies[i].key, wish->policies[i].value);
	add_first_reseller(w, a, wish, e->config.balance);
	if (wish->fixture != NULL)
		return fixture_furnish(e, a, w, wish->fixture, wish->user);
	return MADE;
}

enum make
birth_open(struct engine *e, struct arena *a, struct world *w, const char *name,
    const struct world_wish *wish)
{
	const struct store_image *template = shelf_template(e->shelf, e->config.rules);
	struct beginning b = { wish->start, wish->seed, remember(a, wish) };

	if (template == NULL)
		return FAILED;
	struct store *s = store_open_memory(template->bytes, template->size);
	if (!world_open(w, name, s, e->config.rules, e->public_url, &b))
		return FAILED;
	store_begin(w->store);
	world_reload(w);
	enum make made = furnish(e, a, w, wish);
	enum move moved = wish->clock.mode == CLOCK_FROZEN ? MOVED
							   : world_set_clock(w, wish->clock);
	must(moved == MOVED || moved == NOT_IN_THE_FUTURE);
	if (!store_commit(w->store))
		made = FAILED;
	if (made != MADE)
		world_close(w);
	return made;
}

static struct world_wish
wish_of(struct arena *a, const json_t *j)
{
	struct world_wish wish = { 0 };
	const char *key, *mode = json_string_value(json_object_get(j, "mode"));
	json_t *map = json_object_get(j, "policies"), *value;

	wish.start = json_integer_value(json_object_get(j, "start"));
	wish.seed = json_integer_value(json_object_get(j, "seed"));
	wish.user = json_string_value(json_object_get(j, "user"));
	wish.fixture = json_string_value(json_object_get(j, "fixture"));
	wish.clock.rate = json_integer_value(json_object_get(j, "rate"));
	must(mode != NULL && clock_mode_named(mode, &wish.clock.mode) && wish.user != NULL);
	wish.policies = NEW_ARRAY(a, struct override_wish, json_object_size(map) + 1);
	json_object_foreach(map, key, value) wish.policies[wish.policy_count++] =
	    (struct override_wish){ key, json_string_value(value) };
	return wish;
}

static const char *
read_birth(struct world *w, struct arena *a)
{
	const char *text;

	store_begin(w->store);
	text = world_birth(w, a);
	store_rollback(w->store);
	return text;
}

enum make
birth_open_again(struct engine *e, struct arena *a, struct world *w, const struct world *living)
{
	struct world old = *living;
	json_t *j = json_loads(read_birth(&old, a), 0, NULL);

	must(j != NULL);
	struct world_wish wish = wish_of(a, j);
	enum make made = birth_open(e, a, w, living->name, &wish);
	json_decref(j);
	return made;
}
