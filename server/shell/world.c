/* orrery world: make worlds, look at them, go back, go two ways. */
#include "shell/control.h"
#include "shell/pairs.h"

const char help_world[] =
    "usage: orrery world create [NAME] [FIELD=VALUE...]\n"
    "       orrery world list\n"
    "       orrery world show|delete|reset NAME\n"
    "       orrery world snapshot|restore SNAPSHOT\n"
    "       orrery world fork NAME\n"
    "\n"
    "A world is one sandbox: its users, names, mail and time.  Fields of `create`: start, seed,\n"
    "clock, fixture, policies.KEY.  snapshot, restore and fork work on --world: back to a\n"
    "snapshot, or on from here in a second world.\n"
    "\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery world create ci start=2026-05-04T00:00:00Z policies.verification.batch_zone=Toronto\n"
    "  orrery world create shop fixture=portfolio\n"
    "  orrery world snapshot before && orrery clock advance P1Y && orrery world restore before\n";

static const struct column columns[] = {
	{ "WORLD", "name" },
	{ "NOW", "now" },
	{ "USER", "user" },
	{ NULL, NULL },
};

static void
create(struct control *c)
{
	json_t *body = json_object();
	bool named = c->word_count > 0 && strchr(c->words[0], '=') == NULL;

	if (named)
		json_object_set_new(body, "name", json_string(c->words[0]));
	if (!pairs_into(c, named ? 1 : 0, body)) {
		json_decref(body);
		return;
	}
	control_show(c, control_call(c, "POST", body, "/worlds"));
}

/* A table shows one user of each world; --json shows all, with their keys. */
static void
list(struct control *c)
{
	json_t *j = control_list(c, "/worlds", NULL);

	for (size_t i = 0; i < json_array_size(json_object_get(j, "items")) && !c->json; i++) {
		json_t *world = json_array_get(json_object_get(j, "items"), i);
		const json_t *first = json_array_get(json_object_get(world, "users"), 0);
		if (first != NULL)
			json_object_set(world, "user", json_object_get(first, "username"));
	}
	control_show_list(c, j, columns);
}

static void
show(struct control *c)
{
	const char *name = c->word_count > 0 ? c->words[0] : c->world;

	control_show(c, control_call(c, "GET", NULL, "/worlds/%s", control_escape(c, name)));
}

static void delete (struct control *c)
{
	control_show(
	    c, control_call(c, "DELETE", NULL, "/worlds/%s", control_escape(c, c->words[0])));
}

static void
reset(struct control *c)
{
	control_show(
	    c, control_call(c, "POST", NULL, "/worlds/%s/reset", control_escape(c, c->words[0])));
}

static void
name_it(struct control *c, const char *what)
{
	control_show(
	    c, control_world(c, "POST", json_pack("{s:s}", "name", c->words[0]), "/%s", what));
}

static void
snapshot(struct control *c)
{
	name_it(c, "snapshots");
}

static void
restore(struct control *c)
{
	name_it(c, "restore");
}

static void
go_two_ways(struct control *c)
{
	name_it(c, "fork");
}

int
verb_world(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "create", create, 0, 100 },
		{ "list", list, 0, 0 },
		{ "show", show, 0, 1 },
		{ "delete", delete, 1, 1 },
		{ "reset", reset, 1, 1 },
		{ "snapshot", snapshot, 1, 1 },
		{ "restore", restore, 1, 1 },
		{ "fork", go_two_ways, 1, 1 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, NULL);
}
