/*
 * Deletions: the names that a reseller has lost, each as it was on that day.
 */
#ifndef WORLD_NAME_DELETION_H
#define WORLD_NAME_DELETION_H

#include "world/name/term.h"

/* Why a name was deleted, as events say it and as the list of deleted names does. */
struct deletion_reason {
	const char *event, *listed;
};
extern const struct deletion_reason deletion_reasons[]; /* a NULL ends */
const char *deletion_listed(const char *reason);

struct deletion {
	int64_t id;
	const char *name, *reason;
	instant deleted, expires;
};

/* T ends here: its state, its place in the list, what runs with it.  Nobody is
 * told.  The id in the list; 0: no reseller had it. */
int64_t deletion_record(struct world *w, struct arena *a, struct term *t, const char *reason);

/* And its reseller is told.  REDEEMABLE: until when it can be had back; 0: it cannot. */
int64_t deletion_tell(
    struct world *w, struct arena *a, struct term *t, const char *reason, instant redeemable);

struct deletion_filter {
	int64_t reseller;
	const char *domain; /* "": any; so below */
	const char *emails[ROLE_COUNT]; /* * stands for anything, the case does not count */
	instant deleted_from, deleted_to, expires_from, expires_to; /* 0: any; TO is without */
	size_t skip;
};
size_t deletion_count(struct world *w, struct arena *a, const struct deletion_filter *f);
/* The first to be deleted first. */
size_t deletion_list(struct world *w, struct arena *a, const struct deletion_filter *f,
    size_t limit, struct deletion *rows);

#endif
