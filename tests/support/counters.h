/*
 * Counters: an engine whose worlds only count, by rows of its own, so that turns,
 * queues and waits can be tested without any rule of the field.
 *
 *   POST /t/W/add  GET /t/W/count  GET /t/W/wait?count=N  GET /t/W/clock
 *   POST /t/W/long  waits inside its turn until counters_let_go()
 *   POST /t/W/snapshot|restore|reset|fork  DELETE /t/W
 */
#ifndef TESTS_SUPPORT_COUNTERS_H
#define TESTS_SUPPORT_COUNTERS_H

#include "base/arena.h"
#include "engine/engine.h"

struct counters {
	const struct rulebook *rules;
	struct engine *engine;
	struct arena *arena;
};

int counters_open(void **state); /* cmocka set-up and tear-down */
int counters_close(void **state);

enum make counters_create(struct counters *f, const char *world);

/* One request, whole: the number in the answer, or its status, negative. */
int64_t counters_ask(struct counters *f, const char *method, const char *target);

/* A request that is not sent yet; its arena is the caller's. */
struct asked {
	struct exchange x;
	struct arena *arena;
};
void asked_fill(struct asked *q, const char *method, const char *target);

void counters_wait_inside(void); /* until a long row has its turn */
void counters_let_go(void);

#endif
