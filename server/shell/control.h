/*
 * Control: what the verbs that speak to a running server share.
 *
 * Every one takes --server, --world, --token and --json, has its own options
 * beside them, and a table of what it can do.  What goes wrong is said on
 * standard error and kept in `status`; a call that failed returns NULL and the
 * verb only returns.  Words come from the command line and live as long as it.
 */
#ifndef SHELL_CONTROL_H
#define SHELL_CONTROL_H

#include <jansson.h>

#include "base/arena.h"
#include "base/format.h"
#include "shell/client.h"
#include "shell/table.h"
#include "shell/verb.h"

#define MAX_OWN_OPTIONS 6

struct control {
	struct arena *a;
	struct client *client;
	const char *server, *world, *token;
	bool json;
	const char *const *option_names; /* the verb's own; a NULL ends */
	const char *options[MAX_OWN_OPTIONS];
	char **words; /* after the action */
	int word_count;
	int status;
};

typedef void action_fn(struct control *c);

struct action {
	const char *name; /* NULL in the last row; "" is what no word means */
	action_fn *run;
	int least, most; /* words after it */
};

/* A verb: options, the action that its first word names, the answer. */
int control_run(int argc, char **argv, const struct action *actions, const char *const *options);

const char *control_option(const struct control *c, const char *name); /* NULL: not given */

/* Takes the body (NULL: none).  The path is relative to /api/v1; the caller
 * gives the answer back. */
json_t *control_call(struct control *c, const char *method, json_t *body, const char *format, ...)
    FORMAT(4, 5);

/* The same to /api/v1/worlds/WORLD. */
json_t *control_world(struct control *c, const char *method, json_t *body, const char *format, ...)
    FORMAT(4, 5);

/* All rows of a list, page by page, under "items".  QUERY names the verb's
 * options that filter; a NULL ends. */
json_t *control_list(struct control *c, const char *path, const char *const *query);

/* Prints J with --json, else as a table or a record, and gives it back. */
void control_show_list(struct control *c, json_t *j, const struct column *columns);
void control_show(struct control *c, json_t *j);
/* With --json only, and then gives it back. */
bool control_show_json(struct control *c, json_t *j);

void control_fail(struct control *c, int status, const char *format, ...) FORMAT(3, 4);

/* For a path. */
const char *control_escape(struct control *c, const char *text);

#endif
