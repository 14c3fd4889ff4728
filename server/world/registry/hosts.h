/*
 * What registries know of nameservers: those below their own names, those that
 * they were told of, and those that names of theirs point to already.
 */
#ifndef WORLD_REGISTRY_HOSTS_H
#define WORLD_REGISTRY_HOSTS_H

#include "world/world.h"

/* What replies call the registry of a TLD that is offered. */
const char *registry_name(struct world *w, struct arena *a, const char *tld);

/* Two names that are kept by one registry. */
bool registry_shared(struct world *w, struct arena *a, const char *domain, const char *other);

/* As objects of their own, which others may have told it. */
bool registry_keeps_hosts(struct world *w, struct arena *a, const char *tld);

bool registry_knows(struct world *w, struct arena *a, const char *registry, const char *host);
void registry_tell(struct world *w, const char *registry, const char *host);
/* Those of these TLDs that keep nameservers: names with blanks between, "*": all. */
void registry_tell_all(struct world *w, struct arena *a, const char *tlds, const char *host);
void registry_forget(struct world *w, const char *host); /* all of them */

#endif
