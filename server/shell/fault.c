/* orrery fault: what shall go wrong. */
#include "shell/control.h"
#include "shell/pairs.h"

const char help_fault[] =
    "usage: orrery fault [list]\n"
    "       orrery fault add KIND [FIELD=VALUE...]\n"
    "       orrery fault remove ID|all\n"
    "\n"
    "What shall go wrong in a world.  A fault waits for what fits it and strikes from the nth\n"
    "time on; SEEN counts what fitted, STRUCK what went wrong.\n"
    "\n"
    "Kinds and their own fields: mail_bounce (code, text), registry_delay (after),\n"
    "registry_reject (code, text), unknown_status (code, then, after).\n"
    "Fields of all: match.action, match.object, match.domain (may hold *), match.user,\n"
    "nth (default 1), times (default 0: without end).\n"
    "\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery fault add unknown_status match.domain=*.de nth=2 times=1 then=reject after=PT1H\n"
    "  orrery fault remove all\n";

static const struct column columns[] = {
	{ "ID", "id" },
	{ "KIND", "kind" },
	{ "ACTION", "match.action" },
	{ "OBJECT", "match.object" },
	{ "DOMAIN", "match.domain" },
	{ "USER", "match.user" },
	{ "NTH", "nth" },
	{ "TIMES", "times" },
	{ "SEEN", "seen" },
	{ "STRUCK", "struck" },
	{ NULL, NULL },
};

static void
list(struct control *c)
{
	control_show_list(c,
	    control_list(
		c, arena_printf(c->a, "/worlds/%s/faults", control_escape(c, c->world)), NULL),
	    columns);
}

static void
add(struct control *c)
{
	json_t *body = json_pack("{s:s}", "kind", c->words[0]);

	if (pairs_into(c, 1, body))
		control_show(c, control_world(c, "POST", body, "/faults"));
	else
		json_decref(body);
}

static void
drop(struct control *c)
{
	bool all = strcmp(c->words[0], "all") == 0;

	control_show(c, control_world(c, "DELETE", NULL, "/faults%s%s", all ? "" : "/",
			    all ? "" : control_escape(c, c->words[0])));
}

int
verb_fault(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "", list, 0, 0 },
		{ "list", list, 0, 0 },
		{ "add", add, 1, 100 },
		{ "remove", drop, 1, 1 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, NULL);
}
