/*
 * The attribute "handle" of commands that order something: "process" carries the
 * order out, "save" keeps it for process_pending; what it means to leave it out is
 * a setting of the reseller.
 */
#ifndef COMMAND_DOMAIN_HANDLE_H
#define COMMAND_DOMAIN_HANDLE_H

#include "command/command.h"
#include "world/flow/order/order_flow.h"

/* The row of a schema; FLAWED is the refusal for another word. */
#define HANDLE_ATTR(flawed) \
	{ \
		.name = "handle", .type = ATTR_TEXT, .max = 7, .pattern = is_handle, \
		.refusal = &refusal_##flawed \
	}
pattern_fn is_handle;

/* O is new and complete but for its status.  What the account allows no order to do
 * keeps it back: WHY, which has been raised; NULL: nothing. */
struct submission order_handle(struct request *rq, struct order *o, const struct refusal *why);

/* The same of an order that is to be carried out. */
struct submission order_process(struct request *rq, struct order *o, const struct refusal *why);

#endif
