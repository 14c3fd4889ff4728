/*
 * Settings: what else is kept of a name, by words of ours: its privacy, its parking
 * page, what its registry wants to know.  They belong to the term and are gone with
 * it; one that was never set is "".
 */
#ifndef WORLD_NAME_SETTING_H
#define WORLD_NAME_SETTING_H

#include "world/world.h"

struct setting {
	const char *name, *value;
};

/* "tld_data.nexus.category": what came in the attributes of that path, as the TLD's
 * file lists them (key "data"). */
#define MOST_SETTINGS 64 /* of one name */

const char *setting_of(struct world *w, struct arena *a, int64_t term, const char *name);
void setting_put(struct world *w, int64_t term, const char *name, const char *value);

/* By name; ROWS has room for MOST_SETTINGS. */
size_t setting_list(struct world *w, struct arena *a, int64_t term, struct setting *rows);

/* An order brings them in its details, each as "setting.NAME". */
#define SETTING_DETAIL "setting."
void setting_begin(struct world *w, int64_t term, const char *details);

#endif
