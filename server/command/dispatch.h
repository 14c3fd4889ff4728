/*
 * Dispatch: one message, from its tree to the tree of its reply, inside a turn
 * that the caller has begun and will settle and commit.
 */
#ifndef COMMAND_DISPATCH_H
#define COMMAND_DISPATCH_H

#include "command/command.h"

/* A connection that is a session of its own, as one of its requests finds it. */
struct place {
	const char *address; /* the client's */
	int nth; /* of the session's commands, from 1; 0: there are none yet */
};

struct outcome {
	struct value *reply; /* top level */
	bool granted;
	int code;
	const char *action, *object; /* upper case; "" where the message has none */
	bool last; /* a session ends with this reply */
};

/* TOP is NULL for bytes that nobody understood. */
struct outcome
dispatch(struct world *w, struct arena *a, int64_t reseller, const struct value *top);

/* The same, under the limits of a session (session/limits.c). */
struct outcome dispatch_at(struct world *w, struct arena *a, int64_t reseller,
    const struct value *top, const struct place *p);

/* Replies that reach no command.  fault_reply(): the commit failed;
 * plain_refusal(): whoever asks is nobody yet. */
struct value *fault_reply(struct arena *a, const char *object);
struct value *plain_refusal(
    struct arena *a, const char *object, const struct refusal_row *row, const char *detail);

#endif
