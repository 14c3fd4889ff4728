/* GET_DNS_ZONE DOMAIN: all records, and whether anybody asks us for them. */
#include "command/domain/dns_zone.h"

const struct attr accepts_get_dns_zone[] = { ZONE_DOMAIN, ATTR_LAST };

const struct refusal *
cmd_get_dns_zone(struct request *rq)
{
	struct term t;
	struct service_row zone;
	const struct refusal *no = zone_of(rq, &t, &zone);

	if (no == NULL)
		zone_reply(rq, &t, &zone);
	return no;
}
