/* Where a reseller's names may point to: its settings foreign_nameservers and
 * unregistered_hosts. */
#include "base/arena.h"
#include "command/nameservers.h"
#include "world/name/host.h"
#include "world/name/nameserver.h"
#include "world/name/zone.h"
#include "world/policy/policy.h"
#include "world/registry/hosts.h"

static bool
is_among(struct arena *a, const char *list, const char *name)
{
	const char *names[MAX_NAMESERVERS];
	size_t n = nameservers_parse(a, list, names);

	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* The name itself, or one of those above it. */
static bool
is_below_own_name(struct request *rq, const char *domain, const char *name)
{
	struct term t;

	if (strcmp(name, domain) == 0 || host_is_below(name, domain))
		return true;
	for (const char *at = name; at != NULL; at = strchr(at, '.')) {
		at += *at == '.';
		if (term_find(rq->world, rq->arena, at, &t))
			return t.reseller == rq->reseller->id;
	}
	return false;
}

static bool
is_foreign(struct request *rq, const char *domain, const char *name)
{
	return !is_among(rq->arena, rq->reseller->nameservers, name) &&
	       !is_among(rq->arena, zone_nameservers(rq->world, rq->arena), name) &&
	       !is_below_own_name(rq, domain, name);
}

/* Only a registry that keeps nameservers as objects can say that it has none of that
 * name, and only of those below its own names. */
static bool
is_unregistered(struct request *rq, const char *name)
{
	struct world *w = rq->world;
	const struct tld *tld = rulebook_tld(w->rules, name);

	return tld != NULL && registry_keeps_hosts(w, rq->arena, tld->name) &&
	       !registry_knows(w, rq->arena, registry_name(w, rq->arena, tld->name), name);
}

static const struct refusal *
check(struct request *rq, const char *domain, const char *name)
{
	if (!rq->reseller->foreign_nameservers && is_foreign(rq, domain, name))
		return refuse(rq, foreign_nameserver, excerpt(rq->arena, name));
	if (!rq->reseller->unregistered_hosts && is_unregistered(rq, name))
		return refuse(rq, unregistered_host, excerpt(rq->arena, name));
	return NULL;
}

const struct refusal *
nameservers_allowed(struct request *rq, const char *domain, const char *list)
{
	const char *names[MAX_NAMESERVERS];
	size_t n = nameservers_parse(rq->arena, list, names);
	const struct refusal *no = NULL;

	for (size_t i = 0; no == NULL && i < n; i++)
		no = check(rq, domain, names[i]);
	return no;
}

const struct refusal *
nameservers_unlocked(struct request *rq, const struct term *t)
{
	if (t->locked && policy_is(rq->world, &policy_locked_ns, "refused"))
		return refuse(rq, nameservers_locked, NULL);
	return NULL;
}
