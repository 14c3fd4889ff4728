/* BELONGS_TO_RSP DOMAIN: is this name the asker's?  Nobody learns more than that:
 * names of others and names of nobody sound alike, as in the recorded reply. */
#include "base/arena.h"
#include "command/command.h"
#include "world/name/term.h"

const struct attr accepts_belongs_to_rsp[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	ATTR_LAST,
};

const struct refusal *
cmd_belongs_to_rsp(struct request *rq)
{
	struct term t;
	bool ours = term_find(rq->world, rq->arena, attr_text(rq, "domain"), &t) &&
		    t.reseller == rq->reseller->id;

	value_add_text(rq->arena, rq->reply, "belongs_to_rsp", ours ? "1" : "0");
	if (ours)
		value_add_text(
		    rq->arena, rq->reply, "domain_expdate", instant_plain(t.expires).text);
	return NULL;
}
