/* GET_DOMAIN_FORWARDING DOMAIN: where its hosts lead. */
#include "base/arena.h"
#include "command/domain/forwarding.h"

const struct attr accepts_get_domain_forwarding[] = { FORWARDING_DOMAIN, ATTR_LAST };

const struct refusal *
cmd_get_domain_forwarding(struct request *rq)
{
	struct term t;
	struct service_row row;
	const struct refusal *no = forwarding_of(rq, &t, &row);

	if (no == NULL && row.records.count > 0)
		records_write(rq, rq->reply, &row.records);
	else if (no == NULL)
		value_add(rq->arena, rq->reply, "forwarding", VALUE_ARRAY);
	return no;
}
