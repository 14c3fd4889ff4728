/* LOOKUP DOMAIN: may this name be registered? */
#include "command/offered.h"
#include "world/flow/order/order_flow.h"
#include "world/money/price.h"
#include "world/name/term.h"
#include "world/policy/policy.h"

#define TAKEN "Domain taken"

const struct attr accepts_lookup[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	{ .name = "no_cache", .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static void
reply_status(struct request *rq, int code, const char *text, const char *status)
{
	rq->code = code;
	rq->text = text;
	value_add_text(rq->arena, rq->reply, "status", status);
	value_add_text(rq->arena, rq->reply, "match", "");
}

/* A premium name that nobody has: some say it is available, some that it is not. */
static void
reply_premium(struct request *rq)
{
	bool taken = policy_is(rq->world, &policy_lookup_premium, "taken");

	reply_status(
	    rq, taken ? 211 : 210, taken ? TAKEN : rq->text, taken ? "taken" : "available");
	value_add_text(rq->arena, rq->reply, "reason", "Premium Name");
}

const struct refusal *
cmd_lookup(struct request *rq)
{
	const char *domain = attr_text(rq, "domain");
	struct premium p;
	struct term t;

	const struct refusal *no = name_offered(rq, domain);
	if (no != NULL)
		return no;
	if (term_find(rq->world, rq->arena, domain, &t))
		reply_status(rq, 211, TAKEN, "taken");
	else if (order_waits_for(rq->world, domain))
		reply_status(
		    rq, 221, "Domain taken (a waiting registration exists in OpenSRS)", "taken");
	else if (premium_of(rq->world, rq->arena, domain, &p))
		reply_premium(rq);
	else
		reply_status(rq, 210, rq->text, "available");
	return NULL;
}
