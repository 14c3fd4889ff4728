/*
 * Story: what a file says, as a tree in an arena.  Every word remembers its
 * place, so that whatever is found wrong with it later can point there.
 */
#ifndef SCENARIOS_PLAY_STORY_H
#define SCENARIOS_PLAY_STORY_H

#include "scenarios/play/play.h"

struct word {
	const char *text; /* NULL: not written */
	bool quoted; /* taken as it stands: no $variable, no @actor in it */
	struct place at;
};

struct pair { /* key=value */
	struct word key, value;
};

enum op {
	OP_EQUAL,
	OP_DIFFERS,
	OP_MATCHES,
	OP_LESS,
	OP_GREATER,
	OP_EXISTS,
	OP_ABSENT,
	OP_KEEP,
	OP_XPATH
};
const char *op_text(enum op op); /* "=", "exists", "->" */

struct check {
	struct word path; /* with LINK: the relation; OP_XPATH: the expression */
	enum op op;
	struct word value; /* OP_KEEP: the variable, without its $ */
	bool link; /* about a link of the mail */
};

enum step_kind {
	STEP_CALL, /* actor > [raw] name [object] pairs, checks on the reply */
	STEP_MAIL, /* actor, patience, checks */
	STEP_EVENT, /* name, patience, checks */
	STEP_STATE, /* name: domain, order, reseller; object; checks */
	STEP_AT, /* name: a reference to an instant */
	STEP_ADVANCE, /* span */
	STEP_JUMP, /* span */
	STEP_UNTIL, /* name: kind of timer; object: its subject; span: at most */
	STEP_MARK, /* name */
	STEP_ACT, /* actor, name: the verb, pairs, checks on the answer */
	STEP_FAULT, /* name: the kind; pairs */
	STEP_FOREACH, /* table */
	STEP_TOGETHER, /* inner, in no promised order */
};

enum patience { WITHIN, NONE };

struct row {
	struct place at;
	struct word *cells; /* as many as the table has columns */
	struct row *next;
};

struct table {
	struct word *columns;
	size_t column_count;
	struct row *rows;
	struct step *steps;
};

struct step {
	enum step_kind kind;
	struct place at;
	struct word actor, name, object;
	bool raw;
	enum patience patience;
	struct word span; /* a duration; not written for a bare "none" */
	struct pair *pairs;
	size_t pair_count;
	struct check *checks;
	size_t check_count;
	struct table *table;
	struct step *inner;
	struct step *next;
};

enum actor_kind { ACTOR_RESELLER, ACTOR_PERSON, ACTOR_REGISTRY, ACTOR_OPERATOR };

struct actor {
	struct word name;
	enum actor_kind kind;
	struct pair *pairs;
	size_t pair_count;
	struct actor *next;
};

struct map { /* let NAME key=value ... */
	struct word name;
	struct pair *pairs;
	size_t pair_count;
	struct map *next;
};

struct ignored {
	bool event; /* else a mail */
	struct word name;
	struct ignored *next;
};

struct seeded { /* a name that the world holds from the start */
	struct word name;
	struct pair *pairs;
	size_t pair_count;
	struct seeded *next;
};

struct story {
	const char *file;
	struct word title, id, level, source;
	struct word *covers;
	size_t cover_count;
	bool strict_events;
	struct ignored *ignored;
	struct word clock, seed, fixture;
	struct pair *policies;
	size_t policy_count;
	struct seeded *seeded;
	struct step *faults; /* that the world has from the start */
	struct actor *actors;
	struct map *maps;
	struct step *steps;
};

/* NULL: there is none. */
const struct actor *story_actor(const struct story *s, const char *name);
const struct map *story_map(const struct story *s, const char *name);

#endif
