/*
 * Lexer: a story file as lines of tokens.
 *
 * Blank lines and comments are gone; indentation stays, since a line that is
 * indented deeper continues the one above.
 */
#ifndef SCENARIOS_PLAY_LEX_H
#define SCENARIOS_PLAY_LEX_H

#include "scenarios/play/story.h"

enum token_kind {
	TOKEN_WORD,
	TOKEN_TEXT, /* "quoted", its escapes resolved */
	TOKEN_MARK, /* = != ~ < > -> | */
};

struct token {
	enum token_kind kind;
	const char *text;
	struct place at;
};

struct line {
	int number, indent; /* columns before the first token; a tab ends at 8, 16, ... */
	struct token *tokens;
	size_t count; /* never 0 */
};

struct lines {
	struct line *rows;
	size_t count;
};

/* All of it in the complaints' arena.  Lines with something wrong in them are
 * complained about and left out. */
struct lines lex(struct complaints *c, const char *file, const char *bytes, size_t size);

#endif
