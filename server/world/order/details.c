#include "world/order/details.h"

#include <jansson.h>

#include "base/arena.h"
#include "base/must.h"
#include "base/quote.h"

const char *
details_text(struct arena *a, const struct detail *rows)
{
	struct buf b;

	buf_open(&b, 0);
	for (; rows->name != NULL; rows++)
		if (rows->value != NULL && *rows->value != '\0') {
			buf_char(&b, b.size == 0 ? '{' : ',');
			quote_write(&b, rows->name);
			buf_char(&b, ':');
			quote_write(&b, rows->value);
		}
	buf_text(&b, b.size == 0 ? "{}" : "}");
	const char *text = arena_strndup(a, b.data, b.size);
	buf_close(&b);
	return text;
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
