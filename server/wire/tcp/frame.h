/*
 * Frame: a message of the legacy port, in both directions: a line
 * "Content-Length: N", an empty line, and N bytes.
 *
 * Reading is generous where clients differ: empty lines in front, any case,
 * bare line feeds, further header lines.  A length that is missing, that is not
 * a number or is beyond MAX_BODY cannot be recovered from: nobody knows where
 * the next message begins.
 */
#ifndef WIRE_TCP_FRAME_H
#define WIRE_TCP_FRAME_H

#include <stddef.h>

struct buf;

enum frame_state { FRAME_PARTIAL, FRAME_WHOLE, FRAME_BROKEN };
enum { FRAME_LONGEST_HEAD = 4096 };

struct frame {
	const char *payload; /* FRAME_WHOLE; in the bytes that were read */
	size_t size;
	size_t used; /* bytes up to the next frame */
	const char *why; /* FRAME_BROKEN */
};

enum frame_state frame_read(const char *bytes, size_t n, struct frame *f);
void frame_write(struct buf *out, const void *payload, size_t n);

#endif
