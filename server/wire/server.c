#include "wire/server.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/must.h"
#include "wire/complain.h"
#include "wire/http/certificate.h"
#include "wire/http/listener.h"
#include "wire/http/socket.h"
#include "wire/tcp/loop.h"

struct server {
	struct arena *arena;
	struct server_config config;
	struct engine *engine;
	const struct certificate *certificate;
	int sockets[SERVER_DOORS]; /* -1: off, or the listener's */
	struct listener *listeners[SERVER_DOORS];
	struct loop *loops[SERVER_DOORS];
	const char *host;
};

static const char *const options[SERVER_DOORS] = {
	[DOOR_HTTPS] = "--https-port",
	[DOOR_HTTP] = "--http-port",
	[DOOR_WEB] = "--web-port",
	[DOOR_LEGACY] = "--legacy-port",
	[DOOR_LOOKUP] = "--lookup-port",
};

/* Spoken by a loop of our own; the other doors speak HTTP. */
static const struct protocol *const protocols[SERVER_DOORS] = {
	[DOOR_LEGACY] = &protocol_legacy,
	[DOOR_LOOKUP] = &protocol_lookup,
};

static bool
bind_all(struct server *s)
{
	for (int d = 0; d < SERVER_DOORS; d++) {
		if (s->config.ports[d] == PORT_OFF)
			continue;
		s->sockets[d] = socket_listen(s->config.listen, &s->config.ports[d], options[d]);
		if (s->sockets[d] < 0)
			return false;
	}
	return true;
}

static const char *
host_of(struct arena *a, const char *address)
{
	if (strcmp(address, "0.0.0.0") == 0)
		return "127.0.0.1";
	if (strcmp(address, "::") == 0)
		return "[::1]";
	return strchr(address, ':') == NULL ? address : arena_printf(a, "[%s]", address);
}

static bool
make_certificate(struct server *s)
{
	const char *dir = s->config.engine.data;

	if (dir != NULL && mkdir(dir, 0700) != 0 && errno != EEXIST) {
		log_error("cannot make %s: %s", dir, strerror(errno));
		return false;
	}
	s->certificate = certificate_open(dir, s->config.engine.tls_name);
	return s->certificate != NULL;
}

static bool
make_engine(struct server *s)
{
	struct engine_config *e = &s->config.engine;

	e->ca_pem = s->certificate->ca;
	if (e->routes == NULL) {
		e->routes = wire_routes;
		e->complain = wire_complain;
	}
	if (e->public_url == NULL)
		e->public_url = arena_printf(
		    s->arena, "http://%s:%d", s->host, s->config.ports[DOOR_WEB]);
	s->engine = engine_new(e);
	return s->engine != NULL;
}

struct server *
server_new(const struct server_config *config)
{
	struct arena *a = arena_new();
	struct server *s = NEW(a, struct server);

	s->arena = a;
	s->config = *config;
	if (s->config.idle_seconds == 0)
		s->config.idle_seconds = 60;
	if (s->config.body_seconds == 0)
		s->config.body_seconds = 60;
	if (s->config.world == NULL)
		s->config.world = "demo";
	for (int d = 0; d < SERVER_DOORS; d++)
		s->sockets[d] = -1;
	s->host = host_of(a, config->listen);
	if (bind_all(s) && make_certificate(s) && make_engine(s))
		return s;
	server_free(s);
	return NULL;
}

static void
open_loop(struct server *s, enum door d)
{
	s->loops[d] = loop_open(&(struct loop_config){
	    .protocol = protocols[d],
	    .session = { .engine = s->engine, .world = s->config.world },
	    .socket = s->sockets[d],
	    .idle_seconds = s->config.idle_seconds,
	    .message_seconds = s->config.body_seconds,
	});
}

static bool
open_listener(struct server *s, enum door d)
{
	s->listeners[d] = listener_open(&(struct listener_config){
	    .engine = s->engine,
	    .door = d,
	    .socket = s->sockets[d],
	    .certificate = d == DOOR_HTTPS ? s->certificate : NULL,
	    .idle_seconds = s->config.idle_seconds,
	    .body_seconds = s->config.body_seconds,
	});
	return s->listeners[d] != NULL;
}

bool
server_open(struct server *s)
{
	bool good = true;

	for (int d = 0; d < SERVER_DOORS && good; d++) {
		if (s->sockets[d] < 0)
			continue;
		if (protocols[d] != NULL)
			open_loop(s, (enum door)d);
		else
			good = open_listener(s, (enum door)d);
		s->sockets[d] = -1;
	}
	return good;
}

static void
quiesce(struct server *s, enum door d)
{
	if (s->listeners[d] != NULL)
		listener_quiesce(s->listeners[d]);
	if (s->loops[d] != NULL)
		loop_quiesce(s->loops[d]);
}

static void
close_door(struct server *s, enum door d)
{
	if (s->listeners[d] != NULL)
		listener_close(s->listeners[d]);
	if (s->loops[d] != NULL)
		loop_close(s->loops[d]);
	if (s->sockets[d] >= 0)
		close(s->sockets[d]);
}

/* The order matters: nothing must close while the engine still owes one of its
 * connections an answer. */
void
server_free(struct server *s)
{
	if (s == NULL)
		return;
	for (int d = 0; d < SERVER_DOORS; d++)
		quiesce(s, (enum door)d);
	if (s->engine != NULL)
		engine_stop(s->engine);
	for (int d = 0; d < SERVER_DOORS; d++)
		close_door(s, (enum door)d);
	if (s->engine != NULL)
		engine_free(s->engine);
	certificate_close(s->certificate);
	arena_free(s->arena);
}

struct engine *
server_engine(const struct server *s)
{
	return s->engine;
}

int
server_port(const struct server *s, enum door door)
{
	must((int)door < SERVER_DOORS);
	return s->config.ports[door];
}

const char *
server_ca_pem(const struct server *s)
{
	return s->certificate->ca;
}

const char *
server_host(const struct server *s)
{
	return s->host;
}
