/* CREATE_DOMAIN_FORWARDING DOMAIN: web forwarding for a name, with or without
 * its first rows. */
#include "command/domain/forwarding.h"

const struct attr accepts_create_domain_forwarding[] = {
	FORWARDING_DOMAIN,
	FORWARDING_LIST,
	ATTR_LAST,
};

const struct refusal *
cmd_create_domain_forwarding(struct request *rq)
{
	struct term t;
	struct service_row row;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL && service_load(rq->world, rq->arena, t.id, SERVICE_FORWARDING, &row))
		no = refuse(rq, forwarding_exists, NULL);
	return no != NULL ? no : forwarding_change(rq, &t);
}
