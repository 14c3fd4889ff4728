/*
 * REVOKE DOMAIN: a name is given back in the first days after its registration.
 *
 * The reply is the recorded one, provisioning/revoke_domain, with what the guide says
 * newer ones have besides.  "charge" says whether something is kept, "price" how much;
 * where nothing is, the price is the word that Net::DRI's sample has.
 */
#include "base/arena.h"
#include "command/owned.h"
#include "world/money/account.h"
#include "world/notice/note.h"
#include "world/policy/policy.h"
#include "world/registry/revocation.h"

const struct attr accepts_revoke[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	/* Sent by older clients: themselves. */
	{ .name = "reseller", .type = ATTR_TEXT, .max = 64, .refusal = &refusal_invalid_data },
	{ .name = "notes", .type = ATTR_TEXT, .max = 4096, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static const struct refusal *
check(struct request *rq, struct term *t)
{
	const struct refusal *no = own_term_or_480(rq, t);

	if (no == NULL)
		no = nothing_waits(rq, t->name);
	if (no == NULL && rq->world->now >= revocation_ends(rq->world, rq->arena, t))
		no = refuse(rq, too_late_to_revoke, t->name);
	return no;
}

/* The usual fee is said as the recorded reply does: 1.0. */
static const char *
price_text(struct request *rq, int64_t kept)
{
	const char *fee = policy_text(rq->world, rq->arena, &policy_revoke_fee);
	int64_t cents = 0;

	if (kept == 0)
		return "undef";
	return cents_parse(fee, &cents) && cents == kept ? fee : cents_text(rq->arena, kept);
}

static void
reply_done(struct request *rq, const char *domain, const struct revocation *r)
{
	struct arena *a = rq->arena;

	rq->text = arena_printf(a, "Domain %s revoked successfully", domain);
	value_add_text(a, rq->reply, "charge", r->kept > 0 ? "1" : "0");
	value_add_text(a, rq->reply, "price", price_text(rq, r->kept));
	value_add_text(a, rq->reply, "total_refund", cents_text(a, r->refund));
	value_add_text(a, rq->reply, "deletion_id", arena_printf(a, "%" PRId64, r->deletion));
}

static void
reply_later(struct request *rq)
{
	rq->code = 250;
	rq->text = "Action submitted successfully for processing to asynchronous registry";
	value_add_text(rq->arena, rq->reply, "waiting_requests_no", "1");
}

const struct refusal *
cmd_revoke(struct request *rq)
{
	struct term t;
	const struct refusal *no = check(rq, &t);

	if (no != NULL)
		return no;
	struct revocation r = revoke(rq->world, rq->arena, &t);
	if (r.end == REVOCATION_REFUSED)
		return refuse_as(rq, &refusal_revocation_refused, r.code, r.text);
	if (attr_given(rq, "notes"))
		note_add(rq->world, rq->reseller->id, t.name, 0, attr_text(rq, "notes"));
	if (r.end == REVOCATION_WAITS)
		reply_later(rq);
	else
		reply_done(rq, t.name, &r);
	return NULL;
}
