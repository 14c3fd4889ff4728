/* Arrays whose keys came in any order: see value.h. */
#include "xcp/value.h"

#include <stdbool.h>

#include "base/arena.h"

static bool
is_number(const char *key)
{
	return key[0] != '\0' && key[strspn(key, "0123456789")] == '\0';
}

/* By the number, of any length; what is no number comes last, as it came. */
static int
compare(const char *a, const char *b)
{
	if (!is_number(a) || !is_number(b))
		return is_number(b) - is_number(a);
	a += strspn(a, "0");
	b += strspn(b, "0");
	size_t n = strlen(a), m = strlen(b);
	return n != m ? (n > m) - (n < m) : strcmp(a, b);
}

/* Takes from LEFT first where the two are equal. */
static struct value *
merge(struct value *left, struct value *right)
{
	struct value *first = NULL, **end = &first;

	while (left != NULL && right != NULL) {
		struct value **from = compare(left->key, right->key) <= 0 ? &left : &right;

		*end = *from;
		*from = (*from)->next;
		end = &(*end)->next;
	}
	*end = left != NULL ? left : right;
	return first;
}

static struct value *
sort(struct value *list)
{
	if (list == NULL || list->next == NULL)
		return list;
	struct value *middle = list, *right;
	for (const struct value *end = list->next; end != NULL && end->next != NULL;
	     end = end->next->next)
		middle = middle->next;
	right = middle->next;
	middle->next = NULL;
	return merge(sort(list), sort(right));
}

static bool
same_number(const struct value *m, const struct value *next)
{
	return next != NULL && is_number(m->key) && compare(m->key, next->key) == 0;
}

void
value_order(struct arena *a, struct value *array)
{
	struct value *rest = sort(array->first);
	size_t count = 0;

	array->first = array->last = NULL;
	while (rest != NULL) {
		struct value *m = rest;
		char key[24];

		rest = m->next;
		if (same_number(m, rest))
			continue;
		m->next = NULL;
		snprintf(key, sizeof(key), "%zu", count++);
		if (strcmp(m->key, key) != 0)
			m->key = arena_strdup(a, key);
		value_append(array, m);
	}
}
