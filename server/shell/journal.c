/* orrery journal: every request and its reply. */
#include "shell/control.h"

const char help_journal[] =
    "usage: orrery journal\n"
    "       orrery journal show ID\n"
    "       orrery journal desk\n"
    "\n"
    "Every request that reached the world, with the diagnosis where something was wrong with it or\n"
    "a fault struck; `desk` shows what reached no world: unknown users, broken HTTP, oversized bodies.\n"
    "\n"
    "  --user NAME, --action ACTION   which ones\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery journal --user demo --action SW_REGISTER\n";

static const char *const options[] = { "user", "action", NULL };

static const struct column columns[] = {
	{ "ID", "id" },
	{ "AT", "at" },
	{ "DOOR", "door" },
	{ "USER", "user" },
	{ "ACTION", "action" },
	{ "OBJECT", "object" },
	{ "CODE", "code" },
	{ "TARGET", "target" },
	{ "DIAGNOSIS", "diagnosis" },
	{ NULL, NULL },
};
static const struct column desk_columns[] = {
	{ "ID", "id" },
	{ "AT", "at" },
	{ "DOOR", "door" },
	{ "PEER", "peer" },
	{ "USER", "user" },
	{ "CODE", "code" },
	{ "WHAT", "what" },
	{ "DIAGNOSIS", "diagnosis" },
	{ NULL, NULL },
};

static json_t *
fetch(struct control *c)
{
	return control_list(
	    c, arena_printf(c->a, "/worlds/%s/journal", control_escape(c, c->world)), options);
}

static void
list(struct control *c)
{
	control_show_list(c, fetch(c), columns);
}

static void
print_row(const json_t *row)
{
	const char *request = json_string_value(json_object_get(row, "request"));
	const char *reply = json_string_value(json_object_get(row, "reply"));
	const char *diagnosis = json_string_value(json_object_get(row, "diagnosis"));

	printf("%s\n\n%s\n", request == NULL ? "(no text: --json)" : request,
	    reply == NULL ? "(no text: --json)" : reply);
	if (diagnosis != NULL && *diagnosis != '\0')
		printf("\n%s\n", diagnosis);
}

static void
show(struct control *c)
{
	json_int_t id = strtoll(c->words[0], NULL, 10);
	json_t *j = fetch(c), *items = json_object_get(j, "items"), *row = NULL;

	for (size_t i = 0; i < json_array_size(items) && row == NULL; i++)
		if (json_integer_value(json_object_get(json_array_get(items, i), "id")) == id)
			row = json_array_get(items, i);
	if (row == NULL && j != NULL)
		control_fail(c, EXIT_CHECK_FAILED, "the journal has no row %s", c->words[0]);
	else if (row != NULL && c->json)
		control_show_json(c, json_incref(row));
	else if (row != NULL)
		print_row(row);
	json_decref(j);
}

static void
desk(struct control *c)
{
	control_show_list(c, control_list(c, "/journal", NULL), desk_columns);
}

int
verb_journal(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "", list, 0, 0 },
		{ "list", list, 0, 0 },
		{ "show", show, 1, 1 },
		{ "desk", desk, 0, 0 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, options);
}
