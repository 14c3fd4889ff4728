/*
 * Aligning lines of a story: rows of cells, of which those of a group stand in
 * columns.  Between format.c, which says what a cell is, and the paper.
 */
#ifndef SCENARIOS_PLAY_ALIGN_H
#define SCENARIOS_PLAY_ALIGN_H

#include "base/buf.h"
#include "scenarios/play/lex.h"

#define MOST_CELLS 64 /* what is further right is not aligned */
#define KEYWORD 9 /* columns of a keyword of the heading */

enum kind { KIND_EMPTY, KIND_PLAIN, KIND_HEADING, KIND_ACTOR, KIND_WORLD, KIND_TABLE, KIND_CHECKS };

/* A line as it will be printed: cells, of which those of a group are aligned. */
struct laid {
	const struct line *line;
	enum kind kind;
	int indent;
	const char **cells;
	size_t cell_count;
};

/* Rows from the first on that belong together: how many. */
size_t align_group(const struct laid *rows, size_t count);

/* The rows of a group as texts, without their comments. */
void align_rows(struct arena *a, const struct laid *rows, size_t count, const char **texts);

void align_pad(struct buf *out, int blanks);
int align_width(const char *text); /* columns */

#endif
