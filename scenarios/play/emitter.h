/*
 * Emitter: the compiled form as lines of tokens, one word after the other.
 *
 * Its readers complain where a member has another type than they want, and leave
 * it out.
 */
#ifndef SCENARIOS_PLAY_EMITTER_H
#define SCENARIOS_PLAY_EMITTER_H

#include <jansson.h>

#include "scenarios/play/lex.h"

struct emitter {
	struct complaints *c;
	struct lines lines;
	size_t room, token_room;
	struct line now; /* the line that is being written */
	struct place place; /* of what is being written */
	int statement, depth;
};

/* A statement begins: its place is what it tells, else its number. */
void emit_begin(struct emitter *e, const json_t *j);
void emit_place(struct emitter *e, const json_t *j);

void emit_bare(struct emitter *e, const char *word);
void emit_mark(struct emitter *e, const char *text);
void emit_end_line(struct emitter *e, int indent); /* of nothing: no line */

/* A text; one that no unquoted word could be becomes a quoted one. */
void emit_word(struct emitter *e, const char *member, const json_t *j);

/* The word of this member, after KEYWORD if that is not NULL; nothing where it
 * is not there. */
void emit_member(struct emitter *e, const json_t *j, const char *name, const char *keyword);
void emit_members(struct emitter *e, const json_t *j, const char *name); /* all of a list */
void emit_pairs(struct emitter *e, const char *name, const json_t *map); /* NULL: none */

const json_t *emit_list(struct emitter *e, const json_t *j, const char *name); /* NULL: none */
bool emit_flag(struct emitter *e, const json_t *j, const char *name);
void emit_refuse(struct emitter *e, const char *member, const char *wanted);

/* J is a map without members but these (and its place); complains if not. */
bool emit_only(struct emitter *e, const json_t *j, const char *what, const char *allowed);

void emit_steps(struct emitter *e, const json_t *items); /* compiled_steps.c */

#endif
