/*
 * Premium names: those of the book, each with a price of its own and perhaps the
 * group its registry has put it in: "750.00 tier-2".  A world overrides one as
 * premium.NAME, or says "no".
 */
#ifndef WORLD_POLICY_PREMIUM_H
#define WORLD_POLICY_PREMIUM_H

#include "world/policy/rulebook.h"

struct arena;

#define PREMIUM_PREFIX "premium."
#define PREMIUM_NOT "no"

const struct rule *premium_rule(const struct rulebook *r, const char *name); /* NULL: none */

/* "750.00 tier-2"; GROUP is "" where there is none.  False: it is not that. */
bool premium_parse(struct arena *a, const char *value, int64_t *cents, const char **group);

/* NULL where NAME may have VALUE; else what is wrong, in the arena. */
const char *
premium_objection(struct arena *a, const struct rulebook *r, const char *name, const char *value);

#endif
