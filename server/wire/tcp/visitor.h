/*
 * Visitor: a session and its socket.  Reads and writes without ever waiting.
 */
#ifndef WIRE_TCP_VISITOR_H
#define WIRE_TCP_VISITOR_H

#include "wire/tcp/session.h"

/* What a visitor is given time for. */
enum patience {
	PATIENCE_IDLE, /* to begin a message, or to take an answer */
	PATIENCE_MESSAGE, /* to end a message that has begun */
	PATIENCE_PAUSE, /* to go on with a line that has no end */
	PATIENCE_LEAVING, /* to read our last words, and close */
	PATIENCE_NONE, /* the engine has the word */
	PATIENCES,
};

struct visitor {
	struct visitor *before, *after; /* in the ring of those with the same patience */
	enum patience patience;
	int64_t since_us;
	struct session session;
	enum step step; /* what the session wants next */
	int socket;
	unsigned watched; /* events the loop waits for */
	size_t sent; /* of the session's `out` */
	bool asked; /* the engine owes an answer */
	bool lost; /* the socket is good for nothing any more */
	bool leaving; /* our side is closed */
	struct loop *loop;
	struct visitor *next_answered;
};

/* Who is at the other end of SOCKET; what the protocol says first is in `out`. */
struct visitor *
visitor_new(int socket, const struct protocol *p, const struct session_config *config);
void visitor_free(struct visitor *v); /* and closes */

bool visitor_read(struct visitor *v); /* false: nothing came */
bool visitor_write(struct visitor *v); /* false: nothing left */
bool visitor_owes(const struct visitor *v); /* not all of `out` has left */
enum patience visitor_patience(const struct visitor *v);
unsigned visitor_events(const struct visitor *v); /* of epoll, that it waits for */
void visitor_leave(struct visitor *v); /* closes our side */
void visitor_reset(struct visitor *v);

#endif
