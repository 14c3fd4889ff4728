/* DELETE_DOMAIN_FORWARDING DOMAIN: its hosts lead nowhere any more. */
#include "command/domain/forwarding.h"

const struct attr accepts_delete_domain_forwarding[] = { FORWARDING_DOMAIN, ATTR_LAST };

const struct refusal *
cmd_delete_domain_forwarding(struct request *rq)
{
	struct term t;
	struct service_row row;
	const struct refusal *no = forwarding_of(rq, &t, &row);

	if (no == NULL)
		service_drop(rq->world, t.id, SERVICE_FORWARDING);
	return no;
}
