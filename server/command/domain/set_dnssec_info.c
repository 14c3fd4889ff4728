/* SET_DNSSEC_INFO DOMAIN: the DS records that the registry publishes for a name. */
#include "command/dnssec.h"

const struct attr accepts_set_dnssec_info[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	{ .name = "dnssec", .type = ATTR_TREE, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

const struct refusal *
cmd_set_dnssec_info(struct request *rq)
{
	return dnssec_set(rq);
}
