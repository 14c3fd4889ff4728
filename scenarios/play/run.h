/*
 * Runner: one world being played through the carrier, step by step.
 *
 * Everything that outlives a step is in `arena`; `scratch` is emptied before
 * each step.  A function that returns bool returns false when the step failed;
 * run_fail() has been called by then, once.
 */
#ifndef SCENARIOS_PLAY_RUN_H
#define SCENARIOS_PLAY_RUN_H

#include <jansson.h>

#include "base/format.h"
#include "engine/exchange.h"
#include "scenarios/play/story.h"
#include "xcp/parse.h"

struct binding { /* $name; newest first, so that a row's end forgets its own */
	const char *name, *value;
	bool skip; /* a "-" in a table: steps that use it are left out */
	struct binding *next;
};

struct mark {
	const char *name;
	instant at;
	struct mark *next;
};

struct login {
	const struct actor *actor;
	const char *username, *key; /* what it signs with, in this copy of the world */
	const char *name, *email; /* of the reseller, of its technical contact */
	const char *address; /* its commands come from there */
	struct login *next;
};

/* Mails or events: what the world has told, and what the story has taken. */
struct notices {
	const char *path; /* "/mail" or "/events" */
	json_t *items; /* array, oldest first */
	const char *cursor;
	struct taken {
		const char *id;
		struct taken *next;
	} * taken;
};

struct run {
	struct arena *arena, *scratch;
	const struct story *story;
	const struct carrier *carrier;
	const struct play_options *options;
	struct xcp_parser *parser;
	const char *world;
	instant now;
	struct login *logins;
	struct binding *variables;
	struct mark *marks;
	struct notices mails, events;
	struct played *played;
};

bool
run_fail(struct run *r, struct place at, const char *got, const char *expected, ...) FORMAT(4, 5);

/* ---- run.c ---- */
void run_steps(struct run *r, const struct step *steps);
void run_expect_nothing_left(struct run *r, struct place at);

/* ---- run_table.c: each row in its own copy; its plays are added to the list ---- */
void run_table(struct run *r, const struct step *s);

/* ---- run_world.c ---- */
bool run_open_world(struct run *r);
bool run_fork_world(const struct run *from, struct run *to, int number, struct place at);
void run_close_world(struct run *r);

/* ---- control.c: the control API ---- */

/* What came back; BODY is for the caller to give back, NULL for no JSON. */
struct answer {
	int status;
	json_t *body;
};
/* PATH is below the world's ("" is the world), or absolute where it begins with
 * "/api".  BODY is given back here; NULL: none. */
bool control(struct run *r, struct place at, const char *method, const char *path, json_t *body,
    struct answer *answer);
/* The same, and anything but 2xx is a failure. */
bool control_must(struct run *r, struct place at, const char *method, const char *path,
    json_t *body, struct answer *answer);
/* Anything but 2xx is a failure, and its answer is given back. */
bool control_granted(
    struct run *r, struct place at, const char *method, const char *path, struct answer *answer);
bool carry(struct run *r, struct place at, struct exchange *x);
const char *
answer_summary(struct run *r, const struct answer *answer); /* "404 unknown_domain: ..." */

/* ---- value.c ---- */
const char *run_text(struct run *r, const struct word *w); /* $variable, @actor resolved */
const char *run_plain(struct run *r, const struct word *w); /* only $variable */
bool run_skips(const struct run *r, const struct step *s); /* it uses a "-" of the table */
const json_t *json_find(struct arena *a, const json_t *root, const char *path);
const char *json_at(struct arena *a, const json_t *root, const char *path); /* NULL: absent */
struct login *run_login(const struct run *r, const char *actor);
const char *run_address(struct run *r, const char *actor); /* where mail reaches it */
const char *url_part(struct arena *a, const char *text); /* percent-encoded */
void run_bind(struct run *r, const char *name, const char *value, bool skip);

/* ---- check.c ---- */
bool check_holds(struct run *r, const struct check *k, const char *got); /* NULL: absent */
const char *check_text(struct run *r, const struct check *k); /* "path = value" */
bool run_checks_json(struct run *r, const struct step *s, const struct answer *answer);
/* Whether a check looks at a refusal itself; else a refusal is a failure. */
bool checks_look_at_refusal(const struct step *s);

/* ---- contact.c ---- */
struct contact_line {
	const char *name, *value;
};
/* All fields of a person, documented defaults where its actor line is silent;
 * ACTOR NULL: the player's own person.  A NULL name ends. */
const struct contact_line *contact_of(struct run *r, const struct actor *actor);
/* Of a person, or what a map says and nothing else. */
const struct contact_line *contact_named(struct run *r, const char *name);

/* ---- one file each ---- */
bool run_call(struct run *r, const struct step *s); /* run_call.c */
bool run_notice(struct run *r, const struct step *s); /* run_notice.c: mail, event */
bool run_state(struct run *r, const struct step *s); /* run_state.c */
bool run_act(struct run *r, const struct step *s); /* run_act.c */
bool run_seeded(struct run *r, const struct seeded *d);
bool run_fault(struct run *r, const struct step *s); /* run_fault.c */
bool run_time(struct run *r, const struct step *s); /* run_time.c: at, advance, jump, ... */

/* Turns the clock, in one move or many: see play_options. */
bool move_to(struct run *r, struct place at, instant to);
/* When the world's next timer is due; false there: none is. */
bool next_due(struct run *r, struct place at, bool *any, instant *due);

/* ---- tell.c ---- */
void tell(struct run *r, enum told_kind kind, instant at, struct place place, const char *who,
    const char *text, const char *answer);

#endif
