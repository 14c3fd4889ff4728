#include "scenarios/play/text.h"

#include "base/arena.h"
#include "base/utf8.h"

#define ISO_LENGTH 20 /* 2026-05-04T15:20:00Z */

static bool
in_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_';
}

const char *
variable_name(struct arena *a, const char **s)
{
	const char *begin = ++*s;

	while (in_name(**s))
		(*s)++;
	return arena_strndup(a, begin, (size_t)(*s - begin));
}

/* Where the durations begin: "+P" or "-P"; a mark's name may hold a "-". */
static size_t
base_length(const char *text)
{
	size_t n = 0;

	while (text[n] != '\0' && !((text[n] == '+' || text[n] == '-') && text[n + 1] == 'P'))
		n++;
	return n;
}

bool
reference_parse(struct arena *a, const char *text, struct reference *r)
{
	size_t n = base_length(text);
	const char *offset = text + n;

	*r = (struct reference){ .base = arena_strndup(a, text, n) };
	r->literal = n == ISO_LENGTH && instant_parse(r->base, &r->at);
	if (*offset == '\0')
		return true;
	return duration_parse(offset + (*offset == '+'), &r->offset);
}

const char *
one_line(struct arena *a, const char *text)
{
	char *copy = arena_strndup(a, text, utf8_span(text, strlen(text)));

	for (char *c = copy; *c != '\0'; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7f)
			*c = ' ';
	return copy;
}
