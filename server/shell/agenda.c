/* orrery agenda: what will happen if nobody does anything. */
#include "shell/control.h"

const char help_agenda[] =
    "usage: orrery agenda\n"
    "\n"
    "What will happen by itself, in the order of its time.\n"
    "\n"
    "  --subject S  of one domain\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery agenda --subject ek-bikes.com\n";

static const char *const options[] = { "subject", NULL };

static const struct column columns[] = {
	{ "DUE", "due" },
	{ "WHAT", "kind" },
	{ "SUBJECT", "subject" },
	{ NULL, NULL },
};

static void
list(struct control *c)
{
	control_show_list(c,
	    control_list(
		c, arena_printf(c->a, "/worlds/%s/agenda", control_escape(c, c->world)), options),
	    columns);
}

int
verb_agenda(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "", list, 0, 0 },
		{ "list", list, 0, 0 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, options);
}
