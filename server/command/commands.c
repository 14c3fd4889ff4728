/* The table of commands, and how a request finds its row. */
#include "command/command.h"

const struct command commands[] = {
#define COMMAND(object, action, handler, granted, source) \
	{ object, action, cmd_##handler, accepts_##handler, granted, BUILT, source },
#define STATIC_COMMAND(object, action, handler, granted, source) \
	{ object, action, cmd_##handler, accepts_##handler, granted, STATIC, source },
#define ABSENT(object, action, built, source) { object, action, NULL, NULL, NULL, built, source },
#include "command/commands.def"
#undef COMMAND
#undef STATIC_COMMAND
#undef ABSENT
};
const size_t command_count = sizeof(commands) / sizeof(*commands);

const char *
built_name(enum built built)
{
	static const char *const names[] = { "done", "static", "refused by design", "not built" };

	return names[built];
}

/* The first row that is not before ACTION. */
static size_t
first_of(const char *action)
{
	size_t low = 0, high = command_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (strcmp(commands[middle].action, action) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A request without an object means a name, as Net::DRI's do. */
const struct command *
command_find(const char *action, const char *object)
{
	const char *wanted = *object == '\0' ? "DOMAIN" : object;
	size_t first = first_of(action), end = first;

	for (; end < command_count && strcmp(commands[end].action, action) == 0; end++)
		if (strcmp(commands[end].object, wanted) == 0)
			return &commands[end];
	return end - first == 1 ? &commands[first] : NULL;
}
