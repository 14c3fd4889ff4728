/* orrery domains: the names of a world, looked at and put in order. */
#include "shell/control.h"
#include "shell/pairs.h"

const char help_domains[] =
    "usage: orrery domains list\n"
    "       orrery domains show NAME\n"
    "       orrery domains add NAME [FIELD=VALUE...]\n"
    "       orrery domains set NAME FIELD=VALUE...\n"
    "\n"
    "Every name of the world, whoever holds it.  `add` puts one there as if it had always been\n"
    "so, `set` changes one without moving time.  Fields: expires, state, locked, auto_renew,\n"
    "let_expire; of add also reseller, registrar, created, nameservers, contacts.owner.email ...;\n"
    "of set also verification (admin_reviewing, verified, suspended).\n"
    "\n"
    "  --reseller USER  whose names to list\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery domains set ek-bikes.com expires=-P3D\n"
    "  orrery domains add old.com created=2012-03-01T00:00:00Z contacts.owner.email=wei@shop.example\n";

static const char *const options[] = { "reseller", NULL };

static const struct column columns[] = {
	{ "NAME", "name" },
	{ "RESELLER", "reseller" },
	{ "REGISTRAR", "registrar" },
	{ "STATE", "state" },
	{ "STATUS", "status" },
	{ "EXPIRES", "expires" },
	{ "VERIFICATION", "verification.status" },
	{ NULL, NULL },
};

static void
list(struct control *c)
{
	control_show_list(c,
	    control_list(
		c, arena_printf(c->a, "/worlds/%s/domains", control_escape(c, c->world)), options),
	    columns);
}

static void
show(struct control *c)
{
	control_show(
	    c, control_world(c, "GET", NULL, "/domains/%s", control_escape(c, c->words[0])));
}

static void
add(struct control *c)
{
	json_t *body = json_pack("{s:s}", "name", c->words[0]);

	if (pairs_into(c, 1, body))
		control_show(c, control_world(c, "POST", body, "/domains"));
	else
		json_decref(body);
}

static void
set(struct control *c)
{
	json_t *body = json_object();

	if (pairs_into(c, 1, body))
		control_show(c,
		    control_world(c, "PATCH", body, "/domains/%s", control_escape(c, c->words[0])));
	else
		json_decref(body);
}

int
verb_domains(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "list", list, 0, 0 },
		{ "show", show, 1, 1 },
		{ "add", add, 1, 100 },
		{ "set", set, 2, 100 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, options);
}
