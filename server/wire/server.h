/*
 * Server: an engine behind sockets, as `serve`, `demo` and tests start it.
 *
 *   server_new()    binds the ports, makes the certificate and the engine;
 *                   whoever connects from now on waits.
 *   server_open()   answers them.  Worlds are made between the two.
 *   server_free()   answers what is running, closes, forgets.
 *
 * What fails says why on stderr.
 */
#ifndef WIRE_SERVER_H
#define WIRE_SERVER_H

#include "engine/engine.h"

enum { SERVER_DOORS = DOOR_LOOKUP + 1, PORT_OFF = -1 };

struct server_config {
	struct engine_config engine; /* `ca_pem` is filled in; `public_url`, `routes` where NULL */
	const char *listen; /* an address: "127.0.0.1", "::1" */
	int ports[SERVER_DOORS]; /* by door; 0: any free one; PORT_OFF */
	const char *world; /* whom those ask who name no user; NULL: "demo" */
	int idle_seconds; /* real: a silent connection; 0: 60 */
	int body_seconds; /* real: a request to arrive once it has begun; 0: 60 */
};

/* The texts of CONFIG outlive the server. */
struct server *server_new(const struct server_config *config);
bool server_open(struct server *s);
void server_free(struct server *s); /* NULL is fine */

struct engine *server_engine(const struct server *s);
int server_port(const struct server *s, enum door door); /* PORT_OFF: it is off */
const char *server_ca_pem(const struct server *s);

/* "127.0.0.1", "[::1]": as it stands in a URL; where everything is listened
 * to, the loopback address. */
const char *server_host(const struct server *s);

#endif
