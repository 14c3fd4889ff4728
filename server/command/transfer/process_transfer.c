/*
 * PROCESS_TRANSFER TRANSFER: what was cancelled is asked for again, with the same data
 * under a new order.
 */
#include "base/arena.h"
#include "command/domain/order_reply.h"
#include "command/transfer/reply.h"

const struct attr accepts_process_transfer[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	TRANSFER_ATTRS,
	ATTR_LAST,
};

/* The words of the recording process_transfer of github.com/site5/moo_moo. */
static void
reply_sent(struct request *rq, const char *email, const struct order *o)
{
	rq->text = arena_printf(rq->arena,
	    "Transfer request has been successfully sent. Admin contact email: %s", email);
	value_add_text(
	    rq->arena, rq->reply, "order_id", arena_printf(rq->arena, "%" PRId64, o->id));
}

static const struct refusal *
submit(struct request *rq, struct order *o)
{
	struct contact_set set = contacts_parse(rq->arena, o->contacts);
	const struct order_words words = { "order_id", order_email(&set) };
	int64_t *cancelled;
	size_t n = order_supersede(rq->world, rq->arena, o, &cancelled);
	struct submission s = order_submit(rq->world, rq->arena, o);

	if (s.ended == ORDER_DEPARTED)
		reply_sent(rq, words.email, o);
	const struct refusal *no = transfer_refused(rq, o, &s);
	if (no == NULL)
		no = order_reply(rq, &words, o, &s);
	return order_say_cancelled(rq, no, cancelled, n);
}

const struct refusal *
cmd_process_transfer(struct request *rq)
{
	struct transfer t;
	struct order old, again;

	if (!attr_given(rq, "order_id"))
		return refuse(rq, missing_field, "order_id");
	const struct refusal *no = transfer_meant(rq, &t);
	if (no != NULL)
		return no;
	if (strcmp(t.episode.state, "cancelled") != 0 ||
	    !order_load(rq->world, rq->arena, t.order, &old))
		return refuse(rq, no_resubmission, NULL);
	order_again(rq->world, rq->arena, &old, &again);
	return submit(rq, &again);
}
