/* Each name once. */
#include "base/arena.h"
#include "command/bulk_change/change.h"

struct spelt {
	const char *name;
	size_t nr;
};

static int
by_spelling(const void *a, const void *b)
{
	const struct spelt *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	return order != 0 ? order : (x->nr > y->nr) - (x->nr < y->nr);
}

size_t
names_once(struct arena *a, const char **names, const char **details, size_t n)
{
	struct spelt *sorted = NEW_ARRAY(a, struct spelt, n + 1);
	bool *again = NEW_ARRAY(a, bool, n + 1);
	size_t left = 0;

	for (size_t i = 0; i < n; i++)
		sorted[i] = (struct spelt){ names[i], i };
	qsort(sorted, n, sizeof(*sorted), by_spelling);
	for (size_t i = 1; i < n; i++)
		again[sorted[i].nr] = strcmp(sorted[i - 1].name, sorted[i].name) == 0;
	for (size_t i = 0; i < n; i++) {
		if (again[i])
			continue;
		names[left] = names[i];
		if (details != NULL)
			details[left] = details[i];
		left++;
	}
	return left;
}
