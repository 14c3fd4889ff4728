/*
 * Authorization code: what whoever takes a name to another registrar has to show.
 */
#ifndef WORLD_NAME_AUTHCODE_H
#define WORLD_NAME_AUTHCODE_H

#include "world/name/term.h"

#define AUTHCODE_LENGTH 16 /* of those that the registrar makes */

/* The registry of this name has them. */
bool authcode_used(struct world *w, struct arena *a, const char *domain);

/* The one that was chosen, or the registrar's own.  In the arena. */
const char *authcode_of(struct world *w, struct arena *a, const struct term *t);

/* CODE is what the registry of the name takes: see authcode_well_formed(). */
void authcode_choose(struct world *w, const struct term *t, const char *code);

/* Eight to 32 printable characters; registries have further wishes (inferred). */
bool authcode_well_formed(const char *code);

#endif
