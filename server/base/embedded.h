/*
 * Embedded files: fixtures/ and server/web/, compiled into the binary by
 * ci/embed.c so that it runs from anywhere.  Sorted by path; every content is
 * followed by a NUL that `size` does not count.
 */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include <stddef.h>

struct embedded {
	const char *path; /* "fixtures/tld/com.tld" */
	const char *data;
	size_t size;
};

extern const struct embedded embedded_files[];
extern const size_t embedded_count;

const struct embedded *embedded_find(const char *path); /* NULL: no such file */

#endif
