#include "shell/verb.h"

#include <stdbool.h>

#include "base/nearest.h"

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

static int
refuse_verb(const char *typed)
{
	struct nearest near = nearest_to(typed);

	for (const struct verb *v = verbs; v->name != NULL; v++)
		nearest_offer(&near, v->name);
	fprintf(stderr, "orrery: there is no verb \"%s\"", typed);
	if (near.word != NULL)
		fprintf(stderr, "; did you mean \"%s\"?", near.word);
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
