/*
 * Launch: a new registry opens in phases, and in each of them it takes orders of one
 * kind only.  The key "launch" of a TLD's file says in which it is.
 */
#ifndef WORLD_NAME_LAUNCH_H
#define WORLD_NAME_LAUNCH_H

#include "world/world.h"

/* An order of this type is taken now; one that is for no new name always is. */
bool launch_takes(struct world *w, struct arena *a, const char *domain, const char *type);

/* It is for one of the phases before general availability. */
bool launch_early(const char *type);

#endif
