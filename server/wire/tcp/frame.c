#include "wire/tcp/frame.h"

#include "base/buf.h"
#include "engine/exchange.h"

#define NO_LENGTH SIZE_MAX

struct text {
	const char *at;
	size_t size;
};

/* Up to the line feed, which may follow a carriage return. */
static bool
next_line(const char *bytes, size_t n, size_t *used, struct text *line)
{
	const char *end = memchr(bytes + *used, '\n', n - *used);

	if (end == NULL)
		return false;
	*line = (struct text){ bytes + *used, (size_t)(end - bytes) - *used };
	*used += line->size + 1;
	if (line->size > 0 && line->at[line->size - 1] == '\r')
		line->size--;
	return true;
}

static struct text
trimmed(struct text t)
{
	while (t.size > 0 && (*t.at == ' ' || *t.at == '\t')) {
		t.at++;
		t.size--;
	}
	while (t.size > 0 && (t.at[t.size - 1] == ' ' || t.at[t.size - 1] == '\t'))
		t.size--;
	return t;
}

/* The value of a Content-Length line; at NULL: it is another line. */
static struct text
length_of(struct text line)
{
	static const char name[] = "content-length:";
	const size_t size = sizeof(name) - 1;

	line = trimmed(line);
	if (line.size < size || strncasecmp(line.at, name, size) != 0)
		return (struct text){ NULL, 0 };
	return trimmed((struct text){ line.at + size, line.size - size });
}

/* NULL, or why it is none. */
static const char *
number(struct text t, size_t *n)
{
	*n = 0;
	if (t.size == 0)
		return "a Content-Length that says nothing";
	for (size_t i = 0; i < t.size; i++) {
		if (t.at[i] < '0' || t.at[i] > '9')
			return "a Content-Length that is no number";
		*n = *n * 10 + (size_t)(t.at[i] - '0');
		if (*n > MAX_BODY)
			return "a message larger than 4 MiB";
	}
	return NULL;
}

static const char *
take_length(struct text value, size_t *length)
{
	size_t n;
	const char *why = number(value, &n);

	if (why == NULL && *length != NO_LENGTH && *length != n)
		why = "two Content-Length lines that differ";
	*length = n;
	return why;
}

static enum frame_state
broken(struct frame *f, const char *why)
{
	f->why = why;
	return FRAME_BROKEN;
}

static enum frame_state
take_payload(const char *bytes, size_t n, size_t length, struct frame *f)
{
	if (length == NO_LENGTH)
		return broken(f, "a message without Content-Length");
	if (n - f->used < length)
		return FRAME_PARTIAL;
	f->payload = bytes + f->used;
	f->size = length;
	f->used += length;
	return FRAME_WHOLE;
}

enum frame_state
frame_read(const char *bytes, size_t n, struct frame *f)
{
	size_t length = NO_LENGTH;
	bool begun = false;
	struct text line;

	*f = (struct frame){ .used = 0 };
	while (f->used <= FRAME_LONGEST_HEAD && next_line(bytes, n, &f->used, &line)) {
		struct text value = length_of(line);
		const char *why = value.at == NULL ? NULL : take_length(value, &length);
		if (why != NULL)
			return broken(f, why);
		if (line.size == 0 && begun)
			return take_payload(bytes, n, length, f);
		begun = begun || line.size > 0;
	}
	if (n > FRAME_LONGEST_HEAD)
		return broken(f, "a header that does not end");
	return FRAME_PARTIAL;
}

void
frame_write(struct buf *out, const void *payload, size_t n)
{
	buf_printf(out, "Content-Length: %zu\r\n\r\n", n);
	buf_add(out, payload, n);
}
