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
	size_t count; /* never 0, but among all lines */
	const char *comment; /* with its "#"; NULL: none */
};

struct lines {
	struct line *rows;
	size_t count;
};

/* All of it in the complaints' arena.  Lines with something wrong in them are
 * complained about and left out. */
struct lines lex(struct complaints *c, const char *file, const char *bytes, size_t size);

/* All lines, blank ones and those with nothing but a comment, too. */
struct lines lex_all(struct complaints *c, const char *file, const char *bytes, size_t size);

/* Whether this text, written as it stands, is one unquoted word; or one mark. */
bool lex_is_word(const char *text);
bool lex_is_mark(const char *text);

#endif
