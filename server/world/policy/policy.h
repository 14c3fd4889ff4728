/*
 * Policies: what the code may ask the rulebook, each with its type.
 *
 * policies.def lists every key that code reads; the values, with source and
 * certainty, stand in fixtures/policy/.  A world may override one.  A policy is
 * read when an event is planned, so a change moves nothing that is planned.
 */
#ifndef WORLD_POLICY_POLICY_H
#define WORLD_POLICY_POLICY_H

#include "clock/zone.h"
#include "world/policy/rulebook.h"
#include "world/world.h"

enum policy_type {
	POLICY_TEXT,
	POLICY_SWITCH,
	POLICY_NUMBER,
	POLICY_DAYS,
	POLICY_DAYS_OR_NEVER,
	POLICY_DURATION, /* without months: its length is fixed */
	POLICY_INSTANT,
	POLICY_MONEY, /* dollars, see cents_parse() */
	POLICY_COLOUR, /* "#0b5cad", or none */
	POLICY_CONTACT, /* fields of a contact, see contact_rules.h */
	POLICY_DATA, /* fields besides, see tld_field.h */
};

#define POLICY_LONGEST 63 /* bytes of a value that has a type or choices */

struct policy {
	const char *key;
	enum policy_type type;
	const char *choices; /* "EST|Toronto"; NULL: any value of the type */
	bool only_shown; /* nothing acts on it yet */
};

#define POLICY(name, key, type, choices) extern const struct policy policy_##name;
#include "world/policy/policies.def"
#undef POLICY
extern const struct policy *const policies[]; /* NULL ends */
extern const struct policy tld_keys[]; /* of a TLD's file; a NULL key ends */

const char *policy_text(struct world *w, struct arena *a, const struct policy *p);
bool policy_is(struct world *w, const struct policy *p, const char *value);
bool policy_on(struct world *w, const struct policy *p);
int64_t policy_number(struct world *w, const struct policy *p);
int64_t policy_days(struct world *w, const struct policy *p);
int64_t policy_seconds(struct world *w, const struct policy *p);
instant policy_instant(struct world *w, const struct policy *p);
enum zone policy_batch_zone(struct world *w);

/* What a TLD's file or this world's override says for "tld.NAME.KEY"; NULL:
 * the name has no TLD that is offered. */
const char *policy_of_tld(struct world *w, struct arena *a, const char *domain, const char *key);

/* Whether WORD is one of those in LIST, with blanks between. */
bool policy_lists(const char *list, const char *word);

/* What this world's book or its override says of a premium name, see premium.h;
 * NULL: it is none. */
const char *policy_of_premium(struct world *w, struct arena *a, const char *domain);

/* The same for what is refused because of it; NULL too where the book's value is only
 * a guess that no override confirms: such values bind nobody (decisions, 20). */
const char *policy_binding(struct world *w, struct arena *a, const char *domain, const char *key);

/* The due instant of a delay: so many seconds after STARTED, the batch that opens
 * so many days after it, or NEVER. */
#define NEVER INT64_MAX
instant policy_due(struct world *w, const struct policy *p, instant started);

/* NULL where a policy may have VALUE; else what it is not, in the arena. */
const char *policy_objection(struct arena *a, const struct policy *p, const char *value);
const struct policy *policy_named(const char *key); /* NULL: unknown */
const struct policy *tld_key_named(const char *key);

/* What the book says of a policy's key or of "tld.NAME.KEY"; NULL: unknown. */
const struct rule *policy_rule(const struct rulebook *r, const char *key, const struct policy **p);

/* Overrides.  NULL where KEY may have VALUE; else what is wrong, in the arena,
 * with the nearest known key where the key is unknown. */
const char *
policy_check(const struct rulebook *r, struct arena *a, const char *key, const char *value);
void policy_override(struct world *w, const char *key, const char *value);
struct override {
	const char *key, *value;
};
size_t policy_overrides(struct world *w, struct arena *a, struct override **rows);

#endif
