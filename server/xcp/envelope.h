/*
 * Envelope: what stands around the part of an OPS message that counts.
 *
 * Looks at bytes only, never at XML: finds <body>...</body> as the vendor's
 * decoder cuts it out, and reads the encoding off the prologue before that goes
 * the way of everything else outside.  Points into the bytes it was given.
 */
#ifndef XCP_ENVELOPE_H
#define XCP_ENVELOPE_H

#include <stddef.h>

struct envelope {
	const char *missing; /* the mark that is not there; NULL: all are */
	const char *body; /* from the first <body> to the last </body> */
	size_t size;
	int line; /* on which the body begins, from 1 */
	const char *encoding; /* "UTF-8", "ISO-8859-1", "windows-1252"; NULL: none of these */
};

struct envelope envelope_open(const char *bytes, size_t size);

/* How many lines end in the N bytes. */
int envelope_lines(const char *bytes, size_t n);

#endif
