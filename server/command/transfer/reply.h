/*
 * What commands say of orders for transfers, and which transfer they are about.
 */
#ifndef COMMAND_TRANSFER_REPLY_H
#define COMMAND_TRANSFER_REPLY_H

#include "command/command.h"
#include "world/flow/order/order_flow.h"
#include "world/flow/transfer/transfer.h"

#define TRANSFER_INITIATED "Transfer request initiated"

/* O was submitted: why its name cannot be brought here, if that is how it ended.
 * NULL: it did not, or O is of another type. */
const struct refusal *
transfer_refused(struct request *rq, const struct order *o, const struct submission *s);

void transfer_say_id(struct request *rq, const struct order *o); /* 0: none has begun */

/* The attributes "domain", "order_id" and "reseller" of the commands on transfers: the
 * request that is meant. */
#define TRANSFER_ATTRS \
	{ .name = "order_id", \
		.type = ATTR_INT, \
		.min = 1, \
		.max = INT64_MAX, \
		.refusal = &refusal_invalid_data }, \
	{ \
		.name = "reseller", .type = ATTR_TEXT, .required = REQUIRED, .max = 255, \
		.refusal = &refusal_invalid_data \
	}
/* Nobody but the reseller who asks may mean one, and only its own. */
const struct refusal *transfer_meant(struct request *rq, struct transfer *t);

/* It ends as the reseller wishes, and the reply says so. */
const struct refusal *transfer_cancel(struct request *rq, struct transfer *t);

#endif
