/*
 * Route: one control call or page as a row.
 *
 * The rows stand above the engine (wire/api/routes.def, wire/page/) and are
 * handed to engine_new(); the engine finds the row, takes the world's turn and
 * runs it there.
 */
#ifndef ENGINE_ROUTE_H
#define ENGINE_ROUTE_H

#include "base/format.h"
#include "engine/exchange.h"
#include "world/world.h"

struct engine;
struct call;

/* NULL: done, and the answer is in the exchange.  Else what is wrong; the
 * engine has it written by its config's `complain`. */
struct problem {
	int status;
	const char *code, *message; /* "unknown_world"; a sentence in the arena */
};
typedef const struct problem *route_fn(struct call *c);

enum {
	ROUTE_READ = 0, /* one transaction, no journal row */
	ROUTE_WRITE = 1, /* one transaction, and a journal row */
	ROUTE_LONG = 2, /* never on a loop thread */
	ROUTE_ENGINE = 4, /* about no world: {W} is not looked up, no transaction */
	ROUTE_WHOLE = 8, /* replaces or copies a world: its turn, but no transaction */
	ROUTE_AT_ONCE = 16, /* answered from the last committed mirror while the world is busy */
	ROUTE_STREAM = 32, /* looks after each commit and pushes what is new */
};

struct route {
	const char *method;
	const char *path; /* "/api/v1/worlds/{W}/mail/{ID}/bounce" */
	unsigned flags;
	route_fn *run;
	const char *summary; /* for OpenAPI and the 404 page */
};

#define MAX_CAPTURES 4

struct call {
	struct engine *engine;
	struct world *world; /* NULL for ROUTE_ENGINE */
	struct arena *arena;
	struct exchange *x;
	const struct route *route;
	const char *captures[MAX_CAPTURES]; /* decoded, in the order of the path */
	bool newborn; /* the world is being furnished: nobody knows it yet */
	int64_t epoch; /* of the world's state: another one after a restore or reset */
	bool expired; /* the time of call_wait() is over */
	bool stopping; /* so is the engine's: do not wait again */
	void *stream; /* a ROUTE_STREAM's own, from one look to the next; in the exchange's arena */
	bool waiting; /* set by call_wait() */
	int64_t wait_us; /* set by call_wait() */
};

/* The value of a query parameter, decoded; NULL: absent. */
const char *call_query(const struct call *c, const char *name);

/* From a ROUTE_READ row that found nothing, or a ROUTE_STREAM that wants to go on:
 * run me again after a commit of this world (of no world: after a further row of the
 * desk), or with `expired` set after so many
 * real seconds.  Returns NULL, to be returned in turn. */
const struct problem *call_wait(struct call *c, int64_t seconds);

const struct problem *
problem_new(struct call *c, int status, const char *code, const char *format, ...) FORMAT(4, 5);

#endif
