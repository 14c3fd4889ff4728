/*
 * The parser's insides: parse.c reads what stands on a line of its own,
 * parse_block.c what holds further lines.
 */
#ifndef SCENARIOS_PLAY_PARSER_H
#define SCENARIOS_PLAY_PARSER_H

#include "scenarios/play/parse.h"

struct block { /* from foreach or together to its end */
	struct step *step;
	struct block *outer;
};

struct parser {
	struct complaints *c;
	const struct lines *lines;
	size_t next; /* line */
	struct story *story;
	struct step **steps; /* where the next step is hung */
	struct block *block; /* the innermost that is open; NULL: none */
	struct actor **actors;
	struct map **maps;
	struct ignored **ignored;
	struct seeded **seeded;
	struct step **faults; /* of the world block */
};

bool begins_with(const struct line *line, const char *mark);

/* How many lines belong together: the next, and what is indented deeper. */
size_t extent(const struct parser *p);

/* So many lines as one run of tokens; a "<" that begins a line is not among
 * them, the first of these only says where the answer begins. */
struct cursor gather(struct parser *p, size_t lines);

/* The header stands alone: the lines below it are statements of their own. */
void take_world(struct parser *p, int indent);
void take_foreach(struct parser *p, struct cursor *k);
void take_together(struct parser *p, struct cursor *k);
const char *block_name(const struct block *b); /* as it is written */
void take_end(struct parser *p, struct cursor *k);

#endif
