/*
 * Listener: one port, one loop thread, requests become exchanges.
 *
 * A free turn is answered on the loop thread; otherwise the connection is
 * suspended first and the exchange submitted second.  What never becomes an
 * exchange is noted at the engine's front desk.
 *
 * To stop: listener_quiesce() all, engine_stop(), listener_close() all.  The
 * middle step answers whoever is suspended; without it the library aborts.
 */
#ifndef WIRE_HTTP_LISTENER_H
#define WIRE_HTTP_LISTENER_H

#include "engine/engine.h"

struct certificate;

struct listener_config {
	struct engine *engine;
	enum door door;
	int socket; /* listening; the listener's from now on */
	const struct certificate *certificate; /* NULL: without TLS */
	int idle_seconds, body_seconds;
};

struct listener *listener_open(const struct listener_config *config); /* NULL: stderr */
void listener_quiesce(struct listener *l); /* accepts nobody any more */
void listener_close(struct listener *l);

#endif
