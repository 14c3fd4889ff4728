/* CREATE_DNS_ZONE DOMAIN: a name gets a zone, from a template and from records. */
#include "command/domain/dns_zone.h"

const struct attr accepts_create_dns_zone[] = {
	ZONE_DOMAIN,
	ZONE_TEMPLATE,
	ZONE_RECORDS,
	ATTR_LAST,
};

const struct refusal *
cmd_create_dns_zone(struct request *rq)
{
	struct term t;
	struct service_row zone;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL && service_load(rq->world, rq->arena, t.id, SERVICE_ZONE, &zone))
		no = refuse(rq, zone_exists, NULL);
	if (no == NULL)
		no = zone_from_template(rq, "", &zone);
	if (no == NULL)
		no = zone_add_records(rq, &zone);
	if (no != NULL)
		return no;
	zone_keep(rq, &t, &zone);
	zone_reply(rq, &t, &zone);
	return NULL;
}
