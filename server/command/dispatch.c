#include "command/dispatch.h"

#include "base/arena.h"
#include "base/must.h"
#include "clock/zone.h"
#include "command/permission.h"
#include "command/session/limits.h"
#include "command/witness.h"
#include "world/policy/policy.h"

/* Protocol words are ASCII; no locale has a say. */
static const char *
upper(struct arena *a, const char *text)
{
	char *copy = arena_strdup(a, trimmed(a, text));

	for (char *c = copy; *c != '\0'; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return copy;
}

/* "2011-05-06 16:58:54 14789 101": Toronto time, a process, a counter.  The
 * process is ours to invent; it must be the same when the world is replayed. */
const char *
transaction_id(struct request *rq)
{
	struct world *w = rq->world;
	const char *secret = world_secret(w, rq->arena, rq->action, w->now);
	char four[5] = { secret[0], secret[1], secret[2], secret[3] };
	unsigned long process = 1000 + strtoul(four, NULL, 16) % 30000;

	return arena_printf(
	    rq->arena, "%s %lu 101", instant_plain(zone_local(ZONE_TORONTO, w->now)).text, process);
}

static void
adopt_all(struct arena *a, struct value *parent, const struct value *extras)
{
	struct value *next = extras == NULL ? NULL : extras->first;

	for (struct value *v = next; v != NULL; v = next) {
		next = v->next;
		v->next = NULL;
		value_adopt(a, parent, v->key, v);
	}
}

struct reply {
	const char *object; /* NULL: it has none */
	const char *action, *text, *transaction;
	int code;
	bool success;
	struct value *attributes, *extras;
};

/* The order in which most recorded replies have their items. */
static struct value *
written(struct arena *a, const struct reply *r)
{
	struct value *top = value_new(a, VALUE_ASSOC);

	value_add_text(a, top, "protocol", "XCP");
	if (r->object != NULL)
		value_add_text(a, top, "object", r->object);
	value_add_text(a, top, "response_text", r->text);
	if (r->transaction != NULL)
		value_add_text(a, top, "transaction_id", r->transaction);
	value_add_text(a, top, "action", r->action == NULL ? "REPLY" : r->action);
	if (r->attributes != NULL && r->attributes->first != NULL)
		value_adopt(a, top, "attributes", r->attributes);
	value_add_text(a, top, "response_code", arena_printf(a, "%d", r->code));
	adopt_all(a, top, r->extras);
	value_add_text(a, top, "is_success", r->success ? "1" : "0");
	return top;
}

struct value *
fault_reply(struct arena *a, const char *object)
{
	const struct reply r = {
		.object = object,
		.text = refusal_internal.text,
		.code = refusal_internal.code,
	};

	return written(a, &r);
}

struct value *
plain_refusal(
    struct arena *a, const char *object, const struct refusal_row *row, const char *detail)
{
	struct request nobody = { .arena = a };
	const struct refusal *no = refusal_new(&nobody, row, detail);
	const struct reply r = { .object = object, .text = no->text, .code = row->code };

	return written(a, &r);
}

/* Where nobody says who asks, nobody is shut out. */
static bool
shut_out(struct request *rq, const struct place *p)
{
	const char *status = rq->reseller->status;

	if (p != NULL && p->nobody)
		return false;
	return strcmp(status, "active") != 0 &&
	       strstr(policy_text(rq->world, rq->arena, &policy_shut_out), status) != NULL;
}

/* Any command may be sent for a sub-reseller of one's own (the vendor's page on
 * acting on behalf of sub-resellers). */
static const struct refusal *
act_for(struct request *rq)
{
	const char *name = trimmed(rq->arena, value_text(rq->attributes, "as_subreseller"));
	struct reseller sub;

	if (*name == '\0')
		return NULL;
	if (!reseller_find(rq->world, rq->arena, name, &sub) || sub.parent != rq->reseller->id)
		return refuse(rq, subreseller_not_found, NULL);
	*rq->reseller = sub;
	return NULL;
}

static const struct refusal *
run(struct request *rq, int64_t reseller, const struct command *cmd)
{
	if (rq->top == NULL || *rq->action == '\0')
		return refuse(rq, internal, NULL);
	if (cmd == NULL || cmd->run == NULL)
		return refuse(rq, unknown_command, NULL);
	now_doing((struct doing){ rq->world->name, cmd->action, reseller, rq->world->now });
	rq->accepts = cmd->accepts;
	rq->text = cmd->granted;
	const struct refusal *no = act_for(rq);
	if (no == NULL)
		no = permission_check(rq, cmd);
	if (no == NULL)
		no = attrs_check(rq);
	return no != NULL ? no : cmd->run(rq);
}

static struct value *
answer(const struct request *rq, const struct refusal *no)
{
	struct reply r = {
		.object = rq->nameless ? NULL : rq->object,
		.text = rq->text,
		.transaction = rq->transaction,
		.code = rq->code,
		.success = true,
		.attributes = rq->reply,
		.extras = rq->extras,
	};

	if (rq->names_action)
		r.action = arena_printf(rq->arena, "%s:REPLY", rq->action);
	if (no != NULL) {
		r.text = no->text;
		r.code = no->row->code;
		r.success = no->row->success;
		r.attributes = no->attributes;
		r.extras = no->extras;
	}
	return written(rq->arena, &r);
}

struct outcome
dispatch(struct world *w, struct arena *a, int64_t reseller, const struct value *top)
{
	return dispatch_at(w, a, reseller, top, NULL, NULL);
}

struct outcome
dispatch_at(struct world *w, struct arena *a, int64_t reseller, const struct value *top,
    const struct place *p, const struct usher *u)
{
	struct reseller asker = { 0 };
	struct request rq = {
		.arena = a,
		.world = w,
		.reseller = &asker,
		.top = top,
		.attributes = value_get(top, "attributes"),
		.object = upper(a, value_text(top, "object")),
		.action = upper(a, value_text(top, "action")),
		.reply = value_new(a, VALUE_ASSOC),
		.code = 200,
		.usher = u,
	};

	if (rq.attributes == NULL || rq.attributes->kind != VALUE_ASSOC)
		rq.attributes = value_new(a, VALUE_ASSOC);
	const struct command *cmd = command_find(rq.action, rq.object);
	const struct refusal *no = NULL;
	if (!reseller_load(w, a, reseller, &asker))
		no = refuse(&rq, internal, NULL);
	if (no == NULL && p != NULL)
		no = place_limits(&rq, p);
	if (no == NULL && shut_out(&rq, p))
		no = refuse(&rq, no_such_reseller, NULL);
	if (no == NULL)
		no = run(&rq, reseller, cmd);
	struct value *reply = answer(&rq, no);
	if (cmd != NULL)
		witness(&rq, cmd, reply, no);
	return (struct outcome){
		.reply = reply,
		.granted = no == NULL,
		.code = no == NULL ? rq.code : no->row->code,
		.action = rq.action,
		.object = rq.object,
		.last = rq.farewell,
		.manner = rq.manner,
	};
}
