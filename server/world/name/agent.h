/*
 * The designated agent: whether the registrar approves a change of a name's owner in the
 * place of those whom it would have to ask.
 */
#ifndef WORLD_NAME_AGENT_H
#define WORLD_NAME_AGENT_H

#include "world/name/term.h"

/* As was said of the name; else as its reseller has it. */
bool agent_approves(struct world *w, struct arena *a, const struct term *t);
void agent_set(struct world *w, const struct term *t, bool approves);

#endif
