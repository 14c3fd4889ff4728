/* Doors whose connections are sessions: the legacy port, where the door itself has
 * made sure of its visitor, and the fast lookup, where nobody says who they are. */
#include "base/arena.h"
#include "base/log.h"
#include "engine/internal.h"

const char *
engine_key(struct engine *e, struct arena *a, const char *username)
{
	const char *key = NULL;
	int64_t reseller;
	struct actor *actor = directory_user(e, a, username, &key, &reseller);

	if (actor != NULL)
		directory_release(e, actor);
	return key;
}

struct place *
exchange_place(struct engine *e, struct exchange *x, const char *username)
{
	struct place *p = NEW(x->arena, struct place);

	*p = (struct place){
		.address = x->peer,
		.session = x->door == DOOR_LEGACY || x->door == DOOR_LOOKUP,
		.nobody = x->door == DOOR_LOOKUP,
		.nth = x->nth,
	};
	if (x->seat == NULL)
		return p;
	p->connections = seat_take(e, x->seat, username);
	p->began = x->seat->commands == 1;
	p->since = x->seat->since;
	if (!p->session)
		p->nth = x->seat->commands;
	return p;
}

static struct job *
job_of(struct engine *e, struct actor *a, struct exchange *x, struct visitor v,
    void (*run)(struct job *j))
{
	struct job *j = NEW(x->arena, struct job);

	if (v.diagnosis == NULL)
		v.place = exchange_place(e, x, v.username);
	*j = (struct job){ .engine = e, .actor = a, .x = x, .run = run, .visitor = v };
	return j;
}

static struct job *
refuse_unknown(struct engine *e, struct exchange *x)
{
	const char *why = arena_printf(x->arena,
	    "no world of this server has a user '%s'; `orrery world list` shows who there is",
	    x->user);

	frontdesk_answer(x, 200, plain_refusal(x->arena, "USER", &refusal_no_such_reseller, NULL));
	frontdesk_note(e, x, x->user, refusal_no_such_reseller.code, "unknown user", why);
	x->last = true;
	return NULL;
}

struct job *
session_route(struct engine *e, struct exchange *x)
{
	struct visitor v = { .username = x->user, .diagnosis = x->disbelieved, .code = 401 };
	const char *key;
	struct actor *a = directory_user(e, x->arena, x->user, &key, &v.reseller);

	if (a == NULL)
		return refuse_unknown(e, x);
	if (v.diagnosis != NULL)
		log_info("user '%s' from %s is not let in: %s", x->user, x->peer, v.diagnosis);
	return job_of(e, a, x, v, xcp_run);
}

struct job *
line_route(struct engine *e, struct exchange *x)
{
	struct actor *a = directory_hold(e, x->world);

	if (a != NULL)
		return job_of(e, a, x, (struct visitor){ .username = "" }, line_run);
	frontdesk_note(e, x, "", 404, "no world",
	    arena_printf(x->arena, "the fast lookup asks the world '%s', which is gone", x->world));
	x->status = 404;
	return NULL;
}
