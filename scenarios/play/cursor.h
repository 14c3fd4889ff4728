/*
 * Cursor: the tokens of one statement, read from left to right.
 *
 * A statement is a line and the deeper lines below it.  What is not as the
 * grammar wants it is complained about once; from then on the cursor stands at
 * its end and every reader returns something harmless.
 */
#ifndef SCENARIOS_PLAY_CURSOR_H
#define SCENARIOS_PLAY_CURSOR_H

#include "base/format.h"
#include "scenarios/play/lex.h"

struct cursor {
	struct complaints *c;
	const struct token *tokens;
	size_t count, next;
	size_t answer; /* index of the first "<" that began a line; COUNT: none */
	struct place end; /* just behind the last token */
	bool failed;
};

void cursor_fail(struct cursor *k, struct place at, const char *format, ...) FORMAT(3, 4);

bool cursor_done(const struct cursor *k);
struct place cursor_place(const struct cursor *k);

/* Takes the next token if it is this bare word, or this mark. */
bool cursor_takes_word(struct cursor *k, const char *word);
bool cursor_takes_mark(struct cursor *k, const char *mark);
bool cursor_at_word(const struct cursor *k); /* a bare word stands here */
bool cursor_at_pair(const struct cursor *k); /* and a "=" behind it */

/* The next word, quoted or not.  WHAT says what was expected: "an action". */
struct word cursor_word(struct cursor *k, const char *what);
struct word cursor_name(struct cursor *k, const char *what); /* not quoted */

/* key=value until the statement or its request ends. */
void cursor_pairs(struct cursor *k, struct pair **pairs, size_t *count);

/* path op value, path exists, path absent, path -> $var; where LINKS, also
 * "link rel -> $var", "link rel absent".  Until the statement ends. */
void cursor_checks(struct cursor *k, bool links, struct check **checks, size_t *count);

void cursor_end(struct cursor *k); /* nothing may be left */

#endif
