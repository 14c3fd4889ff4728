#include "shell/socket_carrier.h"

#include <signal.h>

#include "base/log.h"
#include "base/must.h"
#include "shell/client.h"
#include "wire/server.h"

struct socket_carrier {
	struct server *server;
	struct client *api, *web; /* the reseller API over TLS; everything else */
	struct carrier carrier;
	char ca_file[300]; /* "": not written */
};

static bool
send_by_socket(void *closure, struct exchange *x, const char **why)
{
	struct socket_carrier *s = closure;

	return client_send(x->door == DOOR_WEB ? s->web : s->api, x, why);
}

/* libcurl trusts what is in a file, and nothing else here wants one. */
static bool
write_ca(struct socket_carrier *s)
{
	const char *pem = server_ca_pem(s->server), *folder = getenv("TMPDIR");
	char path[sizeof(s->ca_file)];

	snprintf(path, sizeof(path), "%.200s/orrery-ca-XXXXXX",
	    folder == NULL || *folder == '\0' ? "/tmp" : folder);
	int file = mkstemp(path);
	if (file < 0) {
		log_error("%s: a file cannot be made there", path);
		return false;
	}
	memcpy(s->ca_file, path, sizeof(path));
	size_t size = strlen(pem);
	bool written = write(file, pem, size) == (ssize_t)size;
	return close(file) == 0 && written;
}

static struct client *
client_to(const struct server *s, enum door door, const char *scheme, const char *ca_file)
{
	char base[128];

	snprintf(base, sizeof(base), "%s://%s:%d", scheme, server_host(s), server_port(s, door));
	return client_new(base, ca_file);
}

static bool
connect_to(struct socket_carrier *s)
{
	if (!write_ca(s))
		return false;
	s->api = client_to(s->server, DOOR_HTTPS, "https", s->ca_file);
	s->web = client_to(s->server, DOOR_WEB, "http", NULL);
	return true;
}

struct socket_carrier *
socket_carrier_open(const struct engine_config *engine)
{
	struct socket_carrier *s = calloc(1, sizeof(*s));
	struct server_config config = { .engine = *engine, .listen = "127.0.0.1" };

	must(s != NULL);
	signal(SIGPIPE, SIG_IGN);
	config.ports[DOOR_HTTP] = PORT_OFF;
	config.ports[DOOR_LEGACY] = PORT_OFF;
	config.ports[DOOR_LOOKUP] = PORT_OFF;
	s->server = server_new(&config);
	s->carrier = (struct carrier){ send_by_socket, s, NULL };
	if (s->server != NULL && server_open(s->server) && connect_to(s))
		return s;
	socket_carrier_close(s);
	return NULL;
}

void
socket_carrier_close(struct socket_carrier *s)
{
	if (s == NULL)
		return;
	client_free(s->api);
	client_free(s->web);
	server_free(s->server);
	if (s->ca_file[0] != '\0')
		unlink(s->ca_file);
	free(s);
}

const struct carrier *
socket_carrier(const struct socket_carrier *s)
{
	return &s->carrier;
}
