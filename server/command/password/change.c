/* CHANGE PASSWORD: the end user of a profile gets another one. */
#include "command/user.h"
#include "world/party/profile.h"

const struct attr accepts_change_password[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	PASSWORD("reg_password", REQUIRED),
	ATTR_LAST,
};

const struct refusal *
cmd_change_password(struct request *rq)
{
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		profile_set_password(rq->world, &t, attr_text(rq, "reg_password"));
	return no;
}
