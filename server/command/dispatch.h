/*
 * Dispatch: one message, from its tree to the tree of its reply, inside a turn
 * that the caller has begun and will settle and commit.
 */
#ifndef COMMAND_DISPATCH_H
#define COMMAND_DISPATCH_H

#include "command/command.h"

struct outcome {
	struct value *reply; /* top level */
	bool granted;
	int code;
	const char *action, *object; /* upper case; "" where the message has none */
};

/* TOP is NULL for bytes that nobody understood. */
struct outcome
dispatch(struct world *w, struct arena *a, int64_t reseller, const struct value *top);

/* Replies that reach no command.  fault_reply(): the commit failed. */
struct value *fault_reply(struct arena *a, const char *object);

#endif
