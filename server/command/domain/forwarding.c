#include "command/domain/forwarding.h"

const struct refusal *
forwarding_of(struct request *rq, struct term *t, struct service_row *row)
{
	const struct refusal *no = owned_term(rq, t);

	if (no != NULL || service_load(rq->world, rq->arena, t->id, SERVICE_FORWARDING, row))
		return no;
	return refuse(rq, no_forwarding, NULL);
}

const struct refusal *
forwarding_change(struct request *rq, const struct term *t)
{
	struct service_row row = { .template = "" };
	const struct refusal *no = records_read(
	    rq, rq->attributes, SERVICE_FORWARDING, &row.records);

	if (no == NULL)
		no = records_check(rq, &row.records);
	if (no == NULL)
		service_save(rq->world, rq->arena, t->id, SERVICE_FORWARDING, &row);
	return no;
}
