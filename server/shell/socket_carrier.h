/*
 * Socket carrier: the player's exchanges over real TLS and HTTP, to a server
 * that is started for it on free ports.
 */
#ifndef SHELL_SOCKET_CARRIER_H
#define SHELL_SOCKET_CARRIER_H

#include "engine/engine.h"
#include "scenarios/play/play.h"

struct socket_carrier;

/* NULL, with the reason on stderr, where the machine does not let us. */
struct socket_carrier *socket_carrier_open(const struct engine_config *engine);
void socket_carrier_close(struct socket_carrier *s); /* NULL is fine */
const struct carrier *socket_carrier(const struct socket_carrier *s);

#endif
