/*
 * The registry: the other side of an order.  It takes the order at once, or after
 * a while (tld.X.registry, tld.X.registry_delay), and where a fault says so it
 * refuses, or leaves everybody in the dark.
 *
 * What it does not answer at once is a request: a row, and an event of the
 * agenda for the answer, if there will be one.
 */
#ifndef WORLD_REGISTRY_H
#define WORLD_REGISTRY_H

#include "world/order/order.h"

enum registry_word { REGISTRY_ACCEPTS, REGISTRY_REFUSES, REGISTRY_LATER, REGISTRY_UNKNOWN };

struct registry_says {
	enum registry_word word;
	int code; /* of the reply, where a fault says so; 0: the usual one */
	const char *text; /* NULL: the usual one */
	const char *answer; /* LATER, UNKNOWN: "accept", "reject", "never" */
	int64_t after; /* ... seconds from now */
};

/* Decides; counts faults.  O may not be saved yet. */
struct registry_says registry_ask(struct world *w, struct arena *a, const struct order *o);

/* O is saved and waits for the answer; the id of the request. */
int64_t registry_await(
    struct world *w, struct arena *a, const struct order *o, const struct registry_says *says);

/* The operator decides what the registry says of this order: accept, reject, or
 * never (it falls silent).  False: the order does not wait for it, or no such
 * word. */
bool registry_answer(struct world *w, struct arena *a, int64_t order, const char *answer);
/* It will say what it wanted to say, but at this instant.  False: as above. */
bool registry_delay(struct world *w, struct arena *a, int64_t order, instant at);

/* Requests that are open or answered. */
struct registry_request {
	int64_t id, order, reseller; /* order 0: about a nameserver, see host_change.h */
	const char *domain, *action, *status; /* waiting, completed, declined */
	instant requested, answered; /* 0: not yet */
	const char *text;
};
bool request_load(struct world *w, struct arena *a, int64_t id, struct registry_request *r);
size_t request_list(struct world *w, struct arena *a, int64_t reseller, const char *domain,
    size_t limit, struct registry_request *rows); /* newest first */
bool request_open(struct world *w, int64_t order);

/* Another request waits for an answer on this name (437). */
bool registry_busy(struct world *w, const char *domain);

#endif
