#include "shell/pairs.h"

/* The few fields of the API that are no texts; it says so where one is missing here. */
static const char *const numbers[] = { "seed", "rate", "code", "nth", "times", NULL };
static const char *const lists[] = { "nameservers", "ip_rules", "subuser_permissions", NULL };

static bool
is_among(const char *const *names, const char *name)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

static json_t *
list_of(struct control *c, const char *text)
{
	json_t *list = json_array();

	while (*text != '\0') {
		size_t n = strcspn(text, ",");
		if (n > 0)
			json_array_append_new(list, json_string(arena_strndup(c->a, text, n)));
		text += n + (text[n] == ',');
	}
	return list;
}

static json_t *
value_of(struct control *c, const char *name, const char *text)
{
	char *end;
	long long number = strtoll(text, &end, 10);

	if (is_among(lists, name))
		return list_of(c, text);
	if (is_among(numbers, name) && *text != '\0' && *end == '\0')
		return json_integer(number);
	if (strcmp(text, "true") == 0 || strcmp(text, "false") == 0)
		return json_boolean(*text == 't');
	return json_string(text);
}

/* The names of notices and policies have dots of their own. */
static void
put(struct control *c, json_t *map, const char *name, const char *text)
{
	size_t n = strcspn(name, ".");

	if (name[n] == '\0') {
		json_object_set_new(map, name, value_of(c, name, text));
		return;
	}
	const char *outer = arena_strndup(c->a, name, n);
	json_t *inner = json_object_get(map, outer);
	if (!json_is_object(inner)) {
		json_object_set_new(map, outer, json_object());
		inner = json_object_get(map, outer);
	}
	if (strcmp(outer, "policies") == 0)
		json_object_set_new(inner, name + n + 1, json_string(text));
	else if (strcmp(outer, "notices") == 0)
		json_object_set_new(inner, name + n + 1, value_of(c, name + n + 1, text));
	else
		put(c, inner, name + n + 1, text);
}

bool
pairs_into(struct control *c, int from, json_t *body)
{
	for (int i = from; i < c->word_count; i++) {
		const char *equals = strchr(c->words[i], '=');
		if (equals == NULL || equals == c->words[i]) {
			control_fail(c, EXIT_USAGE, "\"%s\" is no NAME=VALUE", c->words[i]);
			return false;
		}
		put(c, body, arena_strndup(c->a, c->words[i], (size_t)(equals - c->words[i])),
		    equals + 1);
	}
	return true;
}
