/*
 * Loop: one TCP port, one thread, many sessions.
 *
 * A free turn is answered on the loop thread; otherwise the session rests, unread,
 * until the engine has answered.  A client has so long to begin a message, so long
 * to end it, and so long to take an answer.  Real time, and never the world's.
 *
 * To stop: loop_quiesce() all, engine_stop(), loop_close() all.
 */
#ifndef WIRE_TCP_LOOP_H
#define WIRE_TCP_LOOP_H

#include "wire/tcp/session.h"

struct loop_config {
	const struct protocol *protocol;
	struct session_config session; /* `draw` is filled in */
	int socket; /* listening; the loop's from now on */
	int idle_seconds, message_seconds;
};

struct loop *loop_open(const struct loop_config *config);
void loop_quiesce(struct loop *l); /* accepts nobody any more */
void loop_close(struct loop *l);

#endif
