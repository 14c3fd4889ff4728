/*
 * Reader: somebody who takes an answer of the engine's door piece by piece, in
 * this process.  Waiting is done on an eventfd, never by sleeping.
 */
#ifndef TESTS_SUPPORT_READER_H
#define TESTS_SUPPORT_READER_H

#include <pthread.h>

#include "base/buf.h"
#include "engine/engine.h"

struct reader {
	struct exchange x;
	struct arena *a;
	pthread_mutex_t lock;
	int bell; /* an eventfd: something came, or it has ended */
	struct buf got;
	bool ended;
	bool leaves; /* takes no more */
};

/* Asks; LAST_EVENT_ID is a header, NULL: none. */
struct reader *reader_new(struct engine *e, const char *target, const char *last_event_id);
void reader_free(struct reader *r); /* waits for the end */

/* Until TEXT has come, or the end; else the test fails. */
void reader_waits_for(struct reader *r, const char *text);
void reader_waits_for_end(struct reader *r);
void reader_leaves(struct reader *r);

const char *reader_got(struct reader *r); /* in its arena */

#endif
