/* orrery clock: what time it is in a world, and moving it. */
#include "shell/control.h"

const char help_clock[] =
    "usage: orrery clock [get]\n"
    "       orrery clock advance DURATION|INSTANT\n"
    "       orrery clock jump DURATION|INSTANT\n"
    "       orrery clock until KIND [SUBJECT]\n"
    "       orrery clock set frozen|flowing[:RATE]|system\n"
    "       orrery clock history\n"
    "\n"
    "A world's time moves when you say so.  `advance` fires all that is due on the way, each\n"
    "at its own instant; `jump` moves the clock first, like a machine that was off; `until`\n"
    "goes to the next event of a kind; `history` shows what has fired.\n"
    "\n"
    "  --key K       move only once, however often this is repeated\n"
    "  --max D       how far `until` may go (default P10Y)\n"
    "  --kind K, --subject S   which rows of the history\n"
    "  --server URL  default http://127.0.0.1:8480, or ORRERY_SERVER\n"
    "  --world W     default demo, or ORRERY_WORLD\n"
    "  --token T     of a server that was started with one, or ORRERY_CONTROL_TOKEN\n"
    "  --json        for programs\n"
    "\n"
    "  orrery clock advance P10D\n"
    "  orrery clock until verification.suspension ek-bikes.com --max P30D\n";

static const char *const options[] = { "key", "max", "kind", "subject", NULL };

static const struct column fired[] = {
	{ "AT", "at" },
	{ "WHAT", "kind" },
	{ "SUBJECT", "subject" },
	{ NULL, NULL },
};

static void
get(struct control *c)
{
	control_show(c, control_world(c, "GET", NULL, "/clock"));
}

/* What fired, then what time it is. */
static void
show_move(struct control *c, json_t *j)
{
	if (j == NULL || control_show_json(c, j))
		return;
	json_int_t count = json_integer_value(json_object_get(j, "fired_count"));
	json_int_t shown = (json_int_t)json_array_size(json_object_get(j, "fired"));
	table_print(c->a, json_object_get(j, "fired"), fired);
	if (count > shown)
		printf("and %" JSON_INTEGER_FORMAT " more: orrery clock history\n", count - shown);
	printf("now %s\n", json_string_value(json_object_get(j, "now")));
	if (json_is_false(json_object_get(j, "met")))
		control_fail(c, EXIT_CHECK_FAILED, "no such event came until then");
	json_decref(j);
}

static json_t *
with_key(struct control *c, json_t *body)
{
	if (control_option(c, "key") != NULL)
		json_object_set_new(body, "idempotency_key", json_string(control_option(c, "key")));
	return body;
}

/* A duration begins with P, or with a sign before it; an instant with a digit. */
static void
move(struct control *c, const char *how)
{
	const char *word = c->words[0];
	const char *field = *word >= '0' && *word <= '9' ? "to" : "by";

	show_move(c, control_world(c, "POST", with_key(c, json_pack("{s:s}", field, word)),
			 "/clock/%s", how));
}

static void
advance(struct control *c)
{
	move(c, "advance");
}

static void
jump(struct control *c)
{
	move(c, "jump");
}

static void
until(struct control *c)
{
	json_t *body = json_pack("{s:{s:s, s:s*}}", "until", "kind", c->words[0], "subject",
	    c->word_count > 1 ? c->words[1] : NULL);

	if (control_option(c, "max") != NULL)
		json_object_set_new(body, "max", json_string(control_option(c, "max")));
	show_move(c, control_world(c, "POST", with_key(c, body), "/clock/advance"));
}

static void
set(struct control *c)
{
	const char *word = c->words[0];
	size_t n = strcspn(word, ":");
	json_t *body = json_pack("{s:s}", "mode", arena_strndup(c->a, word, n));

	if (word[n] == ':')
		json_object_set_new(body, "rate", json_integer(strtoll(word + n + 1, NULL, 10)));
	control_show(c, control_world(c, "PUT", body, "/clock"));
}

static void
history(struct control *c)
{
	static const char *const query[] = { "kind", "subject", NULL };

	control_show_list(c,
	    control_list(
		c, arena_printf(c->a, "/worlds/%s/history", control_escape(c, c->world)), query),
	    fired);
}

int
verb_clock(int argc, char **argv)
{
	static const struct action actions[] = {
		{ "", get, 0, 0 },
		{ "get", get, 0, 0 },
		{ "advance", advance, 1, 1 },
		{ "jump", jump, 1, 1 },
		{ "until", until, 1, 2 },
		{ "set", set, 1, 1 },
		{ "history", history, 0, 0 },
		{ .name = NULL },
	};

	return control_run(argc, argv, actions, options);
}
