/* What the files of NAME_SUGGEST share with each other. */
#ifndef COMMAND_DOMAIN_SUGGEST_SEARCH_H
#define COMMAND_DOMAIN_SUGGEST_SEARCH_H

#include "command/command.h"
#include "world/registry/suggest.h"

/* How far a search has come: a client that does not wait for all of it gets what is
 * there, and a key with which it can come back. */
struct progress {
	int64_t took, done, all; /* milliseconds: of this request, so far, until the end */
};

/* False: the key is none of this search's. */
bool search_progress(struct request *rq, struct progress *p);
const char *search_key(struct request *rq, const struct progress *p);
size_t search_share(const struct progress *p, size_t n); /* of N things that are looked for */
bool is_waiting_time(const char *text); /* "0.5": seconds */

/* One service of a search, and what it was asked for. */
struct search {
	const struct wanted *wanted;
	struct whereabouts where;
	const char *const *afresh; /* TLDs whose registries are to be asked */
	struct progress progress;
};

/* The items of each service go into LIST. */
void search_lookup(struct request *rq, const struct search *s, struct value *list);
void search_suggestion(struct request *rq, const struct search *s, struct value *list);
void search_premium(struct request *rq, const struct search *s, struct value *list);

#endif
