/* What `run` was asked for. */
#ifndef SHELL_RUN_OPTIONS_H
#define SHELL_RUN_OPTIONS_H

#include "shell/story_file.h"

enum run_mode { MODE_PLAIN, MODE_SHORT, MODE_REOPEN };

struct run_options {
	bool socket;
	enum run_mode mode;
	const char *data, *fixtures;
	bool keep, show, tap, github, colour;
	bool quiet; /* a report goes to standard output: nothing else does */
	const char *only, *exclude, *junit, *json, *html; /* NULL: not given */
	int shard, shards; /* from 1 */
	char **files;
	int file_count;
};

/* False, with the reason on stderr, where something makes no sense. */
bool run_parse(int argc, char **argv, struct run_options *o);

#endif
