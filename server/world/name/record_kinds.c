/* The kinds of records, and what may stand in their fields. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "world/name/address.h"
#include "world/name/record.h"

#define DIGITS "0123456789"
#define LETTERS "abcdefghijklmnopqrstuvwxyz"
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define LONGEST_NAME 253
#define LONGEST_LABEL 63
#define LONGEST_LINE 2048

/* Labels may begin with an underscore, as those of services and keys do. */
static bool
are_labels(const char *text)
{
	if (strlen(text) > LONGEST_NAME)
		return false;
	for (;; text++) {
		size_t n = strspn(text, LETTERS CAPITALS DIGITS "-_");
		if (n == 0 || n > LONGEST_LABEL || text[0] == '-' || text[n - 1] == '-')
			return false;
		text += n;
		if (*text != '.')
			return *text == '\0';
	}
}

/* A wildcard is a whole label, and the first (RFC 4592). */
static bool
is_subdomain(const char *text)
{
	if (text[0] == '*' && text[1] == '.')
		return are_labels(text + 2);
	return strcmp(text, "*") == 0 || are_labels(text);
}

static bool
is_target(const char *text)
{
	const char *dot = strchr(text, '.');

	return dot != NULL && dot[1] != '\0' && are_labels(text) && !ipv4_well_formed(text);
}

static bool
is_short(const char *text)
{
	size_t n = strspn(text, DIGITS);

	return n > 0 && n <= 5 && text[n] == '\0' && strtol(text, NULL, 10) <= UINT16_MAX;
}

static bool
is_line(const char *text)
{
	size_t n = 0;

	for (; text[n] != '\0'; n++)
		if ((unsigned char)text[n] < ' ' || text[n] == 0x7f)
			return false;
	return n > 0 && n <= LONGEST_LINE;
}

static bool
is_flag(const char *text)
{
	return strcmp(text, "0") == 0 || strcmp(text, "1") == 0;
}

static bool
is_url(const char *text)
{
	size_t scheme = strncmp(text, "https://", 8) == 0  ? 8
			: strncmp(text, "http://", 7) == 0 ? 7
							   : 0;

	return scheme > 0 && text[scheme] != '\0' && is_line(text) && strchr(text, ' ') == NULL;
}

static bool
is_one_of(const char *text, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(text, *words) == 0)
			return true;
	return false;
}

static bool
is_algorithm(const char *text)
{
	static const char *const known[] = { "2", "3", "5", "6", "7", "8", "10", "13", "14", "253",
		"254", NULL };

	return is_one_of(text, known);
}

/* SHA-1, SHA-256, GOST R 34.11-94, SHA-384: so many hex digits. */
static const size_t digest_sizes[] = { 40, 64, 64, 96 };

static bool
is_digest_type(const char *text)
{
	return text[0] >= '1' && text[0] <= '4' && text[1] == '\0';
}

static bool
is_hex(const char *text)
{
	return *text != '\0' && text[strspn(text, DIGITS "abcdefABCDEF")] == '\0';
}

static bool
digest_fits(const struct record *r)
{
	return strlen(r->values[3]) == digest_sizes[r->values[2][0] - '1'];
}

#define REQUIRED(name, fits) \
	{ \
		name, fits, NULL, false \
	}
#define OPTIONAL(name, fits, otherwise) \
	{ \
		name, fits, otherwise, false \
	}
#define HOST(name, fits, otherwise) \
	{ \
		name, fits, otherwise, true \
	}
const struct record_kind record_kinds[] = {
#define RECORD(name, service, key, alone, fits, ...) \
	{ name, service, key, alone, fits, { __VA_ARGS__, { NULL, NULL, NULL, false } } },
#include "world/name/records.def"
#undef RECORD
	{ .name = NULL },
};

const struct record_kind *
record_kind_named(const char *name)
{
	for (const struct record_kind *k = record_kinds; k->name != NULL; k++)
		if (strcmp(k->name, name) == 0)
			return k;
	return NULL;
}
