/* LOOKUP DOMAIN: may this name be registered? */
#include "command/command.h"
#include "world/flow/order/order_flow.h"
#include "world/name/domain.h"
#include "world/name/term.h"
#include "world/policy/rulebook.h"

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

const struct refusal *
cmd_lookup(struct request *rq)
{
	const char *domain = attr_text(rq, "domain");
	struct term t;

	if (rulebook_tld(rq->world->rules, domain) == NULL)
		return refuse(rq, unknown_tld, excerpt(rq->arena, domain));
	if (!domain_registrable(rq->world, domain))
		return refuse(rq, invalid_domain, excerpt(rq->arena, domain));
	if (term_find(rq->world, rq->arena, domain, &t))
		reply_status(rq, 211, "Domain taken", "taken");
	else if (order_waits_for(rq->world, domain))
		reply_status(
		    rq, 221, "Domain taken (a waiting registration exists in OpenSRS)", "taken");
	else
		reply_status(rq, 210, rq->text, "available");
	return NULL;
}
