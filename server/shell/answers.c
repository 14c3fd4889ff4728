#include "shell/answers.h"

#include "base/embedded.h"
#include "command/command.h"

#define SHIPPED "fixtures/commands/answers"

/* The map under KEY, made where there is none. */
static json_t *
map_at(json_t *in, const char *key)
{
	json_t *map = json_object_get(in, key);

	if (map == NULL) {
		map = json_object();
		json_object_set_new(in, key, map);
	}
	return map;
}

/* What is known of "ACTION/OBJECT"; of "ACTION/OBJECT:CODE" the code is cut off. */
static json_t *
entry(json_t *answers, char *command, const char **code)
{
	char *colon = strchr(command, ':');

	*code = colon == NULL ? "" : colon + 1;
	if (colon != NULL)
		*colon = '\0';
	return map_at(answers, command);
}

static bool
is_story(const char *who)
{
	const char *end = strrchr(who, '.');

	return end != NULL && strcmp(end, ".story") == 0;
}

static void
note(json_t *answers, const char *kind, char *head, char *word)
{
	const char *code;

	if (strcmp(kind, "sends") == 0) {
		json_t *senders = map_at(
		    entry(answers, word, &code), is_story(head) ? "stories" : "tests");
		json_object_set_new(map_at(senders, head), code, json_true());
	} else if (strcmp(kind, "takes") == 0) {
		json_t *takes = map_at(entry(answers, head, &code), "takes");
		json_object_set_new(takes, word, json_true());
	} else if (strcmp(kind, "returns") == 0) {
		json_t *returns = map_at(entry(answers, head, &code), "returns");
		json_object_set_new(map_at(returns, code), word, json_true());
	}
}

/* Cuts at the first of END; what comes behind it. */
static char *
cut(char *text, char end)
{
	char *at = strchr(text, end);

	if (at == NULL)
		return text + strlen(text);
	*at = '\0';
	return at + 1;
}

static void
read_line(json_t *answers, char *line)
{
	char *head = cut(line, '\t'), *word = cut(head, '\t');

	while (*word != '\0') {
		char again[256], *next = cut(word, '\t');
		snprintf(again, sizeof(again), "%s", head);
		note(answers, line, again, word);
		word = next;
	}
}

static char *
whole_file(FILE *f)
{
	size_t size = 0, room = 1 << 16;
	char *text = malloc(room);

	while (text != NULL) {
		size_t n = fread(text + size, 1, room - size - 1, f);
		size += n;
		text[size] = '\0';
		if (n == 0)
			break;
		if (room - size < 2)
			text = realloc(text, room *= 2);
	}
	return text;
}

static char *
text_of(const char *file)
{
	const struct embedded *shipped = embedded_find(SHIPPED);

	if (file == NULL)
		return strdup(shipped == NULL ? "" : shipped->data);
	FILE *f = fopen(file, "r");
	if (f == NULL)
		return NULL;
	char *text = whole_file(f);
	fclose(f);
	return text;
}

json_t *
answers_read(const char *file)
{
	char *text = text_of(file);

	if (text == NULL) {
		fprintf(stderr, "orrery: there is no record %s\n", file);
		return NULL;
	}
	json_t *answers = json_object();
	for (char *line = text; *line != '\0';) {
		char *next = cut(line, '\n');
		read_line(answers, line);
		line = next;
	}
	free(text);
	return answers;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The keys of a map, in order. */
static json_t *
sorted(json_t *map)
{
	size_t n = json_object_size(map), i = 0;
	const char **keys = calloc(n + 1, sizeof(*keys)), *key;
	json_t *list = json_array(), *value;

	json_object_foreach(map, key, value) keys[i++] = key;
	qsort(keys, n, sizeof(*keys), by_text);
	for (i = 0; i < n; i++)
		json_array_append_new(list, json_string(keys[i]));
	free(keys);
	return list;
}

static json_t *
senders_of(json_t *map)
{
	json_t *paths = sorted(map), *list = json_array();

	for (size_t i = 0; i < json_array_size(paths); i++) {
		const char *path = json_string_value(json_array_get(paths, i));
		json_array_append_new(list, json_pack("{s:s, s:o}", "path", path, "codes",
						sorted(json_object_get(map, path))));
	}
	json_decref(paths);
	return list;
}

static json_t *
returns_of(json_t *map)
{
	json_t *codes = sorted(map), *returns = json_object();

	for (size_t i = 0; i < json_array_size(codes); i++) {
		const char *code = json_string_value(json_array_get(codes, i));
		json_object_set_new(returns, code, sorted(json_object_get(map, code)));
	}
	json_decref(codes);
	return returns;
}

static json_t *
accepts_of(const struct command *c, const json_t *takes)
{
	static const char *const types[] = {
		[ATTR_TEXT] = "text",
		[ATTR_INT] = "number",
		[ATTR_FLAG] = "flag",
		[ATTR_TREE] = "tree",
		[ATTR_DOMAIN] = "name",
		[ATTR_WORDS] = "words",
	};
	json_t *list = json_array();

	for (const struct attr *at = c->accepts; at != NULL && at->name != NULL; at++)
		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:b, s:b}", "name", at->name, "type",
			      types[at->type], "required", at->required, "tested",
			      json_object_get(takes, at->name) != NULL));
	return list;
}

json_t *
answers_of(const json_t *answers, const struct command *c)
{
	char key[128];

	snprintf(key, sizeof(key), "%s/%s", c->action, c->object);
	const json_t *e = json_object_get(answers, key);
	return json_pack("{s:s, s:s, s:s, s:s, s:s?, s:o, s:o, s:o, s:o}", "action", c->action,
	    "object", c->object, "state", built_name(c->built), "source", c->source, "granted",
	    c->granted, "accepts", accepts_of(c, json_object_get(e, "takes")), "returns",
	    returns_of(json_object_get(e, "returns")), "stories",
	    senders_of(json_object_get(e, "stories")), "tests",
	    senders_of(json_object_get(e, "tests")));
}
