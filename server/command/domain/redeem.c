/* REDEEM DOMAIN: a name that was deleted is bought back.  No name can be redeemed here
 * yet, and the vendor's answer for one that cannot is 400 (github.com/yola/opensrs). */
#include "command/command.h"

const struct attr accepts_redeem[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	ATTR_LAST,
};

const struct refusal *
cmd_redeem(struct request *rq)
{
	return refuse(rq, not_redeemable, attr_text(rq, "domain"));
}
