/* SET_DOMAIN_AFFILIATE_ID DOMAIN: who sent the owner of a name to its reseller. */
#include "command/owned.h"
#include "world/name/setting.h"

const struct attr accepts_set_domain_affiliate_id[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	{ .name = "affiliate_id", .type = ATTR_TEXT, .max = 256, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

/* Sent empty, or not at all, nobody did. */
const struct refusal *
cmd_set_domain_affiliate_id(struct request *rq)
{
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		setting_put(rq->world, t.id, "affiliate_id", attr_word(rq, "affiliate_id"));
	return no;
}
