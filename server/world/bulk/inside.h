/* What the files of world/bulk/ share. */
#ifndef WORLD_BULK_INSIDE_H
#define WORLD_BULK_INSIDE_H

#include "world/bulk/bulk.h"

/* All names have their result: who wanted to hear of it does. */
void bulk_report(struct world *w, struct arena *a, const struct bulk *b);

#endif
