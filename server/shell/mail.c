/* orrery mail: what people were sent. */
#include "shell/control.h"

const char help_mail[] =
    "usage: orrery mail list\n"
    "       orrery mail show ID\n"
    "       orrery mail bounce ID\n"
    "\n"
    "What the world has sent to registrants, contacts and resellers, and whether it arrived.\n"
    "\n"
    "  --to ADDRESS, --type TYPE, --domain NAME, --subject PART   which ones\n"
    "  --code N, --text T   what the receiving host says when a mail bounces\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery mail list --to wei@shop.example --type verification.reminder\n";

static const char *const options[] = { "to", "type", "domain", "subject", "code", "text", NULL };

static const struct column columns[] = {
	{ "ID", "id" },
	{ "AT", "at" },
	{ "TO", "to" },
	{ "TYPE", "type" },
	{ "SUBJECT", "subject" },
	{ "STATUS", "status" },
	{ NULL, NULL },
};

static void
list(struct control *c)
{
	static const char *const query[] = { "to", "type", "domain", "subject", NULL };

	control_show_list(c,
	    control_list(
		c, arena_printf(c->a, "/worlds/%s/mail", control_escape(c, c->world)), query),
	    columns);
}

static const char *
text(const json_t *j, const char *name)
{
	return json_string_value(json_object_get(j, name));
}

/* As it would be read. */
static void
show(struct control *c)
{
	json_t *j = control_world(c, "GET", NULL, "/mail/%s", control_escape(c, c->words[0]));

	if (j == NULL || control_show_json(c, j))
		return;
	printf("Date: %s\nFrom: %s\nTo: %s\nSubject: %s\n", text(j, "at"), text(j, "from"),
	    text(j, "to"), text(j, "subject"));
	printf("Type: %s\nStatus: %s\n\n%s", text(j, "type"), text(j, "status"), text(j, "text"));
	json_decref(j);
}

static void
bounce(struct control *c)
{
	const char *code = control_option(c, "code"), *why = control_option(c, "text");
	json_t *body = json_object();

	if (code != NULL)
		json_object_set_new(body, "code", json_integer(strtoll(code, NULL, 10)));
	if (why != NULL)
		json_object_set_new(body, "text", json_string(why));
	json_t *j = control_world(
	    c, "POST", body, "/mail/%s/bounce", control_escape(c, c->words[0]));
	if (j == NULL || control_show_json(c, j))
		return;
	printf("mail %s to %s has bounced\n", c->words[0], text(j, "to"));
	json_decref(j);
}

int
verb_mail(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "list", list, 0, 0 },
		{ "show", show, 1, 1 },
		{ "bounce", bounce, 1, 1 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, options);
}
