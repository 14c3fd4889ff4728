/*
 * Authorization code: what whoever takes a name to another registrar has to show.
 */
#ifndef WORLD_NAME_AUTHCODE_H
#define WORLD_NAME_AUTHCODE_H

#include "world/name/term.h"

#define AUTHCODE_LENGTH 16 /* of those that the registrar makes */

/* The registry of this name has them. */
bool authcode_used(struct world *w, struct arena *a, const char *domain);

/* In the arena. */
const char *authcode_of(struct world *w, struct arena *a, const struct term *t);

#endif
