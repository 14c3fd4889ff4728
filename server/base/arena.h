/*
 * Arena: memory which dies together.
 *
 * One request owns one arena; everything the request builds lives in it and
 * is given back at once.  Allocation never fails: without memory the process
 * cannot answer anyone, so it aborts.  There is no way to free one object; if
 * that is needed, the object does not belong in an arena.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "base/format.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a); /* NULL is fine */
void arena_reset(struct arena *a); /* empty, ready for the next turn */
void *arena_alloc(struct arena *a, size_t size); /* zeroed */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n); /* N bytes and a NUL */
char *arena_printf(struct arena *a, const char *format, ...) FORMAT(2, 3);

#define NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define NEW_ARRAY(a, type, n) ((type *)arena_alloc((a), sizeof(type) * (n)))

#endif
