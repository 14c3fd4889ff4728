/* orrery orders: what resellers asked to buy. */
#include "shell/control.h"

const char help_orders[] =
    "usage: orrery orders list\n"
    "       orrery orders show ID\n"
    "       orrery orders answer ID accept|reject|never|DURATION|INSTANT\n"
    "\n"
    "What the resellers ordered, what it cost and what became of it.  `answer` speaks for the\n"
    "registry of an order that waits for it; with a duration or an instant it answers then.\n"
    "\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery orders show 1\n"
    "  orrery orders answer 1 reject\n";

static const struct column columns[] = {
	{ "ID", "id" },
	{ "SUBMITTED", "submitted" },
	{ "DOMAIN", "domain" },
	{ "TYPE", "type" },
	{ "STATUS", "status" },
	{ "PRICE", "price" },
	{ "HELD", "held" },
	{ "DEBITED", "debited" },
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

/* A duration begins with P, or with a sign before it; an instant with a digit. */
static void
answer(struct control *c)
{
	const char *word = c->words[1];
	bool later = strchr("P+-0123456789", *word) != NULL;

	control_show(
	    c, control_world(c, "POST", json_pack("{s:s}", later ? "delay" : "answer", word),
		   "/orders/%s/registry", control_escape(c, c->words[0])));
}

int
verb_orders(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "list", list, 0, 0 },
		{ "show", show, 1, 1 },
		{ "answer", answer, 2, 2 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, NULL);
}
