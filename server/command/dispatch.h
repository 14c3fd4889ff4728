/*
 * Dispatch: one message, from its tree to the tree of its reply, inside a turn
 * that the caller has begun and will settle and commit.
 */
#ifndef COMMAND_DISPATCH_H
#define COMMAND_DISPATCH_H

#include "command/command.h"

/* The connection that a request came over. */
struct place {
	const char *address; /* the client's */
	bool session; /* one of its own: the legacy port, the fast lookup */
	bool nobody; /* who asks is not said: the fast lookup */
	int nth; /* of the connection's commands, from 1; 0: nobody counts, or none yet */
	int connections; /* that its user has at this time; 0: nobody counts */
	bool began; /* with this request */
	instant since; /* else: when it did, on the world's clock */
};

struct outcome {
	struct value *reply; /* top level */
	bool granted;
	int code;
	const char *action, *object; /* upper case; "" where the message has none */
	bool last; /* a session ends with this reply */
	enum manner manner;
};

/* TOP is NULL for bytes that nobody understood. */
struct outcome
dispatch(struct world *w, struct arena *a, int64_t reseller, const struct value *top);

/* The same over a connection, with its limits (session/limits.c), and among other
 * worlds; both may be NULL. */
struct outcome dispatch_at(struct world *w, struct arena *a, int64_t reseller,
    const struct value *top, const struct place *p, const struct usher *u);

/* Replies that reach no command.  fault_reply(): the commit failed;
 * plain_refusal(): whoever asks is nobody yet. */
struct value *fault_reply(struct arena *a, const char *object);
struct value *plain_refusal(
    struct arena *a, const char *object, const struct refusal_row *row, const char *detail);

#endif
