/* FORCE_DNS_NAMESERVERS DOMAIN: the name points to the house's own nameservers,
 * which answer for its zone. */
#include "command/domain/dns_zone.h"
#include "world/name/repoint.h"
#include "world/policy/policy.h"

const struct attr accepts_force_dns_nameservers[] = { ZONE_DOMAIN, ATTR_LAST };

const struct refusal *
cmd_force_dns_nameservers(struct request *rq)
{
	struct term t;
	struct service_row zone;
	const struct refusal *no = zone_of(rq, &t, &zone);

	if (no == NULL)
		no = nothing_waits(rq, t.name);
	if (no == NULL && t.locked && policy_is(rq->world, &policy_locked_ns, "refused"))
		no = refuse(rq, nameservers_locked, NULL);
	if (no != NULL)
		return no;
	repoint(rq->world, rq->arena, &t, zone_nameservers(rq->world, rq->arena));
	value_add_text(rq->arena, rq->reply, "nameservers_ok", "1");
	return NULL;
}
