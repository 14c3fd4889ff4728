/*
 * The compiled form: a story as JSON, for programs that make or read stories.
 *
 * Includes are resolved, every statement is an object, and each step and check
 * says where it was written, so that a failure points into the text.  What each
 * object may hold is described in README.md beside this file.
 *
 * A word is a text, read as an unquoted word would be; {"text": "$x"} is one that
 * is taken as it stands.
 */
#ifndef SCENARIOS_PLAY_COMPILED_H
#define SCENARIOS_PLAY_COMPILED_H

#include "base/buf.h"
#include "scenarios/play/lex.h"

void compiled_write(struct buf *out, const struct story *s);

/* Whether bytes are this form and no text. */
bool compiled_is(const char *bytes, size_t size);

/* The lines that the same story has as a text, for the parser; their places are
 * those that the JSON tells, else the number of the statement.  Members that are
 * not known, or of another type, are complained about. */
struct lines compiled_lines(struct complaints *c, const char *bytes, size_t size);

#endif
