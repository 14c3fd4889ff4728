/*
 * XPath 1.0 over the bytes of a message, for what a path of keys cannot say:
 * how many, in which order, under which tag.
 */
#ifndef XCP_XPATH_H
#define XCP_XPATH_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

bool xpath_is_one(const char *expression);

/* Whether it is true of the message; false also where one of the two cannot be
 * read.  SHOWS: its value as a text, in the arena, for a report. */
bool xpath_holds(
    struct arena *a, const char *bytes, size_t size, const char *expression, const char **shows);

#endif
