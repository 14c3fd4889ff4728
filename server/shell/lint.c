/* Verb lint: what is wrong with stories, before anything runs. */
#include <getopt.h>

#include "base/arena.h"
#include "shell/story_file.h"
#include "shell/verb.h"
#include "shell/vocabulary.h"
#include "world/policy/rulebook.h"

const char help_lint[] =
    "usage: orrery lint [OPTION...] FILE...\n"
    "\n"
    "Check stories without playing them: file:line:column, and the word that was probably\n"
    "meant. A folder stands for all *.story in it. Exit status 1 if there is anything to say.\n"
    "\n"
    "  --fixtures DIR   rules and mails from there; else those in the binary\n"
    "  --github         say it as annotations of a pull request\n"
    "\n"
    "  orrery lint scenarios/library\n";

static size_t
lint_files(struct arena *a, const struct story_file *files, size_t count,
    const struct vocabulary *v, bool github)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		struct complaints c = { .arena = a };
		story_file_read(&files[i], v, &c);
		for (const struct complaint *one = c.first; one != NULL; one = one->next)
			printf(github ? "::error file=%s,line=%d,col=%d::%s\n" : "%s:%d:%d: %s\n",
			    one->at.file, one->at.line, one->at.column, one->text);
		found += c.count;
	}
	return found;
}

int
verb_lint(int argc, char **argv)
{
	static const struct option options[] = {
		{ "fixtures", required_argument, NULL, 'f' },
		{ "github", no_argument, NULL, 'g' },
		{ NULL, 0, NULL, 0 },
	};
	const char *fixtures = NULL;
	bool github = false;
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == '?')
			return EXIT_USAGE;
		fixtures = option == 'f' ? optarg : fixtures;
		github = github || option == 'g';
	}
	if (optind == argc) {
		fputs(help_lint, stderr);
		return EXIT_USAGE;
	}
	const struct rulebook *rules = rulebook_open(fixtures);
	if (rules == NULL)
		return EXIT_MACHINE;
	struct arena *a = arena_new();
	struct vocabulary v = vocabulary_of(a, rules);
	struct story_file *files;
	size_t count;
	int status = EXIT_MACHINE;
	if (story_files(a, argv + optind, argc - optind, &files, &count))
		status = lint_files(a, files, count, &v, github) > 0 ? EXIT_CHECK_FAILED
								     : EXIT_DONE;
	arena_free(a);
	rulebook_close(rules);
	return status;
}
