/* Cents: amounts as people and the reseller API write them. */
#include "base/arena.h"
#include "world/money/account.h"

#define MOST_DIGITS 12 /* before the point: sums of such amounts never overflow */

const char *
cents_text(struct arena *a, int64_t cents)
{
	uint64_t n = cents < 0 ? -(uint64_t)cents : (uint64_t)cents;

	return arena_printf(
	    a, "%s%" PRIu64 ".%02u", cents < 0 ? "-" : "", n / 100, (unsigned)(n % 100));
}

bool
cents_parse(const char *text, int64_t *cents)
{
	bool negative = *text == '-';
	const char *s = text + negative;
	size_t digits = strspn(s, "0123456789");
	size_t decimals = s[digits] == '.' ? strspn(s + digits + 1, "0123456789") : 0;
	const char *end = s + digits + (s[digits] == '.') + decimals;

	if (digits == 0 || digits > MOST_DIGITS || decimals > 2 || *end != '\0' ||
	    (s[digits] == '.' && decimals == 0))
		return false;
	int64_t n = strtoll(s, NULL, 10) * 100;
	if (decimals > 0)
		n += (s[digits + 1] - '0') * 10;
	if (decimals > 1)
		n += s[digits + 2] - '0';
	*cents = negative ? -n : n;
	return true;
}
