#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "wire/api/answer.h"
#include "wire/api/api.h"

static int
append(const char *bytes, size_t size, void *closure)
{
	buf_add(closure, bytes, size);
	return 0;
}

const char *
json_text(struct arena *a, json_t *j)
{
	struct buf b;

	must(j != NULL);
	buf_open(&b, 0);
	must(json_dump_callback(j, append, &b, JSON_COMPACT) == 0);
	json_decref(j);
	const char *text = arena_strndup(a, b.data, b.size);
	buf_close(&b);
	return text;
}

const struct problem *
answer_json(struct call *c, int status, json_t *j)
{
	if (engine_config(c->engine)->check_answers)
		answer_check(c, status, j);
	const char *text = arena_printf(c->arena, "%s\n", json_text(c->arena, j));
	exchange_answer(c->x, status, "application/json", text, strlen(text));
	return NULL;
}

const struct problem *
answer_bytes(struct call *c, const char *bytes, size_t size)
{
	const struct field *gives = row_of(c)->gives;

	must(gives->type == FIELD_BYTES);
	exchange_answer(c->x, 200, gives->name, bytes, size);
	return NULL;
}

/* What came over the wire may be no UTF-8: its foreign bytes become '?'. */
static json_t *
plain(const char *text)
{
	char *copy = strdup(text);

	must(copy != NULL);
	for (char *at = copy; *at != '\0'; at++)
		if ((unsigned char)*at >= 0x80)
			*at = '?';
	json_t *j = json_string(copy);
	free(copy);
	return j;
}

json_t *
json_text_value(const char *text)
{
	if (text == NULL)
		return json_null();
	json_t *j = json_string(text);
	return j != NULL ? j : plain(text);
}

json_t *
json_instant(instant t)
{
	return json_string(instant_iso(t).text);
}

json_t *
json_instant_or_null(instant t)
{
	return t == 0 ? json_null() : json_instant(t);
}

json_t *
json_parsed(const char *text)
{
	json_t *j = json_loads(text, JSON_DECODE_ANY, NULL);

	must(j != NULL);
	return j;
}

void
json_put(json_t *map, const char *name, json_t *value)
{
	must(value != NULL && json_object_set_new(map, name, value) == 0);
}

bool
capture_id(const struct call *c, size_t n, int64_t *id)
{
	const char *text = c->captures[n];
	size_t size = strlen(text);

	if (size == 0 || size > 18 || text[strspn(text, "0123456789")] != '\0')
		return false;
	*id = strtoll(text, NULL, 10);
	return true;
}
