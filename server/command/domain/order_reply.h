/*
 * What is said of an order that was submitted or saved: the same codes, texts and
 * attributes whichever command did it.
 */
#ifndef COMMAND_DOMAIN_ORDER_REPLY_H
#define COMMAND_DOMAIN_ORDER_REPLY_H

#include "command/command.h"
#include "world/flow/order/order_flow.h"
#include "world/party/contact.h"

struct order_words {
	const char *id_key; /* what the order's id is called: "id", "order_id" */
	const char *email; /* of its administrative contact */
};

/* Fills the reply; NULL: it is a granted one.  Of a completed order it says
 * nothing, nor of one with a flow of its own: each command has words for that. */
const struct refusal *order_reply(struct request *rq, const struct order_words *words,
    const struct order *o, const struct submission *s);

/* "cancelled_orders", where there are any (see order_supersede()): in the reply or, where
 * the order was refused and kept, in the refusal NO.  Returns NO. */
const struct refusal *
order_say_cancelled(struct request *rq, const struct refusal *no, const int64_t *ids, size_t n);

/* Of the order's contacts: admin, or the owner where there is none. */
const char *order_email(const struct contact_set *contacts);

#endif
