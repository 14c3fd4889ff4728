/*
 * CANCEL_ACTIVE_PROCESS DOMAIN: what waits for its owner or its registry is called off,
 * by its order or by its name: a registration, a trade, a transfer.
 *
 * No reply to it is public; the attributes are those of github.com/OpenSRS/osrs-toolkit-php.
 */
#include "base/arena.h"
#include "command/command.h"
#include "world/flow/order/order_flow.h"
#include "world/flow/trade/trade.h"
#include "world/flow/transfer/transfer.h"

const struct attr accepts_cancel_active_process[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	{ .name = "order_id",
	    .type = ATTR_INT,
	    .min = 1,
	    .max = INT64_MAX,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

/* The newest of this name that is under way, if any is. */
static bool
find_running(struct request *rq, struct order *o)
{
	static const char *const running[] = { "waiting", "processed" };

	for (size_t i = 0; i < sizeof(running) / sizeof(*running); i++) {
		const struct order_filter f = { .reseller = rq->reseller->id,
			.domain = attr_text(rq, "domain"),
			.status = running[i],
			.newest_first = true };
		if (order_search(rq->world, rq->arena, &f, 1, o) == 1)
			return true;
	}
	return false;
}

static const struct refusal *
find(struct request *rq, struct order *o)
{
	if (!attr_given(rq, "order_id") && !attr_given(rq, "domain"))
		return refuse(rq, no_domain, NULL);
	if (!attr_given(rq, "order_id"))
		return find_running(rq, o) ? NULL : refuse(rq, no_process, NULL);
	if (order_load(rq->world, rq->arena, attr_int(rq, "order_id"), o) &&
	    o->reseller == rq->reseller->id &&
	    (!attr_given(rq, "domain") || strcmp(o->domain, attr_text(rq, "domain")) == 0))
		return NULL;
	return refuse(rq, order_not_found, NULL);
}

static bool
call_off(struct request *rq, const struct order *o)
{
	struct transfer t;

	if (strcmp(o->status, "waiting") != 0 && strcmp(o->status, "processed") != 0)
		return false;
	if (transfer_of_order(rq->world, rq->arena, o->id, &t))
		return transfer_take(rq->world, rq->arena, &t, "cancel");
	return order_take(rq->world, rq->arena, o->id, "cancel");
}

/* A change of the owner has no order: it is found by the name. */
static bool
call_off_trade(struct request *rq)
{
	struct term t;

	return !attr_given(rq, "order_id") &&
	       term_find(rq->world, rq->arena, attr_text(rq, "domain"), &t) &&
	       t.reseller == rq->reseller->id && trade_cancel(rq->world, rq->arena, &t);
}

const struct refusal *
cmd_cancel_active_process(struct request *rq)
{
	struct order o;

	if (attr_given(rq, "domain") && call_off_trade(rq))
		return NULL;
	const struct refusal *no = find(rq, &o);
	if (no == NULL && !call_off(rq, &o))
		no = refuse(rq, no_process, NULL);
	return no;
}
