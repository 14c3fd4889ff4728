/* SET_DNS_ZONE DOMAIN: other records in place of all that were there. */
#include "command/domain/dns_zone.h"

const struct attr accepts_set_dns_zone[] = {
	ZONE_DOMAIN,
	ZONE_TEMPLATE,
	ZONE_RECORDS,
	ATTR_LAST,
};

/* An empty list is one too: it empties the zone. */
static bool
brings_records(const struct request *rq)
{
	if (value_get(rq->attributes, "records") != NULL)
		return true;
	for (const struct record_kind *k = record_kinds; k->name != NULL; k++)
		if (k->service == SERVICE_ZONE && value_get(rq->attributes, k->name) != NULL)
			return true;
	return false;
}

/* The zone stays linked to its template unless another one is named. */
static const struct refusal *
start_over(struct request *rq, struct service_row *zone)
{
	zone->records = (struct records){ 0 };
	if (attr_given(rq, "dns_template"))
		return zone_from_template(rq, "", zone);
	return brings_records(rq) ? NULL : refuse(rq, missing_field, "records");
}

const struct refusal *
cmd_set_dns_zone(struct request *rq)
{
	struct term t;
	struct service_row zone;
	const struct refusal *no = zone_of(rq, &t, &zone);

	if (no == NULL)
		no = start_over(rq, &zone);
	if (no == NULL)
		no = zone_add_records(rq, &zone);
	if (no != NULL)
		return no;
	zone_keep(rq, &t, &zone);
	zone_reply(rq, &t, &zone);
	return NULL;
}
