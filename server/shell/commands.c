/* orrery commands: how much of the reseller API there is, no server needed. */
#include "command/command.h"

#include <getopt.h>

#include "base/arena.h"
#include "base/nearest.h"
#include "shell/answers.h"
#include "shell/coverage.h"
#include "shell/verb.h"

const char help_commands[] =
    "usage: orrery commands [--full|--json|--html] [--only STATE] [--record FILE]\n"
    "       orrery commands ACTION [OBJECT]\n"
    "\n"
    "Every action and object of the reseller API that is publicly known, and whether\n"
    "this model has it: done, static (done, but its reply depends on nothing in the\n"
    "world), refused by design, or not built.  The last two answer 430 \"Invalid\n"
    "command\".  With it: the attributes that it accepts, those that came back, with\n"
    "which codes, and the tests and stories that sent it, all from the record of a run\n"
    "of the tests.\n"
    "\n"
    "  --full        all of it for each, as for a single action\n"
    "  --json        for programs\n"
    "  --html        a page\n"
    "  --only STATE  done, static, design or missing\n"
    "  --untested    what is built and no test, or no story, has sent\n"
    "  --record FILE another record than that of the release: `orrery serve` and\n"
    "                `orrery run` add to the file that ORRERY_ANSWERS names\n"
    "\n"
    "  orrery commands lookup\n"
    "  orrery commands --html > commands.html\n";

static const struct {
	const char *word;
	enum built built;
} states[] = { { "done", BUILT }, { "static", STATIC }, { "design", BY_DESIGN },
	{ "missing", NOT_BUILT } };
#define STATES (sizeof(states) / sizeof(*states))

struct shown {
	coverage_fn *print;
	int only; /* an index into states; -1: all */
	const char *action, *object; /* NULL: any */
	const char *record;
};

static bool
is_shown(const struct shown *s, const struct command *c)
{
	return (s->only < 0 || states[s->only].built == c->built) &&
	       (s->action == NULL || strcasecmp(s->action, c->action) == 0) &&
	       (s->object == NULL || strcasecmp(s->object, c->object) == 0);
}

static void
print_json(struct arena *a, const json_t *items)
{
	(void)a;
	json_t *top = json_pack("{s:O}", "items", items);

	json_dumpf(top, stdout, JSON_INDENT(2));
	putchar('\n');
	json_decref(top);
}

static int
unknown(const struct shown *s)
{
	struct nearest n = nearest_to(s->action);

	for (size_t i = 0; i < command_count; i++)
		nearest_offer(&n, commands[i].action);
	fprintf(stderr, "orrery: unknown action \"%s%s%s\"", s->action,
	    s->object == NULL ? "" : " ", s->object == NULL ? "" : s->object);
	fprintf(stderr, n.word == NULL ? "\n" : "; did you mean \"%s\"?\n", n.word);
	return EXIT_USAGE;
}

static void
print(const struct shown *s, const json_t *items)
{
	struct arena *a = arena_new();

	s->print(a, items);
	arena_free(a);
}

static int
show(const struct shown *s)
{
	json_t *answers = answers_read(s->record), *items;
	int status = EXIT_DONE;

	if (answers == NULL)
		return EXIT_USAGE;
	items = json_array();
	for (size_t i = 0; i < command_count; i++)
		if (is_shown(s, &commands[i]))
			json_array_append_new(items, answers_of(answers, &commands[i]));
	if (s->action != NULL && json_array_size(items) == 0)
		status = unknown(s);
	else
		print(s, items);
	json_decref(items);
	json_decref(answers);
	return status;
}

static int
state_named(const char *word)
{
	for (size_t i = 0; i < STATES; i++)
		if (strcmp(states[i].word, word) == 0)
			return (int)i;
	return -1;
}

static const struct option options[] = {
	{ "full", no_argument, NULL, 'f' },
	{ "json", no_argument, NULL, 'j' },
	{ "html", no_argument, NULL, 'h' },
	{ "untested", no_argument, NULL, 'u' },
	{ "only", required_argument, NULL, 'o' },
	{ "record", required_argument, NULL, 'r' },
	{ NULL, 0, NULL, 0 },
};

static coverage_fn *
printer_of(int option)
{
	switch (option) {
	case 'f':
		return coverage_full;
	case 'j':
		return print_json;
	case 'h':
		return coverage_html;
	default:
		return coverage_untested;
	}
}

int
verb_commands(int argc, char **argv)
{
	struct shown s = { .only = -1 };

	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (c == '?')
			return EXIT_USAGE;
		if (c == 'o' && (s.only = state_named(optarg)) < 0)
			return EXIT_USAGE;
		if (c == 'r')
			s.record = optarg;
		if (c != 'o' && c != 'r')
			s.print = printer_of(c);
	}
	if (argc - optind > 2)
		return EXIT_USAGE;
	if (optind < argc)
		s.action = argv[optind++];
	if (optind < argc)
		s.object = argv[optind];
	if (s.print == NULL)
		s.print = s.action == NULL ? coverage_table : coverage_full;
	return show(&s);
}
