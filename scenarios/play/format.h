/*
 * Formatter: a story as everybody would have written it.
 *
 * It works on lines of tokens, so it keeps comments, line breaks and single
 * blank lines, and formats what an included file holds as well.  Formatting
 * twice is formatting once, and changes no token.
 */
#ifndef SCENARIOS_PLAY_FORMAT_H
#define SCENARIOS_PLAY_FORMAT_H

#include "base/buf.h"
#include "scenarios/play/lex.h"

/* False: the bytes are no lines of tokens, and that was complained about. */
bool format_text(struct complaints *c, const char *bytes, size_t size, struct buf *out);

/* Lines that were never a text: those of a compiled story. */
void format_lines(struct arena *a, const struct lines *lines, struct buf *out);

/* ---- format_line.c: one line, without its indentation ---- */

/* TIGHT: key=value, two blanks before the first where WIDE; SPACED: checks, two
 * blanks between them; LIST: one blank everywhere. */
enum line_style { LINE_TIGHT, LINE_WIDE, LINE_SPACED, LINE_LIST };

/* Tokens from FROM on; BEGINS: a statement begins with them. */
/* Of such a line with checks, the head and each check. */
size_t line_checks(struct arena *a, const struct line *line, const char **cells, size_t most);
const char *line_text(
    struct arena *a, const struct line *line, size_t from, enum line_style style, bool begins);
const char *token_text(struct arena *a, const struct token *t);

#endif
