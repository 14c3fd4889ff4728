/* orrery commands: how much of the reseller API there is, no server needed. */
#include "command/command.h"

#include <getopt.h>
#include <jansson.h>

#include "shell/verb.h"

const char help_commands[] =
    "usage: orrery commands [--json] [--only STATE]\n"
    "\n"
    "Every action and object of the reseller API that is publicly known, and whether\n"
    "this model has it: done, static (done, but its reply depends on nothing in the\n"
    "world), refused by design, or not built.  The last two answer 430 \"Invalid\n"
    "command\".\n"
    "\n"
    "  --json        for programs\n"
    "  --only STATE  done, static, design or missing\n"
    "\n"
    "  orrery commands --only done\n";

static const struct {
	const char *word;
	enum built built;
} states[] = { { "done", BUILT }, { "static", STATIC }, { "design", BY_DESIGN },
	{ "missing", NOT_BUILT } };
#define STATES (sizeof(states) / sizeof(*states))

struct shown {
	bool json;
	int only; /* an index into states; -1: all */
};

static bool
is_shown(const struct shown *s, const struct command *c)
{
	return s->only < 0 || states[s->only].built == c->built;
}

static int
print_json(const struct shown *s)
{
	json_t *items = json_array();

	for (size_t i = 0; i < command_count; i++)
		if (is_shown(s, &commands[i]))
			json_array_append_new(items,
			    json_pack("{s:s, s:s, s:s, s:s}", "action", commands[i].action,
				"object", commands[i].object, "state",
				built_name(commands[i].built), "source", commands[i].source));
	json_t *top = json_pack("{s:o}", "items", items);
	json_dumpf(top, stdout, JSON_INDENT(2));
	putchar('\n');
	json_decref(top);
	return EXIT_DONE;
}

static size_t
count_of(enum built built)
{
	size_t n = 0;

	for (size_t i = 0; i < command_count; i++)
		n += commands[i].built == built;
	return n;
}

static int
print_table(const struct shown *s)
{
	for (size_t i = 0; i < command_count; i++)
		if (is_shown(s, &commands[i]))
			printf("%-36s %-14s %-18s %s\n", commands[i].action, commands[i].object,
			    built_name(commands[i].built), commands[i].source);
	printf("%zu commands:", command_count);
	for (size_t i = 0; i < STATES; i++)
		printf("%s %zu %s", i == 0 ? "" : ",", count_of(states[i].built),
		    built_name(states[i].built));
	putchar('\n');
	return EXIT_DONE;
}

static int
state_named(const char *word)
{
	for (size_t i = 0; i < STATES; i++)
		if (strcmp(states[i].word, word) == 0)
			return (int)i;
	return -1;
}

int
verb_commands(int argc, char **argv)
{
	static const struct option options[] = {
		{ "json", no_argument, NULL, 'j' },
		{ "only", required_argument, NULL, 'o' },
		{ NULL, 0, NULL, 0 },
	};
	struct shown s = { .only = -1 };

	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (c == 'j')
			s.json = true;
		else if (c == 'o' && state_named(optarg) >= 0)
			s.only = state_named(optarg);
		else
			return EXIT_USAGE;
	}
	if (optind < argc)
		return EXIT_USAGE;
	return s.json ? print_json(&s) : print_table(&s);
}
