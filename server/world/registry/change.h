/*
 * A change of a name as its registry keeps it: contacts, nameservers, settings.  It
 * is carried out at once or, where the registry is asynchronous, later (kind
 * `change`; what waits is a request, with a row of change_request); till then all
 * reads as before.  Faults strike here as at orders.
 */
#ifndef WORLD_REGISTRY_CHANGE_H
#define WORLD_REGISTRY_CHANGE_H

#include "world/name/setting.h"
#include "world/name/term.h"

struct name_change {
	const char *command; /* on the wire: MODIFY, UPDATE_CONTACTS, ... */
	const char *waits_as; /* in waiting_history: modify_contact_info, ...; NULL: the registrar's
			       * own matter, no registry is asked */
	const char *contacts, *nameservers; /* as of a term; NULL: they stay */
	struct setting *settings; /* "" takes one away */
	size_t count;
};

enum change_end {
	CHANGE_DONE,
	CHANGE_WAITS,
	CHANGE_REFUSED,
	CHANGE_BUSY, /* another request waits on this name */
};

struct change_answer {
	enum change_end end;
	int code; /* CHANGE_REFUSED: where a fault says so; 0: the usual one */
	const char *text; /* NULL: the usual one */
};

/* What T becomes where it is done. */
struct change_answer
change_submit(struct world *w, struct arena *a, struct term *t, const struct name_change *c);

/* What the registry was asked to make of this setting and has not answered; NULL:
 * nothing. */
const char *change_awaited(struct world *w, struct arena *a, int64_t term, const char *setting);

#endif
