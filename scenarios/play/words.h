/*
 * The words of the language that are no grammar: what can be said of a mail, an
 * event or a state, what an actor is made of, and what actors can do.
 *
 * They follow the names of the control API; lists end in NULL.
 */
#ifndef SCENARIOS_PLAY_WORDS_H
#define SCENARIOS_PLAY_WORDS_H

#include "scenarios/play/story.h"

extern const char *const event_words[]; /* names of events */
extern const char *const mail_field_words[]; /* mail ... FIELD = ... */
extern const char *const link_words[]; /* mail ... link REL */
extern const char *const level_words[];
extern const char *const contact_words[]; /* the fields of a contact */
extern const char *const role_words[]; /* owner, admin, billing, tech */
extern const char *const seeded_words[]; /* world: domain NAME KEY=... */
extern const char *const fault_match_words[]; /* fault KIND KEY=...: whom it strikes */
extern const char *const fault_count_words[]; /* and when */

/* What the first component of a path in "state SUBJECT" may be. */
const char *const *state_words(const char *subject);

/* The keys of an actor of this kind: actor NAME KIND KEY=... */
const char *const *actor_words(enum actor_kind kind);
const char *actor_kind_name(enum actor_kind kind);

/*
 * A verb: one control call, or none.  TARGET is below the world's path; {domain} in it
 * is the value of that key, {who} the actor's e-mail address.  Its keys become
 * members of the body, after FIXED.
 */
enum key_type {
	KEY_TEXT,
	KEY_FLAG,
	KEY_NUMBER,
	KEY_LIST /* words, with blanks or commas between */
};

struct act_key {
	const char *name; /* NULL ends */
	bool required;
	enum key_type type;
	const char *member; /* of the body, "a.b": in a map; NULL: part of the target, or chooses */
};

enum act_shape {
	ACT_NOTHING, /* a person who does nothing */
	ACT_MOVE, /* no call: a reseller's commands come from elsewhere from now on */
	ACT_PLAIN, /* one call, its body from the keys */
	ACT_BOUNCE, /* of the newest mail that fits the keys */
	ACT_ADD, /* a domain with contacts */
	ACT_NOTICE, /* switches one kind of mail to a reseller */
	ACT_POLICY, /* keys are policies */
};

struct act {
	enum actor_kind kind;
	const char *verb;
	enum act_shape shape;
	const char *method, *target;
	const char *fixed_member, *fixed_value; /* NULL: none */
	const struct act_key *keys;
};
const struct act *act_find(enum actor_kind kind, const char *verb); /* NULL: unknown */
const char *const *act_words(struct arena *a, enum actor_kind kind); /* the verbs of a kind */

#endif
