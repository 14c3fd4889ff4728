/*
 * Variables: names and values of a mail or an event, kept as one JSON map of
 * texts in their row.
 */
#ifndef WORLD_NOTICE_VARIABLES_H
#define WORLD_NOTICE_VARIABLES_H

#include "base/buf.h"
#include "world/notice/mail.h"

/* A NULL name ends the list.  Values are UTF-8; NULL counts as "". */
void variables_write(struct buf *b, const struct variable *list);

/* Our own text; at most MAX_VARIABLES, in their order. */
void variables_read(struct arena *a, const char *text, struct variable list[MAX_VARIABLES]);

#endif
