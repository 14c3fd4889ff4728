#include "world/policy/loader.h"

#include <stdarg.h>

#define MOST_COMPLAINTS 20000 /* bytes; nobody reads more */

struct loader
loader_open(const char *dir)
{
	struct loader l = { .a = arena_new(), .dir = dir };

	buf_open(&l.wrong, MOST_COMPLAINTS);
	return l;
}

void
loader_close(struct loader *l)
{
	buf_close(&l->wrong);
	arena_free(l->a);
}

void
loader_complain(struct loader *l, const char *path, int line, const char *format, ...)
{
	char text[512];
	va_list list;

	va_start(list, format);
	vsnprintf(text, sizeof(text), format, list);
	va_end(list);
	if (line == 0)
		buf_printf(&l->wrong, "%s: %s\n", path, text);
	else
		buf_printf(&l->wrong, "%s:%d: %s\n", path, line, text);
}
