/*
 * A change of one name or of all names of a profile, as the registry of each takes
 * it: at once, later, or not at all.
 */
#ifndef COMMAND_CHANGE_H
#define COMMAND_CHANGE_H

#include "command/command.h"
#include "world/registry/change.h"

/* What is to become of T: fills the parts of C that change, or refuses.  C has room
 * for MOST_SETTINGS. */
typedef const struct refusal *
change_build_fn(struct request *rq, const struct term *t, struct name_change *c, const void *how);

/* One more of its settings. */
void change_setting(struct name_change *c, const char *name, const char *value);

struct change_plan {
	change_build_fn *build;
	const void *how; /* for it */
	const char *waits_as; /* see name_change */
	const char *all; /* the flag that means all names; NULL: affect_domains */
	bool locked_too; /* see owned_names() */
	bool details; /* in the reply, for one name too */
	bool leaves; /* what is done waits for another registrar all the same */
};

/* For the names of owned_names().  One name alone is refused as it is; of several,
 * and with details, each has its own result in "details", and the request is
 * granted where it is done for one of them at least.  What a registry is still to
 * answer makes it 250, with waiting_requests_no. */
const struct refusal *change_names(struct request *rq, const struct change_plan *plan);

/* For T alone, which is the asker's. */
const struct refusal *
change_name(struct request *rq, const struct change_plan *plan, struct term *t);

/* Some registries take contacts and nameservers together only, by UPDATE_ALL_INFO (policy
 * update_all_info.only): 465 for any other command that would change some of them. */
const struct refusal *change_in_parts(struct request *rq, const struct term *t);

#endif
