/* orrery reseller: further customers of the registrar, and their settings. */
#include "shell/control.h"
#include "shell/pairs.h"

const char help_reseller[] =
    "usage: orrery reseller list\n"
    "       orrery reseller add [USER] [FIELD=VALUE...]\n"
    "       orrery reseller show USER\n"
    "       orrery reseller set USER FIELD=VALUE...\n"
    "       orrery reseller ledger\n"
    "\n"
    "Fields of add: key, balance.  Of set: balance, company, process_immediately, nameservers,\n"
    "ip_rules, foreign_nameservers, unregistered_hosts, designated_agent, push_from, subusers,\n"
    "subuser_permissions, tech_contact.name|email|phone|fax|address1|city|state|postal_code|country,\n"
    "notices.NAME, branding.logo|url|header|footer|redirect.  Lists are written a,b.\n"
    "\n"
    "`ledger` shows what came to the accounts, what was held of them, and what left.\n"
    "\n"
    "  --user USER   whose ledger\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery reseller add shop balance=100.00\n"
    "  orrery reseller set shop notices.rsp.suspended_list=false\n"
    "  orrery reseller ledger --user shop\n";

static void
send_pairs(struct control *c, json_t *body, int from, const char *method, const char *path)
{
	if (pairs_into(c, from, body))
		control_show(c, control_world(c, method, body, "/resellers%s", path));
	else
		json_decref(body);
}

static void
add(struct control *c)
{
	json_t *body = json_object();
	bool named = c->word_count > 0 && strchr(c->words[0], '=') == NULL;

	if (named)
		json_object_set_new(body, "username", json_string(c->words[0]));
	send_pairs(c, body, named ? 1 : 0, "POST", "");
}

static const struct column resellers[] = {
	{ "RESELLER", "name" },
	{ "PARENT", "parent" },
	{ "STATUS", "status" },
	{ "BALANCE", "balance" },
	{ "HELD", "held" },
	{ "COMPANY", "company" },
	{ NULL, NULL },
};

static void
show_list(struct control *c)
{
	static const char *const none[] = { NULL };

	control_show_list(c,
	    control_list(
		c, arena_printf(c->a, "/worlds/%s/resellers", control_escape(c, c->world)), none),
	    resellers);
}

static void
show(struct control *c)
{
	control_show(
	    c, control_world(c, "GET", NULL, "/resellers/%s", control_escape(c, c->words[0])));
}

static void
set(struct control *c)
{
	send_pairs(c, json_object(), 1, "PATCH",
	    arena_printf(c->a, "/%s", control_escape(c, c->words[0])));
}

static const char *const options[] = { "user", NULL };

static const struct column entries[] = {
	{ "ID", "id" },
	{ "AT", "at" },
	{ "RESELLER", "reseller" },
	{ "ORDER", "order" },
	{ "WHAT", "what" },
	{ "AMOUNT", "amount" },
	{ "HOLD", "hold" },
	{ "BALANCE", "balance" },
	{ "HELD", "held" },
	{ NULL, NULL },
};

static void
ledger(struct control *c)
{
	control_show_list(c,
	    control_list(
		c, arena_printf(c->a, "/worlds/%s/ledger", control_escape(c, c->world)), options),
	    entries);
}

int
verb_reseller(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "list", show_list, 0, 0 },
		{ "add", add, 0, 100 },
		{ "show", show, 1, 1 },
		{ "set", set, 2, 100 },
		{ "ledger", ledger, 0, 0 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, options);
}
