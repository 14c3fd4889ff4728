/*
 * ACTIVATE DOMAIN: a parked name of a registry that looks at nameservers first (.de) is
 * to lead to its own.
 */
#include "command/change.h"
#include "command/owned.h"
#include "world/policy/policy.h"

const struct attr accepts_activate[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	ATTR_LAST,
};

static const struct refusal *
build(struct request *rq, const struct term *t, struct name_change *c, const void *how)
{
	const struct tld *tld = rulebook_tld(rq->world->rules, t->name);
	const char *tlds = policy_text(rq->world, rq->arena, &policy_activated_tlds);

	(void)how;
	if (tld == NULL || !policy_lists(tlds, tld->name))
		return refuse(rq, setting_absent, "activation");
	if (*setting_of(rq->world, rq->arena, t->id, "parkpage") == '\0')
		return refuse(rq, not_parked, t->name);
	change_setting(c, "parkpage", "");
	return NULL;
}

/* What waiting_history calls it is inferred. */
const struct refusal *
cmd_activate(struct request *rq)
{
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		no = nothing_waits(rq, t.name);
	if (no != NULL)
		return no;
	return change_name(
	    rq, &(struct change_plan){ .build = build, .waits_as = "update_nameservers" }, &t);
}
