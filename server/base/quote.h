/*
 * Quote: a text as a JSON string, written and read again.
 *
 * For what we keep in rows and read back ourselves, thousands of times in one
 * advance: a tree per row would cost more than all the rest.
 */
#ifndef BASE_QUOTE_H
#define BASE_QUOTE_H

#include "base/buf.h"

struct arena;

void quote_write(struct buf *b, const char *text); /* with the quotation marks; UTF-8 */

/* The string at *AT, in the arena; *AT moves behind it.  The text has to be a
 * valid one: it comes from quote_write() or from a JSON library. */
const char *quote_read(struct arena *a, const char **at);

#endif
