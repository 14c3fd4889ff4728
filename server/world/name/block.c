#include "world/name/block.h"

#include <stdlib.h>
#include <string.h>

#include "world/name/address.h"

enum { ALL_BITS = 128, MAPPED = 96, LONGEST = 46 /* of an address, with its end */ };

static const uint8_t mapped[12] = { [10] = 0xff, [11] = 0xff };

static void
ipv4_bytes(const char *text, uint8_t *to)
{
	for (int i = 0; i < 4; i++, text += *text == '.') {
		to[i] = (uint8_t)strtol(text, NULL, 10);
		text += strspn(text, "0123456789");
	}
}

/* Groups up to an end or to "::"; how many bytes they are. */
static size_t
groups(const char *text, uint8_t *to)
{
	size_t n = 0;

	while (*text != '\0' && *text != ':') {
		if (ipv4_well_formed(text)) {
			ipv4_bytes(text, to + n);
			return n + 4;
		}
		long group = strtol(text, NULL, 16);
		to[n++] = (uint8_t)(group >> 8);
		to[n++] = (uint8_t)group;
		text += strcspn(text, ":");
		text += *text == ':';
	}
	return n;
}

static void
ipv6_bytes(const char *text, uint8_t to[16])
{
	const char *gap = strstr(text, "::");
	uint8_t tail[16];

	memset(to, 0, 16);
	groups(text, to);
	if (gap != NULL) {
		size_t n = groups(gap + 2, tail);
		memcpy(to + 16 - n, tail, n);
	}
}

/* How many bits its own kind has; 0: no address. */
static int
address_parse(const char *text, uint8_t bytes[16])
{
	if (ipv4_well_formed(text)) {
		memcpy(bytes, mapped, sizeof(mapped));
		ipv4_bytes(text, bytes + sizeof(mapped));
		return ALL_BITS - MAPPED;
	}
	if (!ipv6_well_formed(text))
		return 0;
	ipv6_bytes(text, bytes);
	return ALL_BITS;
}

/* Digits only, at most so many; -1: something else. */
static int
bits_parse(const char *text, int most)
{
	size_t n = strspn(text, "0123456789");
	long bits = strtol(text, NULL, 10);

	return n == 0 || n > 3 || text[n] != '\0' || bits > most ? -1 : (int)bits;
}

bool
block_parse(const char *text, struct block *b)
{
	const char *slash = strchr(text, '/');
	size_t n = slash == NULL ? strlen(text) : (size_t)(slash - text);
	char address[LONGEST];

	if (n >= sizeof(address))
		return false;
	memcpy(address, text, n);
	address[n] = '\0';
	int own = address_parse(address, b->bytes);
	if (own == 0)
		return false;
	int bits = slash == NULL ? own : bits_parse(slash + 1, own);
	b->bits = ALL_BITS - own + bits;
	return bits >= 0;
}

bool
block_has(const struct block *b, const char *address)
{
	uint8_t bytes[16];
	size_t whole = (size_t)b->bits / 8;
	int rest = b->bits % 8;

	if (address_parse(address, bytes) == 0 || memcmp(bytes, b->bytes, whole) != 0)
		return false;
	return rest == 0 || ((bytes[whole] ^ b->bytes[whole]) >> (8 - rest)) == 0;
}
