/*
 * The scenario player: from a story file to what happened.
 *
 * lex -> parse -> lint -> run -> report.  It knows nothing of worlds but what
 * the engine's door shows: every step is an exchange, the same bytes that a
 * client would send.  The language is described in README.md beside this file.
 */
#ifndef SCENARIOS_PLAY_PLAY_H
#define SCENARIOS_PLAY_PLAY_H

#include <stdbool.h>
#include <stddef.h>

#include "clock/instant.h"

struct arena;
struct exchange;
struct story;

/* Where steps go: in process through the engine's door, or over sockets. */
struct carrier {
	/* Sends and waits for the answer.  False: no answer (it says why in WHY). */
	bool (*send)(void *closure, struct exchange *x, const char **why);
	void *closure;
	const char *control_token; /* NULL: none */
};

/* What may be said of a kind of fault; a kind has as many rows as parameters. */
struct fault_word {
	const char *kind; /* NULL ends */
	const char *parameter; /* NULL: the kind has a name, and is not built yet */
	const char *choices; /* "a|b"; NULL: any */
};

/* Where other files come from, for `include`.  LOAD gives the bytes of a path,
 * in the arena, or NULL and why; NULL: nothing can be included. */
struct library {
	const char *(*load)(
	    void *closure, struct arena *a, const char *path, size_t *size, const char **why);
	void *closure;
};

/* What this build knows, so that a misspelt word is found before anything runs.
 * Lists end in NULL; a list that is NULL is not checked. */
struct vocabulary {
	const char *const *actions, *const *mail_types, *const *policies, *const *worlds;
	const struct fault_word *faults;
	struct library library;
};

struct place {
	const char *file; /* the story's, or one that it includes */
	int line, column; /* from 1 */
};

/* Where there is no better one. */
static inline struct place
place_top(const char *file)
{
	return (struct place){ file, 1, 1 };
}

/* What is wrong with a file, in the order in which it was found. */
struct complaint {
	struct place at;
	const char *text;
	struct complaint *next;
};
struct complaints {
	struct arena *arena;
	const char *file;
	struct complaint *first, *last;
	size_t count;
};

/* Reads a story out of BYTES; all of it lives in the complaints' arena.  NULL
 * where there is anything to complain about. */
const struct story *
story_read(struct complaints *c, const struct vocabulary *v, const char *bytes, size_t size);

/* ---- running ---- */

/* One thing that happened, at its virtual instant. */
enum told_kind { TOLD_CALL, TOLD_MAIL, TOLD_EVENT, TOLD_STATE, TOLD_TIME, TOLD_ACT, TOLD_FAULT };
struct told {
	enum told_kind kind;
	instant at;
	struct place place; /* of its step */
	const char *who; /* the actor; "" where there is none */
	const char *text; /* "sw_register domain=ek-bikes.com ..." */
	const char *answer; /* "200 Registration successful"; "" where there is none */
	struct told *next;
};

struct failure {
	struct place at;
	const char *expected, *got;
};

/* One play: the trunk of a story, or one row of its table in its own copy. */
struct played {
	const struct story *story;
	const char *row; /* the row's first cell; NULL: the trunk */
	const char *world; /* its name, where it was kept */
	instant start, end;
	size_t steps;
	struct told *told, *last_told;
	const struct failure *failure; /* NULL: passed */
	struct played *next;
};

struct play_options {
	bool short_moves; /* every move of the clock in many small ones */
	bool any_name; /* another world where the story's own is taken */
	bool keep; /* leave the worlds behind, for whoever wants to look */
	void (*listen)(void *closure, const struct told *told); /* NULL: nobody */
	void *closure;
};

/* Plays the whole story; the list of plays lives in the arena and is never
 * empty.  A failing row does not keep the other rows from playing. */
struct played *story_play(struct arena *a, const struct story *s, const struct carrier *carrier,
    const struct play_options *options);

#endif
