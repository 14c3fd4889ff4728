/* ACK EVENT: one event leaves the queue. */
#include "command/command.h"
#include "world/notice/event.h"

const struct attr accepts_ack[] = {
	{ .name = "event_id",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .min = 1,
	    .max = 64,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

const struct refusal *
cmd_ack(struct request *rq)
{
	rq->transaction = transaction_id(rq);
	if (!event_ack(rq->world, rq->arena, rq->reseller->id, attr_text(rq, "event_id")))
		return refuse(rq, event_not_found, NULL);
	return NULL;
}
