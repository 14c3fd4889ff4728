/* CANCEL_TRANSFER TRANSFER: a transfer that nobody outside knows of yet is called off,
 * by its order or by its name. */
#include "command/transfer/reply.h"

const struct attr accepts_cancel_transfer[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	TRANSFER_ATTRS,
	ATTR_LAST,
};

const struct refusal *
cmd_cancel_transfer(struct request *rq)
{
	struct transfer t;
	const struct refusal *no = transfer_meant(rq, &t);

	return no != NULL ? no : transfer_cancel(rq, &t);
}
