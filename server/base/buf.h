/*
 * Buf: a growable text with a limit, for everything that goes out.
 *
 * `data` is never NULL and always ends in a NUL that `size` does not count.
 * Going over the limit sets `over`, and from then on nothing is added: a
 * writer runs to its end and looks once.  The memory is the buf's own.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/format.h"

struct buf {
	char *data;
	size_t size, room, limit;
	bool over;
};

void buf_open(struct buf *b, size_t limit); /* limit in bytes; 0: none */
void buf_close(struct buf *b);
void buf_clear(struct buf *b); /* empty again, `over` forgotten, memory kept */
void buf_add(struct buf *b, const void *bytes, size_t n);
void buf_text(struct buf *b, const char *text);
void buf_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *format, ...) FORMAT(2, 3);

#endif
