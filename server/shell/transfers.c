/* orrery transfers: names on their way, in or away. */
#include "shell/control.h"

const char help_transfers[] =
    "usage: orrery transfers list\n"
    "       orrery transfers show ID\n"
    "       orrery transfers staff ID approve|reject\n"
    "       orrery transfers away DOMAIN REGISTRAR\n"
    "\n"
    "Transfers and how far they are.  `staff` speaks for the registrar's people where one\n"
    "waits for them; with `away` another registrar asks for a name that a reseller here has.\n"
    "\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery transfers away ek-bikes.com elsewhere\n";

static const struct column columns[] = {
	{ "ID", "id" },
	{ "STARTED", "started" },
	{ "DOMAIN", "domain" },
	{ "STATUS", "status" },
	{ "FROM", "losing_registrar" },
	{ "TO", "gaining_registrar" },
	{ "ORDER", "order" },
	{ NULL, NULL },
};

static void
list(struct control *c)
{
	control_show_list(c,
	    control_list(
		c, arena_printf(c->a, "/worlds/%s/transfers", control_escape(c, c->world)), NULL),
	    columns);
}

static void
show(struct control *c)
{
	control_show(
	    c, control_world(c, "GET", NULL, "/transfers/%s", control_escape(c, c->words[0])));
}

static void
staff(struct control *c)
{
	control_show(c, control_world(c, "POST", json_pack("{s:s}", "answer", c->words[1]),
			    "/transfers/%s/staff", control_escape(c, c->words[0])));
}

static void
away(struct control *c)
{
	control_show(
	    c, control_world(c, "POST",
		   json_pack("{s:s, s:s}", "domain", c->words[0], "registrar", c->words[1]),
		   "/transfers"));
}

int
verb_transfers(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "list", list, 0, 0 },
		{ "show", show, 1, 1 },
		{ "staff", staff, 2, 2 },
		{ "away", away, 2, 2 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, NULL);
}
