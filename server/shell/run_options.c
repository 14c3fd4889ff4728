#include "shell/run_options.h"

#include <getopt.h>

static const struct option options[] = {
	{ "over", required_argument, NULL, 'o' },
	{ "mode", required_argument, NULL, 'm' },
	{ "data", required_argument, NULL, 'd' },
	{ "fixtures", required_argument, NULL, 'f' },
	{ "only", required_argument, NULL, 'y' },
	{ "exclude", required_argument, NULL, 'x' },
	{ "shard", required_argument, NULL, 's' },
	{ "junit", required_argument, NULL, 'u' },
	{ "json", required_argument, NULL, 'j' },
	{ "html", required_argument, NULL, 'h' },
	{ "keep", no_argument, NULL, 'k' },
	{ "show", no_argument, NULL, 'w' },
	{ "tap", no_argument, NULL, 't' },
	{ "github", no_argument, NULL, 'g' },
	{ NULL, 0, NULL, 0 },
};

static bool
refuse(const char *option, const char *value, const char *wants)
{
	fprintf(stderr, "orrery run: --%s is %s, not \"%s\"\n", option, wants, value);
	return false;
}

static bool
take_over(struct run_options *o, const char *value)
{
	o->socket = strcmp(value, "socket") == 0;
	return o->socket || strcmp(value, "inside") == 0 ||
	       refuse("over", value, "inside or socket");
}

static bool
take_mode(struct run_options *o, const char *value)
{
	static const char *const names[] = { "plain", "short", "reopen" };

	for (int i = 0; i < 3; i++)
		if (strcmp(value, names[i]) == 0) {
			o->mode = (enum run_mode)i;
			return true;
		}
	return refuse("mode", value, "plain, short or reopen");
}

static bool
take_shard(struct run_options *o, const char *value)
{
	char *end;
	long shard = strtol(value, &end, 10);
	long shards = *end == '/' ? strtol(end + 1, &end, 10) : 0;

	if (*end != '\0' || shard < 1 || shard > shards || shards > 1000)
		return refuse("shard", value, "I/N, such as 2/4");
	o->shard = (int)shard;
	o->shards = (int)shards;
	return true;
}

static bool
take_flag(struct run_options *o, int option)
{
	switch (option) {
	case 'k':
		o->keep = true;
		return true;
	case 'w':
		o->show = true;
		return true;
	case 't':
		o->tap = true;
		return true;
	case 'g':
		o->github = true;
		return true;
	default:
		return false; /* getopt_long has said why */
	}
}

static bool
take(struct run_options *o, int option, const char *value)
{
	switch (option) {
	case 'o':
		return take_over(o, value);
	case 'm':
		return take_mode(o, value);
	case 's':
		return take_shard(o, value);
	case 'd':
		o->data = value;
		return true;
	case 'f':
		o->fixtures = value;
		return true;
	case 'y':
		o->only = value;
		return true;
	case 'x':
		o->exclude = value;
		return true;
	case 'u':
		o->junit = value;
		return true;
	case 'j':
		o->json = value;
		return true;
	case 'h':
		o->html = value;
		return true;
	default:
		return take_flag(o, option);
	}
}

static bool
is_stdout(const char *path)
{
	return path != NULL && strcmp(path, "-") == 0;
}

static bool
make_sense(const struct run_options *o)
{
	const char *why = NULL;

	if (o->file_count == 0)
		why = "which stories? `orrery run --help`";
	else if (o->mode == MODE_REOPEN && (o->data == NULL || o->socket))
		why = "--mode reopen needs --data, and no socket";
	else if (o->keep && o->data == NULL)
		why = "--keep needs --data: worlds in memory end with the run";
	else if (o->tap + is_stdout(o->junit) + is_stdout(o->json) + is_stdout(o->html) > 1)
		why = "only one report can go to standard output";
	if (why != NULL)
		fprintf(stderr, "orrery run: %s\n", why);
	return why == NULL;
}

bool
run_parse(int argc, char **argv, struct run_options *o)
{
	int option;

	*o = (struct run_options){ .shard = 1, .shards = 1 };
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
		if (!take(o, option, optarg))
			return false;
	o->files = argv + optind;
	o->file_count = argc - optind;
	o->colour = isatty(STDOUT_FILENO) == 1;
	o->quiet = is_stdout(o->junit) || is_stdout(o->json) || is_stdout(o->html);
	return make_sense(o);
}
