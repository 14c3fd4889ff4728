#include "shell/control.h"

#include <getopt.h>
#include <stdarg.h>

#include "base/must.h"
#include "base/nearest.h"
#include "wire/page/form.h"

#define DEFAULT_SERVER "http://127.0.0.1:8480"
#define DEFAULT_WORLD "demo"
#define OWN 256 /* the verb's own options come back as OWN + their place */

void
control_fail(struct control *c, int status, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	fputs("orrery: ", stderr);
	vfprintf(stderr, format, list);
	fputc('\n', stderr);
	va_end(list);
	c->status = status;
}

const char *
control_option(const struct control *c, const char *name)
{
	for (size_t i = 0; c->option_names != NULL && c->option_names[i] != NULL; i++)
		if (strcmp(c->option_names[i], name) == 0)
			return c->options[i];
	must(!name);
	return NULL;
}

const char *
control_escape(struct control *c, const char *text)
{
	return url_encode(c->a, text);
}

static const char *
environment(const char *name, const char *fallback)
{
	const char *value = getenv(name);

	return value == NULL || *value == '\0' ? fallback : value;
}

static bool
take_option(struct control *c, int option)
{
	switch (option) {
	case 's':
		c->server = optarg;
		return true;
	case 'w':
		c->world = optarg;
		return true;
	case 't':
		c->token = optarg;
		return true;
	case 'j':
		c->json = true;
		return true;
	default:
		if (option < OWN)
			return false;
		c->options[option - OWN] = optarg;
		return true;
	}
}

static bool
take_options(struct control *c, int argc, char **argv)
{
	struct option table[5 + MAX_OWN_OPTIONS] = {
		{ "server", required_argument, NULL, 's' },
		{ "world", required_argument, NULL, 'w' },
		{ "token", required_argument, NULL, 't' },
		{ "json", no_argument, NULL, 'j' },
	};
	int option;

	for (size_t i = 0; c->option_names != NULL && c->option_names[i] != NULL; i++) {
		must(i < MAX_OWN_OPTIONS);
		table[4 + i] = (struct option){ c->option_names[i], required_argument, NULL,
			OWN + (int)i };
	}
	optind = 0; /* from the beginning, whoever parsed before */
	while ((option = getopt_long(argc, argv, "", table, NULL)) != -1)
		if (!take_option(c, option)) {
			fprintf(stderr, "orrery: `orrery %s --help` lists the options\n", argv[0]);
			return false;
		}
	c->words = argv + optind;
	c->word_count = argc - optind;
	return true;
}

static const struct action *
unknown_action(struct control *c, const char *verb, const struct action *actions, const char *word)
{
	struct nearest n = nearest_to(word);
	const char *known = "";

	for (const struct action *a = actions; a->name != NULL; a++) {
		nearest_offer(&n, a->name);
		if (*a->name != '\0')
			known = arena_printf(
			    c->a, "%s%s%s", known, *known == '\0' ? "" : ", ", a->name);
	}
	if (n.word != NULL && *n.word != '\0')
		control_fail(
		    c, EXIT_USAGE, "%s cannot \"%s\"; did you mean \"%s\"?", verb, word, n.word);
	else
		control_fail(c, EXIT_USAGE, "%s cannot \"%s\"; it can: %s", verb, word, known);
	return NULL;
}

/* The first word names it; no word, or a verb that has but one, is "". */
static const struct action *
find_action(struct control *c, const char *verb, const struct action *actions)
{
	const char *word = c->word_count == 0 ? "" : c->words[0];

	for (const struct action *a = actions; a->name != NULL; a++)
		if (strcmp(a->name, word) == 0) {
			c->words += *word != '\0';
			c->word_count -= *word != '\0';
			return a;
		}
	if (*actions[0].name == '\0' && actions[0].most > 0)
		return &actions[0];
	if (*word == '\0') {
		control_fail(c, EXIT_USAGE, "%s what? `orrery %s --help` tells", verb, verb);
		return NULL;
	}
	return unknown_action(c, verb, actions, word);
}

int
control_run(int argc, char **argv, const struct action *actions, const char *const *options)
{
	struct control c = {
		.server = environment("ORRERY_SERVER", DEFAULT_SERVER),
		.world = environment("ORRERY_WORLD", DEFAULT_WORLD),
		.token = environment("ORRERY_CONTROL_TOKEN", NULL),
		.option_names = options,
	};

	if (!take_options(&c, argc, argv))
		return EXIT_USAGE;
	c.a = arena_new();
	const struct action *action = find_action(&c, argv[0], actions);
	if (action != NULL && (c.word_count < action->least || c.word_count > action->most)) {
		control_fail(&c, EXIT_USAGE, "%s%s%s takes %s words; `orrery %s --help` shows how",
		    argv[0], *action->name == '\0' ? "" : " ", action->name,
		    c.word_count < action->least ? "more" : "fewer", argv[0]);
		action = NULL;
	}
	if (action != NULL) {
		c.client = client_new(c.server, NULL);
		action->run(&c);
		client_free(c.client);
	}
	arena_free(c.a);
	return c.status;
}

static void
no_answer(struct control *c, const char *why)
{
	control_fail(c, EXIT_MACHINE,
	    "no answer from %s: %s.\n"
	    "Is a server running?  `orrery serve` starts one; --server URL or ORRERY_SERVER names"
	    " another.",
	    c->server, why);
}

/* What the server says, in its words. */
static void
refused(struct control *c, const struct exchange *x)
{
	json_t *j = json_loadb(x->reply, x->reply_size, 0, NULL);
	const json_t *error = json_object_get(j, "error");
	const char *message = json_string_value(json_object_get(error, "message"));
	int status = x->status >= 500 ? EXIT_MACHINE : EXIT_CHECK_FAILED;

	if (message != NULL)
		control_fail(c, status, "%s (%s)", message,
		    json_string_value(json_object_get(error, "code")));
	else
		control_fail(c, EXIT_MACHINE, "%s answers %d, and not as a server of ours does",
		    c->server, x->status);
	if (x->status == 401)
		fputs("orrery: --token T or ORRERY_CONTROL_TOKEN gives the token\n", stderr);
	json_decref(j);
}

static const char *
body_of(struct control *c, json_t *body)
{
	if (body == NULL)
		return "";
	char *text = json_dumps(body, JSON_COMPACT);
	must(text != NULL);
	const char *copy = arena_strdup(c->a, text);
	free(text);
	json_decref(body);
	return copy;
}

static json_t *
call(struct control *c, const char *method, json_t *body, const char *target)
{
	struct exchange x = { .arena = c->a, .door = DOOR_WEB, .method = method, .target = target };
	const char *why;

	x.body = body_of(c, body);
	x.body_size = strlen(x.body);
	if (x.body_size > 0)
		exchange_add_in(&x, "Content-Type", "application/json");
	if (c->token != NULL)
		exchange_add_in(&x, "Authorization", arena_printf(c->a, "Bearer %s", c->token));
	if (!client_send(c->client, &x, &why)) {
		no_answer(c, why);
		return NULL;
	}
	json_t *j = x.status < 300 ? json_loadb(x.reply, x.reply_size, JSON_DECODE_ANY, NULL)
				   : NULL;
	if (j == NULL)
		refused(c, &x);
	return j;
}

static const char *
format_path(struct control *c, const char *format, va_list list)
{
	char path[2000];
	int n = vsnprintf(path, sizeof(path), format, list);

	must(n >= 0 && (size_t)n < sizeof(path));
	return arena_strdup(c->a, path);
}

json_t *
control_call(struct control *c, const char *method, json_t *body, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	const char *path = format_path(c, format, list);
	va_end(list);
	return call(c, method, body, arena_printf(c->a, "/api/v1%s", path));
}

json_t *
control_world(struct control *c, const char *method, json_t *body, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	const char *path = format_path(c, format, list);
	va_end(list);
	return call(c, method, body,
	    arena_printf(c->a, "/api/v1/worlds/%s%s", control_escape(c, c->world), path));
}

static const char *
query_text(struct control *c, const char *const *query)
{
	const char *text = "";

	for (size_t i = 0; query != NULL && query[i] != NULL; i++)
		if (control_option(c, query[i]) != NULL)
			text = arena_printf(c->a, "%s&%s=%s", text, query[i],
			    control_escape(c, control_option(c, query[i])));
	return text;
}

/* Until a page comes that is not full: there is always a cursor to go on from. */
json_t *
control_list(struct control *c, const char *path, const char *const *query)
{
	json_t *all = json_array();
	const char *since = "", *filters = query_text(c, query);

	for (size_t got = 1000; got == 1000;) {
		json_t *page = call(c, "GET", NULL,
		    arena_printf(c->a, "/api/v1%s?limit=1000&since=%s%s", path, since, filters));
		if (page == NULL) {
			json_decref(all);
			return NULL;
		}
		json_t *items = json_object_get(page, "items");
		got = json_array_size(items);
		json_array_extend(all, items);
		since = arena_strdup(c->a, json_string_value(json_object_get(page, "next")));
		json_decref(page);
	}
	return json_pack("{s:o}", "items", all);
}

bool
control_show_json(struct control *c, json_t *j)
{
	if (!c->json)
		return false;
	json_dumpf(j, stdout, JSON_INDENT(2) | JSON_ENCODE_ANY);
	putchar('\n');
	json_decref(j);
	return true;
}

void
control_show_list(struct control *c, json_t *j, const struct column *columns)
{
	if (j == NULL || control_show_json(c, j))
		return;
	table_print(c->a, json_object_get(j, "items"), columns);
	json_decref(j);
}

void
control_show(struct control *c, json_t *j)
{
	if (j == NULL || control_show_json(c, j))
		return;
	record_print(c->a, j);
	json_decref(j);
}
