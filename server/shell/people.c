/* orrery people: somebody acts on a mail. */
#include "shell/control.h"
#include "shell/pairs.h"

const char help_people[] =
    "usage: orrery people EMAIL verify|consent|deny [NAME=VALUE...]\n"
    "\n"
    "The person with this address opens their newest fitting mail, follows its link, fills in\n"
    "the form that is there and sends it, as they would in a browser.  Consent and denial take\n"
    "share_more=true or false, and language=en, de, fr or es, which is chosen on the page.\n"
    "\n"
    "  --domain NAME  which of several\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery people wei@shop.example verify --domain shop.example\n"
    "  orrery people wei@tan.example consent share_more=true language=de\n";

static const char *const options[] = { "domain", NULL };

static const struct column changes[] = {
	{ "EVENT", "event" },
	{ "NAME", "object_data.domain_name" },
	{ "STATUS", "status" },
	{ NULL, NULL },
};

/* Each event has a name of its own for what changed. */
static void
name_status(json_t *events)
{
	static const char *const names[] = { "verification_status", "order_status" };

	for (size_t i = 0; i < json_array_size(events); i++)
		for (size_t n = 0; n < sizeof(names) / sizeof(*names); n++) {
			json_t *event = json_array_get(events, i);
			json_t *data = json_object_get(event, "object_data");
			json_t *status = json_object_get(data, names[n]);
			if (status != NULL)
				json_object_set(event, "status", status);
		}
}

static void
act(struct control *c)
{
	json_t *body = json_pack(
	    "{s:s, s:s*}", "action", c->words[1], "domain", control_option(c, "domain"));

	if (!pairs_into(c, 2, body)) {
		json_decref(body);
		return;
	}
	json_t *j = control_world(
	    c, "POST", body, "/people/%s/act", control_escape(c, c->words[0]));

	if (j == NULL || control_show_json(c, j))
		return;
	puts(json_string_value(json_object_get(json_object_get(j, "page"), "message")));
	name_status(json_object_get(j, "changed"));
	table_print(c->a, json_object_get(j, "changed"), changes);
	json_decref(j);
}

int
verb_people(int argc, char **argv)
{
	static const struct action actions[] = { { "", act, 2, 4 }, { .name = NULL } };

	return control_run(argc, argv, actions, options);
}
