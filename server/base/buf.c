#include "base/buf.h"

#include <stdarg.h>

#include "base/must.h"

#define FIRST 256

static void
grow(struct buf *b, size_t room)
{
	size_t next = b->room < FIRST ? FIRST : b->room;

	while (next < room)
		next *= 2;
	b->data = realloc(b->data, next);
	must(b->data != NULL);
	b->room = next;
}

void
buf_open(struct buf *b, size_t limit)
{
	*b = (struct buf){ .limit = limit };
	grow(b, FIRST);
	b->data[0] = '\0';
}

void
buf_close(struct buf *b)
{
	free(b->data);
	*b = (struct buf){ 0 };
}

void
buf_clear(struct buf *b)
{
	b->size = 0;
	b->over = false;
	b->data[0] = '\0';
}

void
buf_add(struct buf *b, const void *bytes, size_t n)
{
	if (b->over || (b->limit != 0 && n > b->limit - b->size)) {
		b->over = true;
		return;
	}
	if (b->size + n + 1 > b->room)
		grow(b, b->size + n + 1);
	if (n > 0)
		memcpy(b->data + b->size, bytes, n);
	b->size += n;
	b->data[b->size] = '\0';
}

void
buf_text(struct buf *b, const char *text)
{
	buf_add(b, text, strlen(text));
}

void
buf_char(struct buf *b, char c)
{
	if (b->over || b->size == b->limit || b->size + 2 > b->room) {
		buf_add(b, &c, 1); /* there is more to it */
		return;
	}
	b->data[b->size++] = c;
	b->data[b->size] = '\0';
}

void
buf_printf(struct buf *b, const char *format, ...)
{
	char small[256];
	va_list list, again;

	va_start(list, format);
	va_copy(again, list);
	int n = vsnprintf(small, sizeof(small), format, list);
	must(n >= 0);
	if ((size_t)n < sizeof(small)) {
		buf_add(b, small, (size_t)n);
	} else {
		char *large = malloc((size_t)n + 1);
		must(large != NULL);
		vsnprintf(large, (size_t)n + 1, format, again);
		buf_add(b, large, (size_t)n);
		free(large);
	}
	va_end(again);
	va_end(list);
}
