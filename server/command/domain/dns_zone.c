#include "command/domain/dns_zone.h"

#include "base/arena.h"

const struct refusal *
zone_of(struct request *rq, struct term *t, struct service_row *zone)
{
	const struct refusal *no = owned_term(rq, t);

	if (no != NULL || service_load(rq->world, rq->arena, t->id, SERVICE_ZONE, zone))
		return no;
	return refuse(rq, no_zone, NULL);
}

const struct refusal *
zone_from_template(struct request *rq, const char *fallback, struct service_row *zone)
{
	bool given = attr_given(rq, "dns_template");
	struct zone_template t;

	zone->template = given ? attr_text(rq, "dns_template") : fallback;
	if (!zone_template_find(rq->world, rq->arena, rq->reseller->id, zone->template, &t))
		return refuse(rq, no_template, excerpt(rq->arena, zone->template));
	zone->records = t.records;
	return NULL;
}

const struct refusal *
zone_add_records(struct request *rq, struct service_row *zone)
{
	const struct value *sent = attr_tree(rq, "records");
	const struct refusal *no = records_only(rq, sent, SERVICE_ZONE);

	if (no == NULL)
		no = records_read(rq, sent, SERVICE_ZONE, &zone->records);
	if (no == NULL)
		no = records_read(rq, rq->attributes, SERVICE_ZONE, &zone->records);
	return no != NULL ? no : records_check(rq, &zone->records);
}

void
zone_keep(struct request *rq, const struct term *t, const struct service_row *zone)
{
	service_save(rq->world, rq->arena, t->id, SERVICE_ZONE, zone);
}

void
zone_reply(struct request *rq, const struct term *t, const struct service_row *zone)
{
	bool ok = zone_delegated(rq->world, rq->arena, t);

	value_add_text(rq->arena, rq->reply, "nameservers_ok", ok ? "1" : "0");
	records_write(rq, value_add(rq->arena, rq->reply, "records", VALUE_ASSOC), &zone->records);
}
