/*
 * Term: one registration of one name, the episode to which its expiry belongs.
 * A name that is registered again after a deletion is a new term.
 */
#ifndef WORLD_NAME_TERM_H
#define WORLD_NAME_TERM_H

#include "world/party/contact.h"
#include "world/world.h"

#define HOUSE_REGISTRAR "orrery" /* of names that a reseller here holds */

struct term {
	int64_t id; /* 0: not saved yet */
	const char *name;
	int64_t reseller; /* 0: held by another registrar */
	const char *registrar, *state;
	instant created, updated, expires, registry_expires;
	bool auto_renew, let_expire, locked, hold;
	const char *contacts; /* see contact.h */
	const char *nameservers; /* JSON array of names */
	const char *reg_username, *reg_password;
	int64_t profile; /* the term whose profile this one has joined; 0: its own */
};

/* The living term of a name. */
bool term_find(struct world *w, struct arena *a, const char *name, struct term *t);
bool term_load(struct world *w, struct arena *a, int64_t id, struct term *t);

/* Inserts where the id is 0.  `updated` becomes now. */
void term_save(struct world *w, struct term *t);

/* The name's clientHold, and nothing else of the row but `updated`. */
void term_hold(struct world *w, int64_t id, bool hold);

/* Years are added to FROM under the TLD's leap-day rule. */
instant term_end(struct world *w, struct arena *a, const char *name, instant from, int years);

/* Living terms by id, after SINCE; of all resellers where RESELLER is 0. */
size_t term_list(struct world *w, struct arena *a, int64_t reseller, int64_t since, size_t limit,
    struct term *rows);

/* The reseller's living terms that expire from FROM on and before TO, the first
 * to expire first, after the first SKIP; TOTAL counts all of them. */
struct expiring {
	int64_t reseller;
	instant from, to;
	size_t skip, limit;
	size_t total; /* out */
};
size_t term_expiring(struct world *w, struct arena *a, struct expiring *e, struct term **rows);

/* The living terms of the reseller that share this one's profile, by id. */
size_t term_profile(struct world *w, struct arena *a, const struct term *t, struct term **rows);
int64_t term_profile_size(struct world *w, const struct term *t);

/* Names of the reseller that are on hold, one per line, in the arena. */
const char *term_held_names(struct world *w, struct arena *a, int64_t reseller, size_t *count);

#endif
