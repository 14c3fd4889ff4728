/* orrery events: what the resellers can poll, or have polled. */
#include "shell/control.h"

const char help_events[] =
    "usage: orrery events\n"
    "\n"
    "The resellers' event queues, oldest first, whether acknowledged or not.\n"
    "\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery events --json | jq '.items[].object_data'\n";

static const struct column columns[] = {
	{ "ID", "id" },
	{ "AT", "at" },
	{ "RESELLER", "reseller" },
	{ "OBJECT", "object" },
	{ "EVENT", "event" },
	{ "NAME", "object_data.domain_name" },
	{ "ACKNOWLEDGED", "acknowledged" },
	{ NULL, NULL },
};

static void
list(struct control *c)
{
	control_show_list(c,
	    control_list(
		c, arena_printf(c->a, "/worlds/%s/events", control_escape(c, c->world)), NULL),
	    columns);
}

int
verb_events(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "", list, 0, 0 },
		{ "list", list, 0, 0 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, NULL);
}
