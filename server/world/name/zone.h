/*
 * Zones: templates that a reseller keeps for them, and whether anybody asks the
 * house's nameservers (dns.nameservers) for one.
 */
#ifndef WORLD_NAME_ZONE_H
#define WORLD_NAME_ZONE_H

#include "world/name/service.h"
#include "world/name/term.h"

/* JSON array of the house's own. */
const char *zone_nameservers(struct world *w, struct arena *a);
bool zone_delegated(struct world *w, struct arena *a, const struct term *t);

/* "", "blank" and "*blank*" are a template without records that everybody has. */
struct zone_template {
	const char *name;
	struct records records;
};
bool zone_template_find(
    struct world *w, struct arena *a, int64_t reseller, const char *name, struct zone_template *t);
void zone_template_save(
    struct world *w, struct arena *a, int64_t reseller, const struct zone_template *t);
bool zone_template_drop(struct world *w, int64_t reseller, const char *name); /* false: none */
size_t zone_template_list(
    struct world *w, struct arena *a, int64_t reseller, struct zone_template **rows); /* by name */

/* A new name gets the zone that it was ordered with; a template that is gone
 * meanwhile leaves it empty. */
void zone_begin(struct world *w, struct arena *a, const struct term *t, const char *template);

#endif
