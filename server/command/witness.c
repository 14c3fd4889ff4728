#include "command/witness.h"

#include "base/arena.h"
#include "base/tally.h"
#include "world/party/contact.h"
#include "world/policy/rulebook.h"

struct witness {
	struct tally *record;
	struct arena *a;
	const char *command; /* ACTION/OBJECT */
	const char *code;
};

static bool
is_role(const char *key)
{
	for (size_t r = 0; r < ROLE_COUNT; r++)
		if (strcmp(key, role_names[r]) == 0)
			return true;
	return false;
}

/* Keys that are data, not names of attributes. */
static bool
is_datum(const struct value *parent, const char *key)
{
	if (parent->key != NULL && strcmp(parent->key, "contact_set") == 0)
		return is_role(key);
	return strchr(key, '.') != NULL || key[strspn(key, "0123456789-:")] == '\0';
}

static const char *
below(struct arena *a, const char *path, const struct value *parent, const char *key)
{
	if (parent->kind == VALUE_ARRAY)
		return arena_printf(a, "%s[]", path);
	return arena_printf(a, "%s%s%s", path, *path == '\0' || path[1] == '\0' ? "" : ".",
	    is_datum(parent, key) ? "{}" : key);
}

static void
note_tree(const struct witness *w, const char *path, const struct value *v)
{
	if (*path != '\0' && v->first == NULL)
		tally_note(
		    w->record, arena_printf(w->a, "returns\t%s:%s\t%s", w->command, w->code, path));
	for (const struct value *m = v->first; m != NULL; m = m->next)
		note_tree(w, below(w->a, path, v, m->key), m);
}

/* What every reply has says nothing. */
static bool
is_usual(const char *key)
{
	static const char *const usual[] = { "protocol", "object", "action", "response_text",
		"response_code", "is_success", "attributes" };

	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		if (strcmp(key, usual[i]) == 0)
			return true;
	return false;
}

static void
note_reply(const struct witness *w, const struct value *reply)
{
	const struct value *attributes = value_get(reply, "attributes");

	if (attributes != NULL)
		note_tree(w, "", attributes);
	for (const struct value *m = reply->first; m != NULL; m = m->next)
		if (!is_usual(m->key))
			note_tree(w, arena_printf(w->a, "^%s", m->key), m);
}

static void
note_taken(const struct witness *w, const struct request *rq)
{
	for (size_t i = 0; rq->accepts[i].name != NULL; i++)
		if (rq->values[i].text != NULL || rq->values[i].tree != NULL)
			tally_note(w->record,
			    arena_printf(w->a, "takes\t%s\t%s", w->command, rq->accepts[i].name));
}

void
witness(const struct request *rq, const struct command *cmd, const struct value *reply,
    const struct refusal *no)
{
	struct arena *a = rq->arena;
	struct witness w = { rq->world->rules->answers, a, "", value_text(reply, "response_code") };

	if (w.record == NULL)
		return;
	w.command = arena_printf(a, "%s/%s", cmd->action, cmd->object);
	tally_note(
	    w.record, arena_printf(a, "sends\t%s\t%s:%s", rq->world->name, w.command, w.code));
	note_reply(&w, reply);
	if (no == NULL)
		note_taken(&w, rq);
}
