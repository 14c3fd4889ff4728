/* DELETE_DNS_ZONE DOMAIN: the zone and all its records go; who is asked stays. */
#include "command/domain/dns_zone.h"

const struct attr accepts_delete_dns_zone[] = { ZONE_DOMAIN, ATTR_LAST };

const struct refusal *
cmd_delete_dns_zone(struct request *rq)
{
	struct term t;
	struct service_row zone;
	const struct refusal *no = zone_of(rq, &t, &zone);

	if (no == NULL)
		service_drop(rq->world, t.id, SERVICE_ZONE);
	return no;
}
