#include "shell/verb.h"

#include <stdbool.h>

const struct verb verbs[] = {
#define VERB(name, summary) { #name, summary, verb_##name, help_##name },
#include "shell/verbs.def"
#undef VERB
	{ NULL, NULL, NULL, NULL },
};
const unsigned verb_count = sizeof(verbs) / sizeof(*verbs) - 1;

static void
print_help(FILE *out)
{
	fputs("usage: orrery VERB [OPTION...]\n"
	      "       orrery VERB --help\n"
	      "       orrery --version\n"
	      "\n"
	      "A clockwork model of a domain registrar: point your client at it, turn its time.\n"
	      "\n",
	    out);
	for (const struct verb *v = verbs; v->name != NULL; v++)
		fprintf(out, "  %-10s %s\n", v->name, v->summary);
}

static const struct verb *
find(const char *name)
{
	for (const struct verb *v = verbs; v->name != NULL; v++)
		if (strcmp(v->name, name) == 0)
			return v;
	return NULL;
}

/* Typed by somebody who meant NAME: the same letters but for one. */
static bool
resembles(const char *typed, const char *name)
{
	size_t same = 0, a = strlen(typed), b = strlen(name);

	while (typed[same] != '\0' && typed[same] == name[same])
		same++;
	typed += same;
	name += same;
	if (a == b)
		return strcmp(typed + 1, name + 1) == 0 ||
		       (typed[0] == name[1] && typed[1] == name[0] &&
			   strcmp(typed + 2, name + 2) == 0);
	if (a == b + 1)
		return strcmp(typed + 1, name) == 0;
	return a + 1 == b && strcmp(typed, name + 1) == 0;
}

static int
refuse_verb(const char *typed)
{
	fprintf(stderr, "orrery: there is no verb \"%s\"", typed);
	for (const struct verb *v = verbs; v->name != NULL; v++)
		if (resembles(typed, v->name))
			fprintf(stderr, "; did you mean \"%s\"?", v->name);
	fprintf(stderr, "\norrery: `orrery --help` lists them\n");
	return EXIT_USAGE;
}

/* What follows a "--" belongs to somebody else's command. */
static bool
asks_for_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return true;
	return false;
}

int
verb_main(int argc, char **argv)
{
	if (argc < 2) {
		print_help(stderr);
		return EXIT_USAGE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
	    strcmp(argv[1], "help") == 0) {
		print_help(stdout);
		return EXIT_DONE;
	}
	if (strcmp(argv[1], "--version") == 0) {
		puts("orrery " ORRERY_VERSION);
		return EXIT_DONE;
	}
	const struct verb *v = find(argv[1]);
	if (v == NULL)
		return refuse_verb(argv[1]);
	if (asks_for_help(argc - 1, argv + 1)) {
		fputs(v->help, stdout);
		return EXIT_DONE;
	}
	return v->run(argc - 1, argv + 1);
}
