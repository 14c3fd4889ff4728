#include "command/dnssec.h"

#include "command/records.h"
#include "world/name/service.h"

const struct refusal *
dnssec_set(struct request *rq)
{
	struct service_row row = { .template = "" };
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		no = nothing_waits(rq, t.name);
	if (no == NULL && value_get(rq->attributes, "dnssec") == NULL)
		no = refuse(rq, missing_field, "dnssec");
	if (no == NULL)
		no = records_read(rq, rq->attributes, SERVICE_DNSSEC, &row.records);
	if (no == NULL)
		no = records_check(rq, &row.records);
	if (no != NULL)
		return no;
	if (row.records.count == 0)
		service_drop(rq->world, t.id, SERVICE_DNSSEC);
	else
		service_save(rq->world, rq->arena, t.id, SERVICE_DNSSEC, &row);
	return NULL;
}

void
dnssec_say(struct request *rq, const struct term *t)
{
	struct service_row row;

	if (service_load(rq->world, rq->arena, t->id, SERVICE_DNSSEC, &row))
		records_write(rq, rq->reply, &row.records);
	else
		value_add(rq->arena, rq->reply, "dnssec", VALUE_ARRAY);
}
