#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>

#include "base/must.h"

/* Built with ARENA_MALLOC every object is a chunk of its own, so that the
 * address sanitizer sees each one's bounds. */
#ifdef ARENA_MALLOC
#define CHUNK 0
#else
#define CHUNK 8192
#endif

struct chunk {
	struct chunk *next;
	size_t used, size;
	alignas(max_align_t) unsigned char data[];
};

struct arena {
	struct chunk *chunks; /* newest first; only the newest has room */
};

static void *
must_calloc(size_t size)
{
	void *p = calloc(1, size);

	must(p != NULL);
	return p;
}

struct arena *
arena_new(void)
{
	return must_calloc(sizeof(struct arena));
}

static void
free_chunks(struct chunk *c)
{
	for (struct chunk *next; c != NULL; c = next) {
		next = c->next;
		free(c);
	}
}

/* Keeps one ordinary chunk, so that a loop which resets does not allocate. */
void
arena_reset(struct arena *a)
{
	struct chunk *keep = a->chunks;

	if (keep == NULL)
		return;
	free_chunks(keep->next);
	keep->next = NULL;
	if (keep->size != CHUNK) {
		free(keep);
		a->chunks = NULL;
		return;
	}
	memset(keep->data, 0, keep->used);
	keep->used = 0;
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	free_chunks(a->chunks);
	free(a);
}

void *
arena_alloc(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct chunk *c = a->chunks;

	must(size < SIZE_MAX / 2);
#ifndef ARENA_MALLOC
	size = (size + align - 1) & ~(align - 1);
#else
	(void)align;
#endif
	if (c == NULL || c->size - c->used < size) {
		size_t room = size > CHUNK ? size : CHUNK;
		c = must_calloc(sizeof(*c) + room);
		c->size = room;
		c->next = a->chunks;
		a->chunks = c;
	}
	void *p = c->data + c->used;
	c->used += size;
	return p;
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_alloc(a, n + 1);

	memcpy(copy, s, n);
	return copy;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

/* Most texts are short, and formatting is dear: only a long one is done twice. */
char *
arena_printf(struct arena *a, const char *format, ...)
{
	char text[512];
	va_list list, again;

	must(format != NULL);
	va_start(list, format);
	va_copy(again, list);
	int n = vsnprintf(text, sizeof(text), format, list);
	must(n >= 0);
	char *s = arena_alloc(a, (size_t)n + 1);
	if ((size_t)n < sizeof(text))
		memcpy(s, text, (size_t)n);
	else
		vsnprintf(s, (size_t)n + 1, format, again);
	va_end(again);
	va_end(list);
	return s;
}
