/* GET_ and SET_TRADE_DESIGNATED_AGENT DOMAIN: whether changes of its owner are approved
 * without asking anybody. */
#include "command/owned.h"
#include "world/name/agent.h"

#define DOMAIN \
	{ \
		.name = "domain", .type = ATTR_DOMAIN, .max = 253, \
		.refusal = &refusal_invalid_domain \
	}
#define ALLOW "allow_designated_agent"

const struct attr accepts_get_designated_agent[] = { DOMAIN, ATTR_LAST };
const struct attr accepts_set_designated_agent[] = {
	DOMAIN,
	{ .name = ALLOW,
	    .type = ATTR_FLAG,
	    .required = REQUIRED,
	    .max = 1,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

const struct refusal *
cmd_get_designated_agent(struct request *rq)
{
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		value_add_text(rq->arena, rq->reply, ALLOW,
		    agent_approves(rq->world, rq->arena, &t) ? "1" : "0");
	return no;
}

const struct refusal *
cmd_set_designated_agent(struct request *rq)
{
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		agent_set(rq->world, &t, attr_flag(rq, ALLOW));
	return no;
}
