/*
 * Lint: whether the words of a parsed story mean anything.
 *
 * Everything that can be known before the first step is complained about here:
 * words that nobody knows (with the one that was probably meant), variables and
 * marks used before they are set, columns that no step uses, durations that are
 * none.  What only the server knows, it refuses at run time.
 */
#ifndef SCENARIOS_PLAY_LINT_H
#define SCENARIOS_PLAY_LINT_H

#include "scenarios/play/story.h"

void lint(struct complaints *c, const struct vocabulary *v, const struct story *s);

/* ---- shared by lint.c and lint_step.c ---- */

struct known { /* a variable, a mark or a column */
	const char *name;
	const struct word *column; /* NULL: not a column */
	const struct step *step, *together; /* that set it; the block around that */
	bool used;
	struct known *next;
};

struct linter {
	struct complaints *c;
	const struct vocabulary *v;
	const struct story *story;
	struct known *variables, *marks; /* newest first */
	struct known *called; /* actions */
	bool reply; /* the checks are about a reply to a command */
	bool calls_any; /* an action stands in a column */
	const struct step *step, *together; /* that is being looked at; NULL: none */
};

void lint_steps(struct linter *l, const struct step *steps);
void lint_fault(struct linter *l, const struct step *s); /* lint_fault.c */

struct known *known_find(struct known *list, const char *name);
void known_add(struct linter *l, struct known **list, const char *name);

/* The $variables of a word are set; true where it has any, so that nothing more
 * can be said of it before the story runs. */
bool lint_open(struct linter *l, const struct word *w);

/* A word, unless it is open, that has to be one of WORDS (NULL: any). */
void lint_word(struct linter *l, const struct word *w, const char *what, const char *const *words);

/* Keys are one of WORDS (NULL: any) and said once.  Roles take a @person or a
 * @map; what else takes a map is an attribute, a key without WORDS. */
void lint_pairs(struct linter *l, const struct pair *pairs, size_t count, const char *what,
    const char *const *words);
void lint_attributes(struct linter *l, const struct pair *pairs, size_t count);

/* A word with a @reference: there is such an actor, and it is no map. */
void lint_reference(struct linter *l, const struct word *w);

#endif
