#include "wire/http/internal.h"

/* The kernel's header, not the C library's: only it tells how much came in. */
#include <linux/tcp.h>
#include <netdb.h>
#include <netinet/in.h>

#include "base/must.h"

static struct visit *
visit_new(struct MHD_Connection *connection)
{
	struct visit *v = calloc(1, sizeof(*v));
	const union MHD_ConnectionInfo *info;

	must(v != NULL);
	info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
	v->socket = info->connect_fd;
	info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	const struct sockaddr *from = info->client_addr;
	socklen_t size = from->sa_family == AF_INET6 ? sizeof(struct sockaddr_in6)
						     : sizeof(struct sockaddr_in);
	if (getnameinfo(from, size, v->peer, sizeof(v->peer), NULL, 0, NI_NUMERICHOST) != 0)
		snprintf(v->peer, sizeof(v->peer), "unknown");
	return v;
}

/* A FIN counts as a byte. */
static bool
said_something(const struct visit *v)
{
	struct tcp_info info = { 0 };
	socklen_t size = sizeof(info);

	return getsockopt(v->socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 &&
	       info.tcpi_bytes_received > 1;
}

/* Who connects and leaves is harmless: some clients do before each request. */
static void
visit_leave(const struct listener *l, struct MHD_Connection *connection, struct visit *v)
{
	const char *why = "bytes that are no HTTP request: is it TLS, on the port without?";

	if (!v->asked && said_something(v)) {
		if (l->config.certificate != NULL)
			why = tls_failure(connection, v);
		if (why != NULL)
			engine_desk_note(l->config.engine, l->config.door, v->peer, why);
	}
	engine_rise(l->config.engine, &v->seat);
	free(v);
}

void
visit_notify(void *listener, struct MHD_Connection *connection, void **visit,
    enum MHD_ConnectionNotificationCode code)
{
	const struct listener *l = listener;

	if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
		visit_leave(l, connection, *visit);
		return;
	}
	struct visit *v = visit_new(connection);
	*visit = v;
	if (l->config.certificate != NULL)
		tls_welcome(connection, v, &l->ticket_key);
}

struct visit *
visit_of(struct MHD_Connection *connection)
{
	return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)
	    ->socket_context;
}
