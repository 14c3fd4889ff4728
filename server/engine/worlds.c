/* Worlds as things: create, delete, reset, snapshot, restore, fork. */
#include "base/arena.h"
#include "base/must.h"
#include "engine/birth.h"
#include "engine/internal.h"
#include "world/notice/mail.h"
#include "world/party/reseller.h"

/* The actor's mirrors and wires, once its world is open. */
static void
attach(struct engine *e, struct actor *a)
{
	a->world.progress = &a->progress;
	a->changes = store_changes(a->world.store);
	atomic_store(&a->now, a->world.now);
	if (e->outbox != NULL)
		outbox_skip(a);
}

static size_t
logins_of(struct world *w, struct arena *a, struct login **rows)
{
	store_begin(w->store);
	size_t n = login_list(w, a, rows);
	store_rollback(w->store);
	return n;
}

/* Puts what was built in memory where this engine keeps its worlds. */
static bool
settle_down(struct engine *e, struct world *w)
{
	if (e->config.data == NULL)
		return true;
	struct store_image image = store_image(w->store);
	struct world built = *w;
	struct store *s = shelf_open_world(e->shelf, w->name, &image);

	store_image_free(&image);
	world_close(&built);
	return world_open(w, w->name, s, e->config.rules, e->public_url, &(struct beginning){ 0 });
}

/* Takes the actor, whose world is open in memory. */
static enum make
move_in(struct engine *e, struct arena *arena, struct actor *a, struct world_card *card)
{
	struct login *logins;
	size_t n = logins_of(&a->world, arena, &logins);
	enum make made = directory_add(e, a, logins, n);

	if (made != MADE) {
		actor_free(a);
		return made;
	}
	/* Whoever finds it in the directory already waits for its turn. */
	if (!settle_down(e, &a->world)) {
		directory_remove(e, a);
		return FAILED;
	}
	attach(e, a);
	actor_leave(e, a);
	if (card != NULL)
		engine_card(e, arena, a->name, card);
	return MADE;
}

static const char *
fresh_name(struct engine *e, struct arena *a)
{
	struct world_card card;
	const char *name;

	do {
		pthread_mutex_lock(&e->lock);
		int64_t n = ++e->made;
		pthread_mutex_unlock(&e->lock);
		name = arena_printf(a, "world-%" PRId64, n);
	} while (engine_card(e, a, name, &card));
	return name;
}

enum make
engine_create(
    struct engine *e, struct arena *arena, const struct world_wish *wanted, struct world_card *card)
{
	struct world_wish wish = *wanted;

	if (wish.name == NULL)
		wish.name = fresh_name(e, arena);
	if (wish.user == NULL)
		wish.user = wish.name;
	if (wish.clock.rate == 0)
		wish.clock.rate = 1;
	if (!shelf_name_is_fit(wish.name))
		return UNFIT_NAME;
	struct actor *a = actor_new(e, wish.name);
	a->busy = true; /* its first turn is ours */
	enum make made = birth_open(e, arena, &a->world, a->name, &wish);
	if (made != MADE) {
		actor_free(a);
		return made;
	}
	return move_in(e, arena, a, card);
}

bool
engine_reopen(struct engine *e, const char *name)
{
	struct arena *arena = arena_new();
	struct actor *a = actor_new(e, name);
	struct store *s = shelf_open_world(e->shelf, name, NULL);
	struct login *logins;

	a->busy = true;
	bool good = world_open(
	    &a->world, a->name, s, e->config.rules, e->public_url, &(struct beginning){ 0 });
	if (good) {
		size_t n = logins_of(&a->world, arena, &logins);
		attach(e, a);
		good = directory_add(e, a, logins, n) == MADE;
	}
	if (good)
		actor_leave(e, a);
	else
		actor_free(a);
	arena_free(arena);
	return good;
}

static struct actor *
actor_of(struct call *c)
{
	return (struct actor *)(void *)((char *)c->world - offsetof(struct actor, world));
}

enum make
engine_delete(struct call *c)
{
	struct engine *e = c->engine;
	struct actor *a = actor_of(c);

	directory_remove(e, a);
	world_close(&a->world);
	shelf_forget_world(e->shelf, a->name);
	return MADE;
}

/* Logins are of the living world: those whose reseller exists in what comes. */
static void
take_over_logins(struct world *from, struct world *to, struct arena *a)
{
	struct login *living, *old;
	struct reseller r;
	size_t n = logins_of(from, a, &living);

	store_begin(to->store);
	world_reload(to);
	size_t m = login_list(to, a, &old);
	for (size_t i = 0; i < m; i++)
		login_drop(to, old[i].username);
	for (size_t i = 0; i < n; i++)
		if (reseller_load(to, a, living[i].reseller, &r))
			login_save(to, &living[i]);
	world_set_epoch(to, from->epoch + 1);
	store_commit(to->store);
}

/* TO, in memory, becomes the call's world in one step. */
static enum make
replace(struct call *c, struct world *to)
{
	struct actor *a = actor_of(c);

	take_over_logins(c->world, to, c->arena);
	struct store_image image = store_image(to->store);
	bool done = store_restore(c->world->store, &image);
	store_image_free(&image);
	world_close(to);
	store_begin(c->world->store);
	world_reload(c->world);
	store_rollback(c->world->store);
	a->users_changed = true;
	a->changes = -1; /* those who wait must look: it is another world now */
	return done ? MADE : FAILED;
}

enum make
engine_reset(struct call *c)
{
	struct world fresh;
	enum make made = birth_open_again(c->engine, c->arena, &fresh, c->world);

	return made != MADE ? made : replace(c, &fresh);
}

enum make
engine_snapshot(struct call *c, const char *name)
{
	if (!shelf_name_is_fit(name))
		return UNFIT_NAME;
	struct store_image image = store_image(c->world->store);
	if (image.bytes == NULL)
		return FAILED;
	return shelf_keep(c->engine->shelf, c->world->name, name, image) ? MADE : FAILED;
}

enum make
engine_restore(struct call *c, const char *name)
{
	struct engine *e = c->engine;
	struct world old;

	if (!shelf_name_is_fit(name))
		return UNFIT_NAME;
	struct store_image image = shelf_fetch(e->shelf, c->world->name, name);
	if (image.bytes == NULL)
		return UNKNOWN_SNAPSHOT;
	struct store *s = store_open_memory(image.bytes, image.size);
	store_image_free(&image);
	if (!world_open(
		&old, c->world->name, s, e->config.rules, e->public_url, &(struct beginning){ 0 }))
		return FAILED;
	return replace(c, &old);
}

/* A copy has users of its own, and its mails lead to itself. */
static void
set_apart(struct world *w, struct arena *a, const char *from)
{
	struct login *rows;

	store_begin(w->store);
	world_reload(w);
	size_t n = login_list(w, a, &rows);
	for (size_t i = 0; i < n; i++)
		login_drop(w, rows[i].username);
	for (size_t i = 0; i < n; i++) {
		rows[i].username = arena_printf(a, "%s.%s", rows[i].username, w->name);
		login_save(w, &rows[i]);
	}
	mail_relink(w, a, from);
	store_commit(w->store);
}

enum make
engine_fork(struct call *c, const char *name, struct world_card *card)
{
	struct engine *e = c->engine;

	if (name == NULL)
		name = fresh_name(e, c->arena);
	if (!shelf_name_is_fit(name))
		return UNFIT_NAME;
	struct store_image image = store_image(c->world->store);
	if (image.bytes == NULL)
		return FAILED;
	struct actor *a = actor_new(e, name);
	struct store *s = store_open_memory(image.bytes, image.size);
	a->busy = true;
	store_image_free(&image);
	if (!world_open(
		&a->world, a->name, s, e->config.rules, e->public_url, &(struct beginning){ 0 })) {
		actor_free(a);
		return FAILED;
	}
	set_apart(&a->world, c->arena, c->world->name);
	return move_in(e, c->arena, a, card);
}
