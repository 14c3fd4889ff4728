/* SEND_PASSWORD TRANSFER: the owner is asked once more. */
#include "command/transfer/reply.h"

const struct attr accepts_transfer_send_password[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain,
	    .missing = &refusal_no_domain },
	ATTR_LAST,
};

const struct refusal *
cmd_transfer_send_password(struct request *rq)
{
	struct transfer t;

	if (transfer_last(rq->world, rq->arena, rq->reseller->id, attr_text(rq, "domain"), &t) &&
	    transfer_take(rq->world, rq->arena, &t, "resend"))
		return NULL;
	return refuse(rq, no_transfer, NULL);
}
