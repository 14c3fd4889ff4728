/* QUERY_QUEUED_REQUEST DOMAIN: what became of a request to a registry. */
#include "command/domain/request_reply.h"

const struct attr accepts_query_queued_request[] = {
	{ .name = "request_id",
	    .type = ATTR_INT,
	    .required = REQUIRED,
	    .min = 1,
	    .max = INT64_MAX,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

const struct refusal *
cmd_query_queued_request(struct request *rq)
{
	struct registry_request r;

	if (!request_load(rq->world, rq->arena, attr_int(rq, "request_id"), &r) ||
	    r.reseller != rq->reseller->id)
		return refuse(rq, request_not_found, NULL);
	request_say(rq, rq->reply, &r);
	return NULL;
}
