#include "world/name/address.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"
#define HEX DIGITS "abcdefABCDEF"

/* One to three digits, no zero in front of others, at most 255; how many bytes. */
static size_t
octet(const char *text)
{
	size_t n = strspn(text, DIGITS);

	if (n == 0 || n > 3 || (n > 1 && text[0] == '0') || strtol(text, NULL, 10) > 255)
		return 0;
	return n;
}

bool
ipv4_well_formed(const char *text)
{
	for (int part = 1;; part++) {
		size_t n = octet(text);
		if (n == 0)
			return false;
		text += n;
		if (part == 4)
			return *text == '\0';
		if (*text++ != '.')
			return false;
	}
}

/* A group of up to four hex digits; how many bytes. */
static size_t
group(const char *text)
{
	size_t n = strspn(text, HEX);

	return n > 4 || (text[n] != ':' && text[n] != '\0') ? 0 : n;
}

/* Eight groups of 16 bits; the last two may be an IPv4 address, and one run of
 * them may be left out (RFC 4291, 2.2). */
bool
ipv6_well_formed(const char *text)
{
	int groups = 0;
	bool gap = strncmp(text, "::", 2) == 0;

	for (text += gap ? 2 : 0; *text != '\0' || !gap;) {
		bool last = ipv4_well_formed(text);
		size_t n = last ? strlen(text) : group(text);
		if (n == 0)
			return false;
		groups += last ? 2 : 1;
		text += n;
		if (*text == '\0')
			break;
		text++;
		if (*text == ':' && gap)
			return false;
		if (*text == ':') {
			gap = true;
			text++;
		} else if (*text == '\0') {
			return false;
		}
	}
	return gap ? groups < 8 : groups == 8;
}
