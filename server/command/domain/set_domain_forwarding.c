/* SET_DOMAIN_FORWARDING DOMAIN: other rows in place of all that were there. */
#include "command/domain/forwarding.h"

const struct attr accepts_set_domain_forwarding[] = {
	FORWARDING_DOMAIN,
	FORWARDING_LIST,
	ATTR_LAST,
};

const struct refusal *
cmd_set_domain_forwarding(struct request *rq)
{
	struct term t;
	struct service_row row;
	const struct refusal *no = forwarding_of(rq, &t, &row);

	if (no == NULL && value_get(rq->attributes, "forwarding") == NULL)
		no = refuse(rq, missing_field, "forwarding");
	return no != NULL ? no : forwarding_change(rq, &t);
}
