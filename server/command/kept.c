#include "command/kept.h"

#include <jansson.h>

#include "base/arena.h"
#include "base/must.h"

static json_t *
json_of(const struct value *v)
{
	if (v->kind == VALUE_TEXT)
		return json_string(v->text);
	json_t *j = v->kind == VALUE_ARRAY ? json_array() : json_object();
	for (const struct value *m = v->first; m != NULL; m = m->next) {
		if (v->kind == VALUE_ARRAY)
			json_array_append_new(j, json_of(m));
		else
			json_object_set_new(j, m->key, json_of(m));
	}
	return j;
}

const char *
kept_text(struct arena *a, const struct value *tree)
{
	json_t *j = tree == NULL ? json_object() : json_of(tree);
	char *text = json_dumps(j, JSON_COMPACT);

	must(text != NULL);
	const char *copy = arena_strdup(a, text);
	free(text);
	json_decref(j);
	return copy;
}

static void add(struct arena *a, struct value *parent, const char *key, const json_t *j);

static void
add_members(struct arena *a, struct value *to, const json_t *j)
{
	const char *key;
	json_t *member;
	size_t i;

	json_array_foreach(j, i, member) add(a, to, NULL, member);
	json_object_foreach((json_t *)j, key, member) add(a, to, key, member);
}

static void
add(struct arena *a, struct value *parent, const char *key, const json_t *j)
{
	if (json_is_string(j))
		value_add_text(a, parent, key, json_string_value(j));
	else
		add_members(
		    a, value_add(a, parent, key, json_is_array(j) ? VALUE_ARRAY : VALUE_ASSOC), j);
}

struct value *
kept_read(struct arena *a, const char *text)
{
	json_t *j = json_loads(text, 0, NULL);

	must(j != NULL);
	struct value *root = value_new(a, json_is_array(j) ? VALUE_ARRAY : VALUE_ASSOC);
	add_members(a, root, j);
	json_decref(j);
	return root;
}
