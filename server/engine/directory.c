/* The directory: which worlds there are, and which user is whose. */
#include "base/arena.h"
#include "base/must.h"
#include "engine/internal.h"
#include "world/party/reseller.h"

size_t
user_slot(const char *username)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325); /* FNV-1a */

	for (const char *c = username; *c != '\0'; c++)
		h = (h ^ (unsigned char)*c) * UINT64_C(0x100000001b3);
	return (h ^ h >> 32) % USER_ROOM;
}

/* With the lock, as all that follow up to directory_hold(). */
static struct user *
find_user(struct engine *e, const char *username)
{
	struct user *u = e->users[user_slot(username)];

	while (u != NULL && strcmp(u->username, username) != 0)
		u = u->next;
	return u;
}

static char *
copy(const char *s)
{
	char *c = strdup(s);

	must(c != NULL);
	return c;
}

static void
add_user(struct engine *e, struct actor *a, const struct login *l)
{
	struct user *u = calloc(1, sizeof(*u)), **place = &e->users[user_slot(l->username)];

	must(u != NULL);
	*u = (struct user){ *place, copy(l->username), copy(l->key), l->reseller, a };
	*place = u;
}

static void
drop_users(struct engine *e, const struct actor *a)
{
	for (size_t i = 0; i < USER_ROOM; i++)
		for (struct user **at = &e->users[i]; *at != NULL;) {
			struct user *u = *at;
			if (u->actor != a) {
				at = &u->next;
				continue;
			}
			*at = u->next;
			free(u->username);
			free(u->key);
			free(u);
		}
}

static struct actor *
find_actor(struct engine *e, const char *world)
{
	struct actor *a = e->actors;

	while (a != NULL && strcmp(a->name, world) != 0)
		a = a->next;
	return a;
}

struct actor *
directory_hold(struct engine *e, const char *world)
{
	pthread_mutex_lock(&e->lock);
	struct actor *a = find_actor(e, world);
	if (a != NULL)
		a->refs++;
	pthread_mutex_unlock(&e->lock);
	return a;
}

struct actor *
directory_user(struct engine *e, struct arena *arena, const char *username, const char **key,
    int64_t *reseller)
{
	struct actor *a = NULL;

	pthread_mutex_lock(&e->lock);
	struct user *u = find_user(e, username);
	if (u != NULL) {
		a = u->actor;
		a->refs++;
		*key = arena_strdup(arena, u->key);
		*reseller = u->reseller;
	}
	pthread_mutex_unlock(&e->lock);
	return a;
}

void
directory_release(struct engine *e, struct actor *a)
{
	pthread_mutex_lock(&e->lock);
	bool last = --a->refs == 0;
	pthread_mutex_unlock(&e->lock);
	if (last)
		actor_free(a);
}

static void
insert_sorted(struct engine *e, struct actor *a)
{
	struct actor **at = &e->actors;

	while (*at != NULL && strcmp((*at)->name, a->name) < 0)
		at = &(*at)->next;
	a->next = *at;
	*at = a;
}

enum make
directory_add(struct engine *e, struct actor *a, const struct login *logins, size_t n)
{
	enum make made = MADE;

	pthread_mutex_lock(&e->lock);
	if (find_actor(e, a->name) != NULL)
		made = NAME_TAKEN;
	for (size_t i = 0; i < n && made == MADE; i++)
		if (find_user(e, logins[i].username) != NULL)
			made = USER_TAKEN;
	if (made == MADE) {
		insert_sorted(e, a);
		for (size_t i = 0; i < n; i++)
			add_user(e, a, &logins[i]);
	}
	pthread_mutex_unlock(&e->lock);
	return made;
}

void
directory_remove(struct engine *e, struct actor *a)
{
	pthread_mutex_lock(&e->lock);
	struct actor **at = &e->actors;
	while (*at != a)
		at = &(*at)->next;
	*at = a->next;
	drop_users(e, a);
	pthread_mutex_lock(&a->lock);
	a->gone = true;
	pthread_mutex_unlock(&a->lock);
	pthread_mutex_unlock(&e->lock);
	directory_release(e, a);
}

void
directory_sync(struct engine *e, struct actor *a)
{
	struct arena *arena = arena_new();
	struct login *rows = NULL;
	size_t n = 0;

	a->users_changed = false;
	if (a->world.store != NULL) {
		store_begin(a->world.store);
		n = login_list(&a->world, arena, &rows);
		store_rollback(a->world.store);
	}
	pthread_mutex_lock(&e->lock);
	if (!a->gone) {
		drop_users(e, a);
		for (size_t i = 0; i < n; i++)
			add_user(e, a, &rows[i]);
	}
	pthread_mutex_unlock(&e->lock);
	arena_free(arena);
}

bool
directory_reserve(struct engine *e, struct actor *a, const char *username, const char *key)
{
	struct login l = { username, key, 0 };

	pthread_mutex_lock(&e->lock);
	struct user *u = find_user(e, username);
	bool ours = u == NULL || u->actor == a;
	if (u == NULL)
		add_user(e, a, &l);
	pthread_mutex_unlock(&e->lock);
	if (ours)
		a->users_changed = true; /* the turn is ours; what holds is what commits */
	return ours;
}

bool
engine_reserve_user(struct call *c, const char *username, const char *key)
{
	struct engine *e = c->engine;

	if (c->newborn) /* whoever puts it into the directory looks at all its users */
		return true;
	pthread_mutex_lock(&e->lock);
	struct actor *a = find_actor(e, c->world->name);
	pthread_mutex_unlock(&e->lock);
	return a != NULL && directory_reserve(e, a, username, key);
}

/* Visits with the lock. */
void
directory_each(struct engine *e, void (*visit)(struct engine *e, struct actor *a))
{
	pthread_mutex_lock(&e->lock);
	for (struct actor *a = e->actors; a != NULL; a = a->next)
		visit(e, a);
	pthread_mutex_unlock(&e->lock);
}

static void
fill_card(struct engine *e, struct arena *arena, const struct actor *a, struct world_card *card)
{
	size_t n = 0;

	for (size_t i = 0; i < USER_ROOM; i++)
		for (struct user *u = e->users[i]; u != NULL; u = u->next)
			n += u->actor == a;
	*card = (struct world_card){
		.name = arena_strdup(arena, a->name),
		.now = atomic_load(&a->now),
		.busy = atomic_load(&a->advancing),
		.progress = atomic_load(&a->advancing) ? atomic_load(&a->progress) : 0,
		.users = NEW_ARRAY(arena, struct user_card, n + 1),
	};
	for (size_t i = 0; i < USER_ROOM; i++)
		for (struct user *u = e->users[i]; u != NULL; u = u->next)
			if (u->actor == a)
				card->users[card->user_count++] = (struct user_card){
					arena_strdup(arena, u->username),
					arena_strdup(arena, u->key),
				};
}

static int
by_username(const void *a, const void *b)
{
	return strcmp(
	    ((const struct user_card *)a)->username, ((const struct user_card *)b)->username);
}

size_t
engine_list(struct engine *e, struct arena *arena, struct world_card **cards)
{
	size_t n = 0, at = 0;

	pthread_mutex_lock(&e->lock);
	for (struct actor *a = e->actors; a != NULL; a = a->next)
		n++;
	*cards = NEW_ARRAY(arena, struct world_card, n + 1);
	for (struct actor *a = e->actors; a != NULL; a = a->next) {
		struct world_card *card = &(*cards)[at++];
		fill_card(e, arena, a, card);
		qsort(card->users, card->user_count, sizeof(*card->users), by_username);
	}
	pthread_mutex_unlock(&e->lock);
	return n;
}

bool
engine_card(struct engine *e, struct arena *arena, const char *world, struct world_card *card)
{
	pthread_mutex_lock(&e->lock);
	struct actor *a = find_actor(e, world);
	if (a != NULL) {
		fill_card(e, arena, a, card);
		qsort(card->users, card->user_count, sizeof(*card->users), by_username);
	}
	pthread_mutex_unlock(&e->lock);
	return a != NULL;
}
