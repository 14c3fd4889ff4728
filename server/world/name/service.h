/*
 * Services of a name: its DNS zone, its DS records, its forwarding, each a list
 * of records.  They belong to the term and are gone with it.
 */
#ifndef WORLD_NAME_SERVICE_H
#define WORLD_NAME_SERVICE_H

#include "world/name/record.h"
#include "world/world.h"

struct service_row {
	const char *template; /* what a zone was made from; "": nothing */
	struct records records;
};

bool service_load(
    struct world *w, struct arena *a, int64_t term, enum service which, struct service_row *row);

/* In place of what was there.  The records have no flaw. */
void service_save(struct world *w, struct arena *a, int64_t term, enum service which,
    const struct service_row *row);
void service_drop(struct world *w, int64_t term, enum service which);

#endif
