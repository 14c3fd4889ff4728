/* GET_USER_ACCESS_INFO USERINFO: the login of a name, for a reseller's panel that
 * has lost it.  Only its request is public; the keys of the reply are inferred. */
#include "command/owned.h"

const struct attr accepts_get_user_access_info[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain,
	    .missing = &refusal_no_domain },
	ATTR_LAST,
};

const struct refusal *
cmd_get_user_access_info(struct request *rq)
{
	struct term t;
	const struct refusal *no = own_term_or_480(rq, &t);

	if (no != NULL)
		return no;
	value_add_text(rq->arena, rq->reply, "reg_username", t.reg_username);
	value_add_text(rq->arena, rq->reply, "reg_password", t.reg_password);
	return NULL;
}
