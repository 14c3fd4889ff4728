#include "base/nearest.h"

#include <ctype.h>
#include <stdbool.h>

#define LONGEST 64 /* longer words are nobody's typing error */

static bool
same(char a, char b)
{
	return tolower((unsigned char)a) == tolower((unsigned char)b);
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Row I of the table of edits from A to B; the two rows before it are known. */
static void
fill_row(const char *a, const char *b, size_t i, size_t rows[3][LONGEST + 1])
{
	size_t *row = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];

	row[0] = i;
	for (size_t j = 1; b[j - 1] != '\0'; j++) {
		row[j] = least(least(before[j], row[j - 1]) + 1,
		    before[j - 1] + (same(a[i - 1], b[j - 1]) ? 0 : 1));
		if (i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]))
			row[j] = least(row[j], earlier[j - 2] + 1);
	}
}

static size_t
edits_between(const char *a, const char *b)
{
	size_t rows[3][LONGEST + 1];
	size_t i = 0;

	for (size_t j = 0; j <= LONGEST; j++)
		rows[0][j] = j;
	while (a[i] != '\0')
		fill_row(a, b, ++i, rows);
	return rows[i % 3][strlen(b)];
}

struct nearest
nearest_to(const char *typed)
{
	return (struct nearest){ .typed = typed, .edits = strlen(typed) / 3 + 1 };
}

void
nearest_offer(struct nearest *n, const char *known)
{
	if (strlen(n->typed) > LONGEST || strlen(known) > LONGEST)
		return;
	size_t edits = edits_between(n->typed, known);
	if (edits < n->edits) {
		n->edits = edits;
		n->word = known;
	}
}
