/* The registry's words for what is in force on a name (RFC 5731, 2.3). */
#ifndef WORLD_NAME_EPP_H
#define WORLD_NAME_EPP_H

#include "world/name/term.h"

#define MAX_EPP 4

/* Sorted; "ok" where nothing else is.  How many. */
size_t epp_statuses(const struct term *t, const char *names[MAX_EPP]);

#endif
