#include "world/order/details.h"

#include <jansson.h>

#include "base/arena.h"
#include "base/must.h"

const char *
details_text(struct arena *a, const struct detail *rows)
{
	json_t *json = json_object();

	for (; rows->name != NULL; rows++)
		if (rows->value != NULL && *rows->value != '\0')
			must(json_object_set_new(json, rows->name, json_string(rows->value)) == 0);
	char *text = json_dumps(json, JSON_COMPACT);
	must(text != NULL);
	json_decref(json);
	const char *copy = arena_strdup(a, text);
	free(text);
	return copy;
}

const char *
details_read(struct arena *a, const char *text, const char *name)
{
	json_t *json = json_loads(text, 0, NULL);

	must(json != NULL);
	const char *value = json_string_value(json_object_get(json, name));
	value = arena_strdup(a, value == NULL ? "" : value);
	json_decref(json);
	return value;
}
