/*
 * Complain: what is wrong with a request of the web port, as JSON for programs
 * (everything below /api/) and as a page for people.  For engine_config.
 */
#ifndef WIRE_COMPLAIN_H
#define WIRE_COMPLAIN_H

#include "engine/route.h"

void wire_complain(struct exchange *x, const struct problem *p);

/* Every row of the web port, for engine_config; a NULL ends. */
extern const struct route *const wire_routes[];

#endif
