/* The two commands of registrant verification: ask, and mail again. */
#include "world/flow/verification/verification.h"
#include "base/arena.h"
#include "command/owned.h"

const struct attr accepts_verification_status[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	ATTR_LAST,
};

const struct attr accepts_verification_resend[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	ATTR_LAST,
};

const struct refusal *
cmd_verification_status(struct request *rq)
{
	struct term t;
	const struct refusal *no = own_term_or_480(rq, &t);

	if (no != NULL)
		return no;
	struct verification_status s = verification_status(rq->world, rq->arena, &t);
	value_add_text(rq->arena, rq->reply, "registrant_verification_status", s.status);
	if (!s.running)
		return NULL;
	value_add_text(
	    rq->arena, rq->reply, "verification_deadline", instant_plain(s.deadline).text);
	value_add_text(rq->arena, rq->reply, "days_to_suspend",
	    arena_printf(rq->arena, "%" PRId64, s.days_to_suspend));
	value_add_text(rq->arena, rq->reply, "email_bounced", s.bounced ? "1" : "0");
	return NULL;
}

const struct refusal *
cmd_verification_resend(struct request *rq)
{
	struct term t;
	const struct refusal *no = own_term_or_480(rq, &t);

	if (no == NULL && !verification_resend(rq->world, rq->arena, &t))
		no = refuse(rq, not_in_process, excerpt(rq->arena, t.name));
	return no;
}
