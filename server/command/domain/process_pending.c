/*
 * PROCESS_PENDING DOMAIN: an order that was saved or could not be carried out is
 * tried again, or cancelled.
 *
 * One that was declined, and a cancelled one that was for a name to come, is ordered
 * anew under a new id (domains.opensrs.guide/docs).
 */
#include "base/arena.h"
#include "command/domain/handle.h"
#include "command/domain/order_reply.h"
#include "command/domain/renewable.h"
#include "command/nameservers.h"
#include "command/transfer/reply.h"
#include "world/name/term.h"
#include "world/order/details.h"
#include "world/order/type.h"

static bool
is_cancel(const char *text)
{
	return strcmp(text, "cancel") == 0;
}

const struct attr accepts_process_pending[] = {
	{ .name = "order_id",
	    .type = ATTR_INT,
	    .required = REQUIRED,
	    .min = 1,
	    .max = INT64_MAX,
	    .refusal = &refusal_invalid_data },
	{ .name = "command",
	    .type = ATTR_TEXT,
	    .max = 16,
	    .pattern = is_cancel,
	    .refusal = &refusal_invalid_data },
	/* Of forms and transfers at registries of long ago: taken, not needed. */
	{ .name = "fax_received", .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data },
	{ .name = "owner_address",
	    .type = ATTR_TEXT,
	    .max = 128,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static const struct refusal *
unfit(struct request *rq, const struct order *o)
{
	return refuse(rq, not_processable, o->status);
}

static const struct refusal *
cancel(struct request *rq, const struct order *o)
{
	if (!order_take(rq->world, rq->arena, o->id, "cancel"))
		return unfit(rq, o);
	rq->text = "Command completed successfully";
	value_add_text(
	    rq->arena, rq->reply, "order_id", arena_printf(rq->arena, "%" PRId64, o->id));
	return NULL;
}

/* Recorded as provisioning/process_pending.  A renewal says nothing of it where the name
 * is to stay as it is, so the name itself is asked. */
static void
reply_processed(struct request *rq, const struct order *o)
{
	struct arena *a = rq->arena;
	struct term t = { .auto_renew = false };
	bool found = term_load(rq->world, a, o->term, &t);

	value_add_text(a, rq->reply, "order_id", arena_printf(a, "%" PRId64, o->id));
	value_add_text(a, rq->reply, "id", arena_printf(a, "%" PRId64, o->term));
	value_add_text(a, rq->reply, "f_auto_renew", t.auto_renew ? "Y" : "N");
	if (found)
		value_add_text(
		    a, rq->reply, "registration expiration date", instant_plain(t.expires).text);
}

/* Of a renewal, the name may have been renewed by another one since. */
static const struct refusal *
check_renewal(struct request *rq, const struct order *o)
{
	const char *year = details_read(rq->arena, o->details, EXPECTED_YEAR);
	struct term t;

	if (*year == '\0' || !term_load(rq->world, rq->arena, o->term, &t))
		return NULL;
	return renewable(rq, &t, strtoll(year, NULL, 10), o->period);
}

/* Where it wants to point to may be forbidden by now, or allowed. */
static const struct refusal *
still_forbidden(struct request *rq, const struct order *o)
{
	if (!order_is_new(o) ||
	    strcmp(details_read(rq->arena, o->details, "custom_nameservers"), "1") != 0)
		return NULL;
	return nameservers_allowed(rq, o->domain, o->nameservers);
}

/* A name that comes from elsewhere is not here yet. */
static void
reply_departed(struct request *rq, const struct order *o)
{
	struct arena *a = rq->arena;

	rq->text = TRANSFER_INITIATED;
	value_add_text(a, rq->reply, "order_id", arena_printf(a, "%" PRId64, o->id));
	value_add_text(a, rq->reply, "f_auto_renew",
	    strcmp(details_read(a, o->details, "auto_renew"), "Y") == 0 ? "Y" : "N");
	transfer_say_id(rq, o);
}

static const struct refusal *
process(struct request *rq, struct order *o)
{
	struct contact_set set = contacts_parse(rq->arena, o->contacts);
	int64_t *cancelled;
	size_t n = order_supersede(rq->world, rq->arena, o, &cancelled);
	struct submission s = order_process(rq, o, still_forbidden(rq, o));

	if (s.ended == ORDER_COMPLETED)
		reply_processed(rq, o);
	if (s.ended == ORDER_DEPARTED)
		reply_departed(rq, o);
	const struct order_words words = { "order_id", order_email(&set) };
	const struct refusal *no = transfer_refused(rq, o, &s);
	if (no == NULL)
		no = order_reply(rq, &words, o, &s);
	return order_say_cancelled(rq, no, cancelled, n);
}

static bool
can_be_had_again(const struct order *o)
{
	if (strcmp(o->status, "cancelled") == 0)
		return order_is_new(o) || order_type_of(o)->depart != NULL;
	return strcmp(o->status, "declined") == 0;
}

const struct refusal *
cmd_process_pending(struct request *rq)
{
	struct order o, again;

	if (!order_load(rq->world, rq->arena, attr_int(rq, "order_id"), &o) ||
	    o.reseller != rq->reseller->id)
		return refuse(rq, order_not_found, NULL);
	if (attr_given(rq, "command"))
		return cancel(rq, &o);
	bool again_only = strcmp(o.status, "pending") != 0;
	if (again_only && !can_be_had_again(&o))
		return unfit(rq, &o);
	const struct refusal *no = check_renewal(rq, &o);
	if (no != NULL)
		return no;
	if (!again_only)
		return process(rq, &o);
	order_again(rq->world, rq->arena, &o, &again);
	return process(rq, &again);
}
