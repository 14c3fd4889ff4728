#include "xcp/value.h"

#include "base/arena.h"
#include "base/must.h"

struct value *
value_new(struct arena *a, enum value_kind kind)
{
	struct value *v = NEW(a, struct value);

	v->kind = kind;
	if (kind == VALUE_TEXT)
		v->text = "";
	return v;
}

void
value_append(struct value *parent, struct value *member)
{
	must(parent->kind != VALUE_TEXT && member->next == NULL);
	if (parent->last != NULL)
		parent->last->next = member;
	else
		parent->first = member;
	parent->last = member;
}

/* The last member knows how many there are. */
static const char *
next_index(struct arena *a, const struct value *array)
{
	if (array->last == NULL)
		return "0";
	return arena_printf(a, "%lu", strtoul(array->last->key, NULL, 10) + 1);
}

void
value_adopt(struct arena *a, struct value *parent, const char *key, struct value *member)
{
	must((key == NULL) == (parent->kind == VALUE_ARRAY));
	member->key = key != NULL ? arena_strdup(a, key) : next_index(a, parent);
	value_append(parent, member);
}

struct value *
value_add(struct arena *a, struct value *parent, const char *key, enum value_kind kind)
{
	struct value *member = value_new(a, kind);

	value_adopt(a, parent, key, member);
	return member;
}

struct value *
value_add_text(struct arena *a, struct value *parent, const char *key, const char *text)
{
	struct value *member = value_add(a, parent, key, VALUE_TEXT);

	member->text = arena_strdup(a, text);
	return member;
}

/* The member whose key is the N bytes at KEY. */
static const struct value *
get(const struct value *parent, const char *key, size_t n)
{
	const struct value *found = NULL;

	if (parent == NULL)
		return NULL;
	for (const struct value *m = parent->first; m != NULL; m = m->next)
		if (strncmp(m->key, key, n) == 0 && m->key[n] == '\0')
			found = m;
	return found;
}

const struct value *
value_get(const struct value *parent, const char *key)
{
	return get(parent, key, strlen(key));
}

const char *
value_text(const struct value *parent, const char *key)
{
	const struct value *member = value_get(parent, key);

	return member != NULL && member->kind == VALUE_TEXT ? member->text : NULL;
}

/* How long the first key may be if LONGER was too long: to the dot before. */
static size_t
shorter(const char *path, size_t longer)
{
	while (longer > 0 && path[longer - 1] != '.')
		longer--;
	return longer > 0 ? longer - 1 : 0;
}

const struct value *
value_path(const struct value *root, const char *path)
{
	for (size_t n = strlen(path); n > 0; n = shorter(path, n)) {
		const struct value *member = get(root, path, n);

		if (member != NULL && path[n] == '.')
			member = value_path(member, path + n + 1);
		if (member != NULL)
			return member;
	}
	return NULL;
}

size_t
value_count(const struct value *parent)
{
	size_t count = 0;

	if (parent == NULL)
		return 0;
	for (const struct value *m = parent->first; m != NULL; m = m->next)
		count++;
	return count;
}
