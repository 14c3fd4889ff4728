#include "command/transfer/reply.h"

#include "base/arena.h"

const struct refusal *
transfer_refused(struct request *rq, const struct order *o, const struct submission *s)
{
	if (s->ended != ORDER_TAKEN || strcmp(o->type, "transfer") != 0)
		return NULL;
	struct transferability t = transferability(
	    rq->world, rq->arena, o->reseller, o->domain, o->id);
	struct refusal *no = t.forbidden ? refuse(rq, transfer_forbidden, t.reason)
					 : refuse(rq, not_transferrable, NULL);
	no->attributes = value_new(rq->arena, VALUE_ASSOC);
	value_add_text(rq->arena, no->attributes, "forced_pending",
	    arena_printf(rq->arena, "%" PRId64, o->id));
	rq->transaction = transaction_id(rq);
	return no;
}

void
transfer_say_id(struct request *rq, const struct order *o)
{
	struct transfer t = { .episode = { .id = 0 } };

	(void)transfer_of_order(rq->world, rq->arena, o->id, &t);
	value_add_text(
	    rq->arena, rq->reply, "transfer_id", arena_printf(rq->arena, "%" PRId64, t.episode.id));
}

/* Clients name the reseller by its own name or by the user name they sign with. */
static bool
is_who_asks(struct request *rq, const char *name)
{
	struct login l;

	if (strcmp(name, rq->reseller->name) == 0)
		return true;
	return login_find(rq->world, rq->arena, name, &l) && l.reseller == rq->reseller->id;
}

static bool
find(struct request *rq, struct transfer *t)
{
	if (attr_given(rq, "order_id"))
		return transfer_of_order(rq->world, rq->arena, attr_int(rq, "order_id"), t) &&
		       t->gaining == rq->reseller->id;
	return transfer_last(rq->world, rq->arena, rq->reseller->id, attr_text(rq, "domain"), t);
}

const struct refusal *
transfer_meant(struct request *rq, struct transfer *t)
{
	if (!attr_given(rq, "order_id") && !attr_given(rq, "domain"))
		return refuse(rq, no_domain, NULL);
	if (is_who_asks(rq, attr_text(rq, "reseller")) && find(rq, t))
		return NULL;
	return refuse(rq, no_transfer, NULL);
}

const struct refusal *
transfer_cancel(struct request *rq, struct transfer *t)
{
	if (!transfer_take(rq->world, rq->arena, t, "cancel"))
		return refuse(rq, no_cancellation, NULL);
	rq->text = arena_printf(
	    rq->arena, "Transfer with order id: %" PRId64 " has been canceled.", t->order);
	return NULL;
}
