/* One name's state, changed by the operator without moving time. */
#include "wire/api/api.h"
#include "world/flow/verification/verification.h"
#include "world/name/deletion.h"

const struct field shape_domain_change[] = {
	MAY("expires", MOMENT),
	MAY_ONE_OF("state", "active|expired|deleted"),
	MAY("locked", FLAG),
	MAY("auto_renew", FLAG),
	MAY("let_expire", FLAG),
	MAY_ONE_OF("verification", "admin_reviewing|verified|suspended"),
	SHAPE_END,
};

static const struct problem *
decide(struct call *c, const char *decision, struct term *t)
{
	if (!verification_decide(c->world, c->arena, t, decision))
		return problem_new(c, 409, "not_allowed",
		    "The verification of %s is %s; it cannot be made %s from there.", t->name,
		    verification_status(c->world, c->arena, t).status, decision);
	(void)term_load(c->world, c->arena, t->id, t);
	return NULL;
}

/* A name that is deleted stands in its reseller's list of those; nobody is told. */
static void
set_state(struct call *c, const char *state, struct term *t)
{
	const char *reason = strcmp(t->state, "expired") == 0 ? "expired" : "by-request";

	if (strcmp(state, "deleted") == 0)
		deletion_record(c->world, c->arena, t, reason);
	t->state = state;
}

static const struct problem *
patch(struct call *c, const json_t *body)
{
	struct term t;
	const struct problem *p = find_domain(c, &t);

	if (p == NULL && body_has(body, "verification"))
		p = decide(c, body_text(body, "verification"), &t);
	if (p != NULL)
		return p;
	if (body_has(body, "expires"))
		t.expires = t.registry_expires = body_moment(
		    body, "expires", c->world->now, t.expires);
	if (t.expires < t.created)
		return problem_new(c, 400, "bad_value",
		    "\"expires\" is before the name was created, %s.", instant_iso(t.created).text);
	if (body_has(body, "state"))
		set_state(c, body_text(body, "state"), &t);
	t.locked = body_flag(body, "locked", t.locked);
	t.auto_renew = body_flag(body, "auto_renew", t.auto_renew);
	t.let_expire = body_flag(body, "let_expire", t.let_expire);
	term_save(c->world, &t);
	return answer_json(c, 200, domain_json(c, &t));
}

const struct problem *
api_domain_patch(struct call *c)
{
	return with_body(c, patch);
}
