/*
 * Verbs: what can stand after "orrery", as rows of verbs.def, a file each.
 *
 * A verb parses its own arguments with getopt_long and returns the process's
 * exit status: 0 done, 1 a scenario or check failed, 2 wrong usage, 3 the
 * machine failed.  `--help` is handled before it is called: the row's help text
 * is printed.
 *
 * The row VERB(clock, "…") wants verb_clock() and help_clock[] in clock.c.
 */
#ifndef SHELL_VERB_H
#define SHELL_VERB_H

enum exit_status { EXIT_DONE, EXIT_CHECK_FAILED, EXIT_USAGE, EXIT_MACHINE };

typedef int verb_fn(int argc, char **argv); /* argv[0] is the verb */

struct verb {
	const char *name, *summary;
	verb_fn *run;
	const char *help; /* usage, options, an example */
};
extern const struct verb verbs[];
extern const unsigned verb_count;

/* The program with all its arguments: --help, --version, or a verb. */
int verb_main(int argc, char **argv);

#define VERB(name, summary) \
	verb_fn verb_##name; \
	extern const char help_##name[];
#include "shell/verbs.def"
#undef VERB

#endif
