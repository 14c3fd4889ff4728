/* The registry's words for what is in force on a name (RFC 5731, 2.3). */
#ifndef WORLD_NAME_EPP_H
#define WORLD_NAME_EPP_H

#include "world/name/term.h"

#define MAX_EPP 4

/* It is in no zone, and resolves nowhere. */
bool epp_on_hold(const struct term *t);

/* Sorted; "ok" where nothing else is.  How many. */
size_t epp_statuses(const struct term *t, const char *names[MAX_EPP]);

#endif
