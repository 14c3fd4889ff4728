#include "command/nameserver/host.h"

#include "base/arena.h"
#include "world/name/domain.h"
#include "world/party/profile.h"
#include "world/policy/policy.h"

const struct refusal *
host_name(struct request *rq, const char *attr, const char **name)
{
	*name = domain_folded(rq->arena, attr_text(rq, attr));
	if (domain_well_formed(*name))
		return NULL;
	return refuse(
	    rq, invalid_data, arena_printf(rq->arena, "%s '%s'", attr, excerpt(rq->arena, *name)));
}

const struct refusal *
own_host(struct request *rq, struct host *h, struct term *above)
{
	const char *name;
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		no = host_name(rq, "name", &name);
	if (no != NULL)
		return no;
	if (host_find(rq->world, rq->arena, name, h) &&
	    term_load(rq->world, rq->arena, h->term, above) && above->reseller == t.reseller &&
	    profile_id(above) == profile_id(&t))
		return NULL;
	return refuse(rq, no_nameserver, NULL);
}

const struct refusal *
host_addresses(struct request *rq, const char *domain, const char *ipv4, const char *ipv6)
{
	const char *glue = policy_of_tld(rq->world, rq->arena, domain, "glue");
	bool any = glue == NULL || strcmp(glue, "any") == 0;

	if (*ipv4 == '\0' && (!any || *ipv6 == '\0'))
		return refuse(rq, missing_ip, NULL);
	if (*ipv6 != '\0' && glue != NULL && strcmp(glue, "ipv4_only") == 0)
		return refuse(rq, invalid_data, arena_printf(rq->arena, "ipv6 '%s'", ipv6));
	return NULL;
}

const struct refusal *
host_change(struct request *rq, const struct term *above, const struct host_change *c,
    const struct refusal_row *no)
{
	struct host_answer answer = host_submit(rq->world, rq->arena, above, c);

	if (answer.end == HOST_BUSY)
		return refuse(rq, waiting_request, NULL);
	if (answer.end == HOST_REFUSED)
		return refuse_as(rq, no, answer.code, answer.text);
	if (answer.end == HOST_STORED) {
		rq->code = 251;
		rq->text = "Nameserver saved; attach it to its parent domain before it is used";
	}
	if (answer.end == HOST_WAITS) {
		rq->code = 250;
		rq->text = "Action submitted successfully for processing to asynchronous registry";
		value_add_text(rq->arena, rq->reply, "waiting_requests_no", "1");
	}
	return NULL;
}
