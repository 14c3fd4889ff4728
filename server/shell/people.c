/* orrery people: somebody acts on a mail. */
#include "shell/control.h"

const char help_people[] =
    "usage: orrery people EMAIL verify\n"
    "\n"
    "The person with this address opens their newest fitting mail, follows its link, fills in\n"
    "the form that is there and sends it, as they would in a browser.\n"
    "\n"
    "  --domain NAME  which of several\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery people wei@shop.example verify --domain shop.example\n";

static const char *const options[] = { "domain", NULL };

static const struct column changes[] = {
	{ "EVENT", "event" },
	{ "NAME", "object_data.domain_name" },
	{ "STATUS", "object_data.verification_status" },
	{ NULL, NULL },
};

static void
act(struct control *c)
{
	json_t *body = json_pack(
	    "{s:s, s:s*}", "action", c->words[1], "domain", control_option(c, "domain"));
	json_t *j = control_world(
	    c, "POST", body, "/people/%s/act", control_escape(c, c->words[0]));

	if (j == NULL || control_show_json(c, j))
		return;
	puts(json_string_value(json_object_get(json_object_get(j, "page"), "message")));
	table_print(c->a, json_object_get(j, "changed"), changes);
	json_decref(j);
}

int
verb_people(int argc, char **argv)
{
	static const struct action actions[] = { { "", act, 2, 2 }, { .name = NULL } };

	return control_run(argc, argv, actions, options);
}
