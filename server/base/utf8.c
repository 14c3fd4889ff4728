#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

static bool
is_ascii(const char *eight)
{
	uint64_t word;

	memcpy(&word, eight, sizeof(word));
	return (word & UINT64_C(0x8080808080808080)) == 0;
}

static bool
within(unsigned char c, unsigned char low, unsigned char high)
{
	return low <= c && c <= high;
}

/* The length of the character at S, of at most N bytes; 0: it is none.  Only
 * the second byte's range depends on the first (RFC 3629, section 4). */
static size_t
character(const unsigned char *s, size_t n)
{
	unsigned char low = 0x80, high = 0xBF;
	size_t size;

	if (s[0] < 0x80)
		return 1;
	if (within(s[0], 0xC2, 0xDF))
		size = 2;
	else if (within(s[0], 0xE0, 0xEF))
		size = 3;
	else if (within(s[0], 0xF0, 0xF4))
		size = 4;
	else
		return 0;
	if (s[0] == 0xE0)
		low = 0xA0;
	else if (s[0] == 0xF0)
		low = 0x90;
	else if (s[0] == 0xED)
		high = 0x9F;
	else if (s[0] == 0xF4)
		high = 0x8F;
	if (size > n || !within(s[1], low, high))
		return 0;
	for (size_t i = 2; i < size; i++)
		if (!within(s[i], 0x80, 0xBF))
			return 0;
	return size;
}

size_t
utf8_span(const char *bytes, size_t n)
{
	size_t at = 0;

	while (at < n) {
		if (n - at >= 8 && is_ascii(bytes + at)) {
			at += 8;
			continue;
		}
		size_t size = character((const unsigned char *)bytes + at, n - at);
		if (size == 0)
			return at;
		at += size;
	}
	return at;
}
