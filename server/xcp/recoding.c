#include "xcp/recoding.h"

#include <ctype.h>
#include <nettle/base16.h>

#include "base/arena.h"
#include "base/utf8.h"

bool
recode_join(struct arena *a, struct bytes *b, const char *tail, size_t n)
{
	char *joined = arena_alloc(a, b->n + n + 1);

	memcpy(joined, b->at, b->n);
	memcpy(joined + b->n, tail, n);
	*b = (struct bytes){ joined, b->n + n };
	return n > 0;
}

static size_t
count(const struct bytes *b, int c)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		n += b->at[i] == c;
	return n;
}

bool
recode_lf_to_crlf(struct arena *a, struct bytes *b)
{
	size_t lines = count(b, '\n'), n = 0;

	if (lines == 0 || count(b, '\r') > 0)
		return false;
	char *out = arena_alloc(a, b->n + lines);
	for (size_t i = 0; i < b->n; i++) {
		if (b->at[i] == '\n')
			out[n++] = '\r';
		out[n++] = b->at[i];
	}
	*b = (struct bytes){ out, n };
	return true;
}

bool
recode_crlf_to_lf(struct arena *a, struct bytes *b)
{
	size_t n = 0;

	if (count(b, '\r') == 0)
		return false;
	char *out = arena_alloc(a, b->n);
	for (size_t i = 0; i < b->n; i++)
		if (b->at[i] != '\r' || i + 1 == b->n || b->at[i + 1] != '\n')
			out[n++] = b->at[i];
	bool changed = n < b->n;
	*b = (struct bytes){ out, n };
	return changed;
}

/* Characters up to U+00FF have one or two bytes; the first of two is C2 or C3. */
bool
recode_utf8_to_latin1(struct arena *a, struct bytes *b)
{
	size_t n = 0;

	if (utf8_span(b->at, b->n) < b->n)
		return false;
	char *out = arena_alloc(a, b->n + 1);
	for (size_t i = 0; i < b->n; i++) {
		unsigned char c = (unsigned char)b->at[i];

		if (c > 0xC3)
			return false;
		if (c >= 0x80)
			c = (unsigned char)((c & 3) << 6 | (b->at[++i] & 0x3F));
		out[n++] = (char)c;
	}
	bool changed = n < b->n;
	*b = (struct bytes){ out, n };
	return changed;
}

bool
recode_latin1_to_utf8(struct arena *a, struct bytes *b)
{
	char *out = arena_alloc(a, 2 * b->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++) {
		unsigned char c = (unsigned char)b->at[i];

		if (c >= 0x80) {
			out[n++] = (char)(0xC0 | c >> 6);
			c = 0x80 | (c & 0x3F);
		}
		out[n++] = (char)c;
	}
	bool changed = n > b->n;
	*b = (struct bytes){ out, n };
	return changed;
}

bool
recode_from_hex(struct arena *a, struct bytes *b)
{
	struct base16_decode_ctx c;
	uint8_t *out = arena_alloc(a, BASE16_DECODE_LENGTH(b->n) + 1);
	size_t n = 0;

	base16_decode_init(&c);
	if (!base16_decode_update(&c, &n, out, b->n, b->at) || !base16_decode_final(&c))
		return false;
	*b = (struct bytes){ (const char *)out, n };
	return n > 0;
}

bool
recode_to_upper(struct arena *a, struct bytes *b)
{
	char *out = arena_alloc(a, b->n + 1);
	bool changed = false;

	for (size_t i = 0; i < b->n; i++) {
		out[i] = (char)toupper((unsigned char)b->at[i]);
		changed = changed || out[i] != b->at[i];
	}
	*b = (struct bytes){ out, b->n };
	return changed;
}
