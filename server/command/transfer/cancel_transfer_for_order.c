/* CANCEL_TRANSFER_FOR_ORDER TRANSFER: the same, always by the order.  Only one client
 * knows of this name (github.com/site5/moo_moo). */
#include "command/transfer/reply.h"

const struct attr accepts_cancel_transfer_for_order[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	TRANSFER_ATTRS,
	ATTR_LAST,
};

const struct refusal *
cmd_cancel_transfer_for_order(struct request *rq)
{
	struct transfer t;

	if (!attr_given(rq, "order_id"))
		return refuse(rq, missing_field, "order_id");
	const struct refusal *no = transfer_meant(rq, &t);
	return no != NULL ? no : transfer_cancel(rq, &t);
}
