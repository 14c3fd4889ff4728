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

struct server {
	struct arena *arena;
	struct server_config config;
	struct engine *engine;
	const struct certificate *certificate;
	int sockets[SERVER_DOORS]; /* -1: off, or the listener's */
	struct listener *listeners[SERVER_DOORS];
	const char *host;
};

static const char *const options[SERVER_DOORS] = {
	[DOOR_HTTPS] = "--https-port",
	[DOOR_HTTP] = "--http-port",
	[DOOR_WEB] = "--web-port",
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
	for (int d = 0; d < SERVER_DOORS; d++)
		s->sockets[d] = -1;
	s->host = host_of(a, config->listen);
	if (bind_all(s) && make_certificate(s) && make_engine(s))
		return s;
	server_free(s);
	return NULL;
}

bool
server_open(struct server *s)
{
	for (int d = 0; d < SERVER_DOORS; d++) {
		if (s->sockets[d] < 0)
			continue;
		s->listeners[d] = listener_open(&(struct listener_config){
		    .engine = s->engine,
		    .door = (enum door)d,
		    .socket = s->sockets[d],
		    .certificate = d == DOOR_HTTPS ? s->certificate : NULL,
		    .idle_seconds = s->config.idle_seconds,
		    .body_seconds = s->config.body_seconds,
		});
		s->sockets[d] = -1;
		if (s->listeners[d] == NULL)
			return false;
	}
	return true;
}

/* The order matters: a listener must not close while the engine still owes one
 * of its suspended connections an answer. */
void
server_free(struct server *s)
{
	if (s == NULL)
		return;
	for (int d = 0; d < SERVER_DOORS; d++)
		if (s->listeners[d] != NULL)
			listener_quiesce(s->listeners[d]);
	if (s->engine != NULL)
		engine_stop(s->engine);
	for (int d = 0; d < SERVER_DOORS; d++) {
		if (s->listeners[d] != NULL)
			listener_close(s->listeners[d]);
		if (s->sockets[d] >= 0)
			close(s->sockets[d]);
	}
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
