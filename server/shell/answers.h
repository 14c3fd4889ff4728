/*
 * Answers: what a run of the tests has recorded of the commands, and the table of
 * commands with it, as JSON for whoever prints it.
 *
 * A record is lines as command/witness.h notes them, or as ci/coverage puts them
 * together: paths of tests and stories in the place of worlds, and several words
 * behind one head.
 */
#ifndef SHELL_ANSWERS_H
#define SHELL_ANSWERS_H

#include <jansson.h>

struct command;

/* FILE; NULL: the one in the binary.  NULL with a line on stderr: it cannot be read. */
json_t *answers_read(const char *file);

/* {action, object, state, source, granted, accepts: [{name, type, required, tested}],
 * returns: {CODE: [PATH]}, stories: [{path, codes}], tests: [{path, codes}]} */
json_t *answers_of(const json_t *answers, const struct command *c);

#endif
