#include "command/offered.h"

#include "world/name/domain.h"
#include "world/name/idn.h"
#include "world/policy/rulebook.h"

const struct refusal *
name_offered(struct request *rq, const char *domain)
{
	struct world *w = rq->world;

	if (rulebook_tld(w->rules, domain) == NULL)
		return refuse(rq, unknown_tld, excerpt(rq->arena, domain));
	if (!domain_registrable(w, domain) || idn_check(w, rq->arena, domain) != IDN_FINE)
		return refuse(rq, invalid_domain, excerpt(rq->arena, domain));
	return NULL;
}
