/* orrery orders: what resellers asked to buy. */
#include "shell/control.h"

const char help_orders[] =
    "usage: orrery orders list\n"
    "       orrery orders show ID\n"
    "\n"
    "What the resellers ordered, what it cost and what became of it.\n"
    "\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery orders show 1\n";

static const struct column columns[] = {
	{ "ID", "id" },
	{ "SUBMITTED", "submitted" },
	{ "DOMAIN", "domain" },
	{ "TYPE", "type" },
	{ "STATUS", "status" },
	{ "PRICE", "price" },
	{ NULL, NULL },
};

static void
list(struct control *c)
{
	control_show_list(c,
	    control_list(
		c, arena_printf(c->a, "/worlds/%s/orders", control_escape(c, c->world)), NULL),
	    columns);
}

static void
show(struct control *c)
{
	control_show(
	    c, control_world(c, "GET", NULL, "/orders/%s", control_escape(c, c->words[0])));
}

int
verb_orders(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "list", list, 0, 0 },
		{ "show", show, 1, 1 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, NULL);
}
