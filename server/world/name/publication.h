/*
 * Publication: what WHOIS says of a name's owner: nothing but the country since 2018,
 * somebody in his place where he has bought privacy, or who he is where he wants it.
 */
#ifndef WORLD_NAME_PUBLICATION_H
#define WORLD_NAME_PUBLICATION_H

#include "world/name/term.h"

struct publication {
	const char *how; /* redacted, privacy, full */
	const char *name, *organization, *state, *country;
};

struct publication publication_of(struct world *w, struct arena *a, const struct term *t);

/* CIRA hides people unless they want to be seen, and shows organizations. */
bool publication_ca_person(struct world *w, struct arena *a, const struct term *t);

#endif
