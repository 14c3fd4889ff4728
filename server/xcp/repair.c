#include "xcp/repair.h"

#include <ctype.h>

static bool
starts(const char *p, const char *end, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(end - p) >= n && memcmp(p, with, n) == 0;
}

/* After "&#": decimal digits, or "x" and hex digits, and a semicolon. */
static bool
is_number(const char *p, const char *end)
{
	bool hex = p < end && *p == 'x';
	const char *first = p += hex;

	while (p < end && (hex ? isxdigit((unsigned char)*p) : isdigit((unsigned char)*p)))
		p++;
	return p > first && p < end && *p == ';';
}

static bool
is_reference(const char *p, const char *end)
{
	static const char *const names[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&apos;" };

	if (starts(p, end, "&#"))
		return is_number(p + 2, end);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (starts(p, end, names[i]))
			return true;
	return false;
}

/* "<" or "</", a name of the protocol, and what may follow a name. */
static bool
is_tag(const char *p, const char *end)
{
	static const char *const names[] = { "item", "dt_assoc", "dt_array", "dt_scalar",
		"dt_scalarref", "data_block", "body" };

	p += starts(p, end, "</") ? 2 : 1;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		size_t n = strlen(names[i]);

		if ((size_t)(end - p) <= n || strncasecmp(p, names[i], n) != 0)
			continue;
		if (p[n] == '>' || p[n] == '/' || isspace((unsigned char)p[n]))
			return true;
	}
	return false;
}

/* What is copied as it stands.  Where an end is the last of its kind, openings
 * behind it are no openings: without that, each would search to the end. */
struct section {
	const char *open, *close;
	const char *last; /* where CLOSE last stands; NULL: nowhere */
};

static void
find_last_close(struct section *s, const char *bytes, const char *end)
{
	for (const char *p = end; p > bytes; p--)
		if (starts(p - 1, end, s->close)) {
			s->last = p - 1;
			return;
		}
}

/* Behind the section that begins at P; NULL: none does. */
static const char *
section_end(const struct section *s, const char *p, const char *end)
{
	if (!starts(p, end, s->open))
		return NULL;
	p += strlen(s->open);
	if (s->last == NULL || p > s->last)
		return NULL;
	while (!starts(p, end, s->close))
		p++;
	return p + strlen(s->close);
}

/* How many bytes at P, where a "<" stands, are markup; 0: it is text. */
static size_t
markup(const struct section sections[2], const char *p, const char *end)
{
	for (size_t i = 0; i < 2; i++) {
		const char *behind = section_end(&sections[i], p, end);

		if (behind != NULL)
			return (size_t)(behind - p);
	}
	return is_tag(p, end) ? 1 : 0;
}

void
xcp_repair(struct buf *out, const char *bytes, size_t n)
{
	struct section sections[2] = { { "<![CDATA[", "]]>", NULL }, { "<!--", "-->", NULL } };
	const char *end = bytes + n, *p = bytes;

	find_last_close(&sections[0], bytes, end);
	find_last_close(&sections[1], bytes, end);
	while (p < end) {
		const char *plain = p;
		size_t size = 1;

		while (p < end && *p != '&' && *p != '<')
			p++;
		buf_add(out, plain, (size_t)(p - plain));
		if (p == end)
			break;
		if (*p == '&' && !is_reference(p, end))
			buf_text(out, "&amp;");
		else if (*p == '<' && (size = markup(sections, p, end)) == 0)
			buf_text(out, "&lt;");
		else
			buf_add(out, p, size);
		p += size > 0 ? size : 1;
	}
}
