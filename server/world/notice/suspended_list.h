/*
 * The list of suspended names that a reseller gets every night while there are
 * any.  It is the last thing of a midnight, so it contains what that night did.
 */
#ifndef WORLD_NOTICE_SUSPENDED_LIST_H
#define WORLD_NOTICE_SUSPENDED_LIST_H

#include "world/world.h"

/* A name of this reseller has been suspended: from the coming midnight on. */
void suspended_list_begin(struct world *w, struct arena *a, int64_t reseller);

#endif
