/* RESET_DNS_ZONE DOMAIN: back to the records of its template, or of another one. */
#include "command/domain/dns_zone.h"

const struct attr accepts_reset_dns_zone[] = { ZONE_DOMAIN, ZONE_TEMPLATE, ATTR_LAST };

const struct refusal *
cmd_reset_dns_zone(struct request *rq)
{
	struct term t;
	struct service_row zone;
	const struct refusal *no = zone_of(rq, &t, &zone);

	if (no == NULL)
		no = zone_from_template(rq, zone.template, &zone);
	if (no != NULL)
		return no;
	zone_keep(rq, &t, &zone);
	zone_reply(rq, &t, &zone);
	return NULL;
}
