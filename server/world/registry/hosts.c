#include "world/registry/hosts.h"

#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/name/host.h"
#include "world/name/nameserver.h"
#include "world/name/zone.h"
#include "world/policy/policy.h"

/* A policy of a TLD is asked for by a name in it. */
static const char *
rule(struct world *w, struct arena *a, const char *tld, const char *key)
{
	const char *value = policy_of_tld(w, a, arena_printf(a, "x.%s", tld), key);

	must(value != NULL);
	return value;
}

const char *
registry_name(struct world *w, struct arena *a, const char *tld)
{
	return rule(w, a, tld, "registry_name");
}

bool
registry_keeps_hosts(struct world *w, struct arena *a, const char *tld)
{
	return strcmp(rule(w, a, tld, "nameservers"), "objects") == 0;
}

static bool
was_told(struct world *w, const char *registry, const char *host)
{
	struct query q = SQL(
	    w->store, "SELECT 1 FROM known_host WHERE registry = :registry AND name = :name");

	bind_text(&q, ":registry", registry);
	bind_text(&q, ":name", host);
	bool told = query_row(&q);
	query_end(&q);
	return told;
}

static bool
is_of(struct world *w, struct arena *a, const char *registry, const char *domain)
{
	const char *own = policy_of_tld(w, a, domain, "registry_name");

	return own != NULL && strcmp(own, registry) == 0;
}

bool
registry_shared(struct world *w, struct arena *a, const char *domain, const char *other)
{
	const char *registry = policy_of_tld(w, a, domain, "registry_name");

	return registry != NULL && is_of(w, a, registry, other);
}

static bool
keeps(struct world *w, struct arena *a, const char *registry, const char *host)
{
	struct host h;
	struct term t;

	if (!host_find(w, a, host, &h) || !term_load(w, a, h.term, &t) ||
	    !is_of(w, a, registry, t.name))
		return false;
	return strcmp(policy_of_tld(w, a, t.name, "nameservers"), "objects") == 0;
}

static bool
serves(struct world *w, struct arena *a, const char *registry, const char *host)
{
	int64_t *terms;
	size_t n = host_users(w, a, host, &terms);
	struct term t;

	for (size_t i = 0; i < n; i++)
		if (term_load(w, a, terms[i], &t) && is_of(w, a, registry, t.name))
			return true;
	return false;
}

static bool
is_the_houses(struct world *w, struct arena *a, const char *host)
{
	const char *names[MAX_NAMESERVERS];
	size_t n = nameservers_parse(a, zone_nameservers(w, a), names);

	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], host) == 0)
			return true;
	return false;
}

bool
registry_knows(struct world *w, struct arena *a, const char *registry, const char *host)
{
	return is_the_houses(w, a, host) || was_told(w, registry, host) ||
	       keeps(w, a, registry, host) || serves(w, a, registry, host);
}

void
registry_tell(struct world *w, const char *registry, const char *host)
{
	struct query q = SQL(w->store, "INSERT INTO known_host (registry, name)"
				       " VALUES (:registry, :name) ON CONFLICT DO NOTHING");

	bind_text(&q, ":registry", registry);
	bind_text(&q, ":name", host);
	query_run(&q);
}

void
registry_tell_all(struct world *w, struct arena *a, const char *tlds, const char *host)
{
	bool all = strcmp(tlds, "*") == 0;

	for (size_t i = 0; i < w->rules->tld_count; i++) {
		const char *tld = w->rules->tlds[i].name;
		if ((all || policy_lists(tlds, tld)) && registry_keeps_hosts(w, a, tld))
			registry_tell(w, registry_name(w, a, tld), host);
	}
}

void
registry_forget(struct world *w, const char *host)
{
	struct query q = SQL(w->store, "DELETE FROM known_host WHERE name = :name");

	bind_text(&q, ":name", host);
	query_run(&q);
}
