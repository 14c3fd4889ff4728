/* REGISTRY_ADD_NS NAMESERVER: one or all registries are told of a nameserver, and
 * each says what it makes of it. */
#include "base/arena.h"
#include "command/nameserver/registry.h"
#include "world/fault/fault.h"
#include "world/policy/rulebook.h"
#include "world/registry/hosts.h"

const struct attr accepts_registry_add_ns[] = {
	REGISTRY_FQDN,
	REGISTRY_TLD(REQUIRED),
	{ .name = "all",
	    .type = ATTR_FLAG,
	    .required = REQUIRED,
	    .max = 1,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

/* The first two and the beginning of the last are the vendor's (its page on
 * registry_add_ns); the third is inferred. */
static const char *
try(struct request *rq, const char *tld, const char *registry, const char *host)
{
	const struct occasion on = { "REGISTRY_ADD_NS", "NAMESERVER", host, rq->reseller->id };
	struct fault f;

	if (!registry_keeps_hosts(rq->world, rq->arena, tld))
		return "Couldn't add nameserver: Registry doesn't support nameserver as a "
		       "separate object.";
	if (registry_knows(rq->world, rq->arena, registry, host))
		return "Couldn't add nameserver: Nameserver already exists at the registry.";
	if (fault_take(rq->world, rq->arena, "registry_reject", on, &f))
		return "Couldn't add nameserver: Our system is experiencing technical "
		       "difficulties.";
	registry_tell(rq->world, registry, host);
	return "Successfully added.";
}

/* Several TLDs may have one registry, which is asked once. */
static void
add(struct request *rq, const char *tld, const char *host)
{
	const char *registry = registry_name(rq->world, rq->arena, tld);

	if (value_get(rq->reply, registry) == NULL)
		value_add_text(rq->arena, rq->reply, registry, try(rq, tld, registry, host));
}

const struct refusal *
cmd_registry_add_ns(struct request *rq)
{
	const struct rulebook *rules = rq->world->rules;
	const char *host, *tld;
	const struct refusal *no = registry_host(rq, &host, &tld);

	if (no != NULL)
		return no;
	add(rq, tld, host);
	for (size_t i = 0; attr_flag(rq, "all") && i < rules->tld_count; i++)
		add(rq, rules->tlds[i].name, host);
	return NULL;
}
