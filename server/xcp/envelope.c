#include "xcp/envelope.h"

#define SIZE(literal) (sizeof(literal) - 1)

static const char root[] = "<OPS_envelope>", opening[] = "<body>", closing[] = "</body>";

/* Where MARK first stands from FROM on; NULL: nowhere. */
static const char *
find(const char *from, const char *end, const char *mark)
{
	size_t n = strlen(mark);

	for (; from != NULL && (size_t)(end - from) >= n; from++) {
		from = memchr(from, mark[0], (size_t)(end - from) - n + 1);
		if (from == NULL || memcmp(from, mark, n) == 0)
			return from;
	}
	return NULL;
}

static const char *
find_last(const char *from, const char *end, const char *mark)
{
	size_t n = strlen(mark);

	if ((size_t)(end - from) < n)
		return NULL;
	for (const char *p = end - n; p >= from; p--)
		if (memcmp(p, mark, n) == 0)
			return p;
	return NULL;
}

/* What clients call the encodings that we know.  All others are as good as
 * none: a message in them is UTF-8 or it is not. */
static const struct {
	const char *alias, *name;
} encodings[] = {
	{ "utf-8", "UTF-8" },
	{ "utf8", "UTF-8" },
	{ "iso-8859-1", "ISO-8859-1" },
	{ "latin1", "ISO-8859-1" },
	{ "windows-1252", "windows-1252" },
	{ "cp1252", "windows-1252" },
};

static const char *
known_encoding(const char *name, size_t n)
{
	for (size_t i = 0; i < sizeof(encodings) / sizeof(*encodings); i++)
		if (strlen(encodings[i].alias) == n &&
		    strncasecmp(encodings[i].alias, name, n) == 0)
			return encodings[i].name;
	return NULL;
}

static const char *
skip_blanks(const char *p, const char *end)
{
	while (p < end && strchr(" \t\r\n", *p) != NULL && *p != '\0')
		p++;
	return p;
}

/* The value of encoding= in <?xml ... ?>, if one stands before the body. */
static const char *
declared_encoding(const char *bytes, const char *end)
{
	const char *p = find(bytes, end, "<?xml");

	if (p == NULL || (end = find(p, end, "?>")) == NULL)
		return NULL;
	p = find(p, end, "encoding");
	if (p == NULL)
		return NULL;
	p = skip_blanks(p + SIZE("encoding"), end);
	if (p == end || *p != '=')
		return NULL;
	p = skip_blanks(p + 1, end);
	if (p == end || (*p != '"' && *p != '\''))
		return NULL;
	const char *close = memchr(p + 1, *p, (size_t)(end - p - 1));
	return close != NULL ? known_encoding(p + 1, (size_t)(close - p - 1)) : NULL;
}

int
envelope_lines(const char *bytes, size_t n)
{
	const char *end = bytes + n;
	int lines = 0;

	for (; bytes < end && (bytes = memchr(bytes, '\n', (size_t)(end - bytes))) != NULL; bytes++)
		lines++;
	return lines;
}

struct envelope
envelope_open(const char *bytes, size_t size)
{
	const char *end = bytes + size;
	struct envelope e = { 0 };

	if (find(bytes, end, root) == NULL) {
		e.missing = root;
	} else if ((e.body = find(bytes, end, opening)) == NULL) {
		e.missing = opening;
	} else {
		const char *last = find_last(e.body, end, closing);
		if (last == NULL) {
			e.missing = closing;
			return e;
		}
		e.size = (size_t)(last - e.body) + SIZE(closing);
		e.line = 1 + envelope_lines(bytes, (size_t)(e.body - bytes));
		e.encoding = declared_encoding(bytes, e.body);
	}
	return e;
}
