#include "base/quote.h"

#include "base/arena.h"
#include "base/must.h"

void
quote_write(struct buf *b, const char *text)
{
	buf_char(b, '"');
	for (;;) {
		size_t plain = 0;
		while (
		    (unsigned char)text[plain] >= ' ' && text[plain] != '"' && text[plain] != '\\')
			plain++;
		buf_add(b, text, plain);
		text += plain;
		if (*text == '\0')
			break;
		if (*text == '\n')
			buf_text(b, "\\n");
		else if ((unsigned char)*text < ' ')
			buf_printf(b, "\\u%04x", (unsigned)*text);
		else
			buf_add(b, (char[]){ '\\', *text }, 2);
		text++;
	}
	buf_char(b, '"');
}

/* Four hex digits; below 0x20 in all that we write, below 0x800 is enough. */
static char *
put_code(char *out, const char *digits)
{
	char four[5] = { digits[0], digits[1], digits[2], digits[3], '\0' };
	unsigned long code = strtoul(four, NULL, 16);

	must(code > 0 && code < 0x800);
	if (code >= 0x80) {
		*out++ = (char)(0xc0 | code >> 6);
		code = 0x80 | (code & 0x3f);
	}
	*out++ = (char)code;
	return out;
}

static char *
put_escape(char *out, const char **at)
{
	static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
	char c = *(*at)++;
	const char *letter = strchr(letters, c);

	must(c != '\0');
	if (c == 'u') {
		out = put_code(out, *at);
		*at += 4;
	} else {
		*out++ = letter != NULL ? meant[letter - letters] : c;
	}
	return out;
}

const char *
quote_read(struct arena *a, const char **at)
{
	must(**at == '"');
	const char *from = ++*at;
	size_t plain = strcspn(from, "\"\\");

	*at += plain + 1;
	if (from[plain] == '"')
		return arena_strndup(a, from, plain);
	const char *end = from + plain;
	while (*end != '"') {
		end += *end == '\\' ? 2 : 1;
		must(end[-1] != '\0' && *end != '\0');
	}
	char *text = arena_strndup(a, from, (size_t)(end - from)), *out = text + plain;
	for (const char *in = from + plain; in < end;) {
		if (*in != '\\') {
			*out++ = *in++;
			continue;
		}
		in++;
		out = put_escape(out, &in);
	}
	*out = '\0';
	*at = end + 1;
	return text;
}
