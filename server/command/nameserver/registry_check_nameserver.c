/* REGISTRY_CHECK_NAMESERVER NAMESERVER: does this registry know it? */
#include "command/nameserver/registry.h"
#include "world/registry/hosts.h"

const struct attr accepts_registry_check_nameserver[] = {
	REGISTRY_FQDN,
	REGISTRY_TLD(OPTIONAL),
	ATTR_LAST,
};

const struct refusal *
cmd_registry_check_nameserver(struct request *rq)
{
	const char *host, *tld;
	const struct refusal *no = registry_host(rq, &host, &tld);

	if (no != NULL)
		return no;
	if (!registry_knows(rq->world, rq->arena, registry_name(rq->world, rq->arena, tld), host))
		return refuse(rq, unknown_to_registry, NULL);
	value_add_text(rq->arena, rq->reply, "status", "1");
	return NULL;
}
