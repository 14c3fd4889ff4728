/*
 * World: one sandbox - a name, a store, an instant - and nothing global.
 *
 * Its fields only mirror rows (and what is shared and immutable), so a world
 * may be closed and opened between any two turns without anybody noticing.
 * Whoever uses a world is alone with it: the engine sees to that.
 */
#ifndef WORLD_WORLD_H
#define WORLD_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "clock/instant.h"

struct arena;
struct due;
struct rulebook;
struct store;

#define MAX_STRIKES 8
struct strike { /* a fault that has struck in this turn */
	int64_t fault;
	const char *kind; /* static */
	int64_t times;
};

struct world {
	const char *name; /* outlives the world */
	struct store *store;
	const struct rulebook *rules; /* shared; outlives the world */
	const char *base_url; /* what links in mails begin with; outlives the world */
	instant now; /* mirror of the world row; see world_reload() */
	int64_t seed; /* mirror */
	int64_t epoch; /* mirror */
	bool frozen; /* mirror: the clock moves only when told */
	bool faults; /* mirror: something was asked to go wrong */
	bool fenced; /* mirror: some reseller is not served from everywhere */
	bool overrides; /* mirror: it has policies of its own */
	const struct due *firing; /* NULL between events */
	struct strike strikes[MAX_STRIKES]; /* by the first of each; see fault_diagnosis() */
	size_t strike_count; /* MAX_STRIKES + 1: and others; each turn begins with 0 */
	_Atomic int64_t *progress; /* where a long advance is; NULL: nobody asks */
};

/* What a new world starts with.  An instant, a seed; frozen. */
struct beginning {
	instant start;
	int64_t seed;
	const char *birth; /* JSON, for whoever resets it */
};

/* Takes the store.  BEGINNING matters only to an empty one.  False, with the
 * reason on stderr and the store closed, if the store is broken or was written
 * by a program we cannot continue. */
bool world_open(struct world *w, const char *name, struct store *s, const struct rulebook *rules,
    const char *base_url, const struct beginning *beginning);
void world_close(struct world *w);

/* The mirrors again say what the rows say; inside a transaction.  Called at
 * the start of each turn, and after a rollback. */
void world_reload(struct world *w);
void world_set_now(struct world *w, instant now);

void world_set_epoch(struct world *w, int64_t epoch);
const char *world_birth(struct world *w, struct arena *a); /* as in its beginning */

/* What every new world has: the house's accounts, mail templates, and the names
 * that another registrar holds.  Into an empty store, inside a transaction. */
void world_furnish(struct store *s, const struct rulebook *rules);

/* 32 lower-case hex digits that depend on nothing but the world's seed, WHAT
 * and ID: links, event ids, keys.  In the arena. */
const char *world_secret(struct world *w, struct arena *a, const char *what, int64_t id);

#endif
