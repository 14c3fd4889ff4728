/* SEND_AUTHCODE DOMAIN: the admin contact gets the authorization code by mail. */
#include "command/owned.h"
#include "world/name/authcode.h"
#include "world/notice/letter.h"

const struct attr accepts_send_authcode[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain,
	    .missing = &refusal_no_domain },
	ATTR_LAST,
};

const struct refusal *
cmd_send_authcode(struct request *rq)
{
	struct term t;
	const struct refusal *no = own_term_or_480(rq, &t);

	if (no == NULL && !authcode_used(rq->world, rq->arena, t.name))
		no = refuse(rq, no_authcode, t.name);
	if (no != NULL)
		return no;
	struct mail m = letter_to(rq->world, rq->arena, &t, ADMIN, "domain.authcode");
	letter_say(&m, "authcode", authcode_of(rq->world, rq->arena, &t));
	mail_send(rq->world, rq->arena, &m);
	return NULL;
}
