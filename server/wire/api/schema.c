/* Shapes as JSON Schema. */
#include "base/arena.h"
#include "base/must.h"
#include "wire/api/json.h"

#define AN_INSTANT "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
#define A_DURATION "^[-+]?P[-+0-9A-Z.]*$"

/* How a type is written.  A text of one line is a string: no pattern says so
 * without hiding what matters. */
static const struct {
	const char *type, *or_type, *pattern, *format;
} types[FIELD_TYPES] = {
	[FIELD_TEXT] = { .type = "string" },
	[FIELD_LINES] = { .type = "string" },
	[FIELD_NAME] = { .type = "string", .pattern = "^[A-Za-z0-9_][A-Za-z0-9._-]{0,62}$" },
	[FIELD_INTEGER] = { .type = "integer" },
	[FIELD_NUMBER] = { .type = "integer" },
	[FIELD_SCALAR] = { .type = "string", .or_type = "integer" },
	[FIELD_FLAG] = { .type = "boolean" },
	[FIELD_MONEY] = { .type = "string", .or_type = "number" },
	[FIELD_AMOUNT] = { .type = "string", .pattern = "^-?[0-9]+[.][0-9]{2}$" },
	[FIELD_INSTANT] = { .type = "string", .pattern = AN_INSTANT, .format = "date-time" },
	[FIELD_DURATION] = { .type = "string", .pattern = A_DURATION },
	[FIELD_MOMENT] = { .type = "string", .pattern = AN_INSTANT "|" A_DURATION },
	[FIELD_LIST] = { .type = "array" },
	[FIELD_MAP] = { .type = "object" },
	[FIELD_ITEMS] = { .type = "array" },
	[FIELD_ANY] = { .type = NULL },
	[FIELD_BYTES] = { .type = "string" },
};

static void
put_type(json_t *j, const struct field *f)
{
	json_t *all = json_array();

	if (types[f->type].type != NULL)
		json_array_append_new(all, json_string(types[f->type].type));
	if (types[f->type].or_type != NULL)
		json_array_append_new(all, json_string(types[f->type].or_type));
	if (f->or_null && json_array_size(all) > 0)
		json_array_append_new(all, json_string("null"));
	if (json_array_size(all) == 1)
		json_put(j, "type", json_incref(json_array_get(all, 0)));
	else if (json_array_size(all) > 1)
		json_put(j, "type", json_incref(all));
	json_decref(all);
}

static json_t *
choices_json(struct arena *a, const struct field *f)
{
	json_t *words = json_array();

	for (const char *at = f->choices; *at != '\0'; at += strspn(at, "|")) {
		size_t n = strcspn(at, "|");
		json_array_append_new(words, json_string(arena_strndup(a, at, n)));
		at += n;
	}
	if (f->or_null)
		json_array_append_new(words, json_null());
	return words;
}

static json_t *
inner_schema(struct arena *a, const struct field *shape, refer_fn *refer)
{
	const char *there = refer(a, shape);

	return there != NULL ? json_pack("{s:s}", "$ref", there) : shape_schema(a, shape, refer);
}

/* A map that may be absent in all but name cannot be a mere reference. */
static json_t *
map_schema(struct arena *a, const struct field *f, refer_fn *refer)
{
	json_t *inner = inner_schema(a, f->inner, refer);

	if (!f->or_null)
		return inner;
	return json_pack("{s:[o, {s:s}]}", "oneOf", inner, "type", "null");
}

json_t *
field_schema(struct arena *a, const struct field *f, refer_fn *refer)
{
	if (f->type == FIELD_MAP)
		return map_schema(a, f, refer);
	json_t *j = json_object();
	put_type(j, f);
	if (types[f->type].pattern != NULL)
		json_put(j, "pattern", json_string(types[f->type].pattern));
	if (types[f->type].format != NULL)
		json_put(j, "format", json_string(types[f->type].format));
	if (f->type == FIELD_INTEGER)
		json_put(j, "minimum", json_integer(0));
	if (f->type == FIELD_LIST)
		json_put(j, "items", json_pack("{s:s}", "type", "string"));
	if (f->type == FIELD_ITEMS)
		json_put(j, "items", inner_schema(a, f->inner, refer));
	if (f->choices != NULL)
		json_put(j, "enum", choices_json(a, f));
	return j;
}

json_t *
shape_schema(struct arena *a, const struct field *shape, refer_fn *refer)
{
	json_t *names = json_object(), *required = json_array(), *others = json_false();

	for (const struct field *f = shape; f->name != NULL; f++) {
		if (f->type == FIELD_LATER)
			continue;
		json_t *j = field_schema(a, f, refer);
		if (strcmp(f->name, "*") == 0)
			others = j;
		else
			json_put(names, f->name, j);
		if (f->required)
			json_array_append_new(required, json_string(f->name));
	}
	json_t *j = json_pack("{s:s, s:o}", "type", "object", "properties", names);
	if (json_array_size(required) > 0)
		json_put(j, "required", json_incref(required));
	json_decref(required);
	json_put(j, "additionalProperties", others);
	return j;
}
