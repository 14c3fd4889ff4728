#include "world/name/nameserver.h"

#include <jansson.h>

#include "base/arena.h"
#include "base/must.h"

const char *
nameservers_text(struct arena *a, const char *const *names, size_t n)
{
	json_t *json = json_array();

	must(n <= MAX_NAMESERVERS);
	for (size_t i = 0; i < n; i++)
		must(json_array_append_new(json, json_string(names[i])) == 0);
	char *text = json_dumps(json, JSON_COMPACT);
	must(text != NULL);
	json_decref(json);
	const char *copy = arena_strdup(a, text);
	free(text);
	return copy;
}

size_t
nameservers_parse(struct arena *a, const char *text, const char *names[MAX_NAMESERVERS])
{
	json_t *json = json_loads(text, 0, NULL);
	size_t n = json_array_size(json);

	must(json != NULL);
	n = n < MAX_NAMESERVERS ? n : MAX_NAMESERVERS;
	for (size_t i = 0; i < n; i++) {
		const char *name = json_string_value(json_array_get(json, i));
		must(name != NULL);
		names[i] = arena_strdup(a, name);
	}
	json_decref(json);
	return n;
}
