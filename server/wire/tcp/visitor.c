#include "wire/tcp/visitor.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "base/must.h"

#define AT_ONCE 65536

static void
name_peer(int socket, char *peer, size_t room)
{
	struct sockaddr_storage from;
	socklen_t size = sizeof(from);

	if (getpeername(socket, (struct sockaddr *)&from, &size) != 0 ||
	    getnameinfo((struct sockaddr *)&from, size, peer, (socklen_t)room, NULL, 0,
		NI_NUMERICHOST) != 0)
		snprintf(peer, room, "unknown");
}

struct visitor *
visitor_new(int socket, const struct protocol *p, const struct session_config *config)
{
	struct visitor *v = calloc(1, sizeof(*v));
	const int on = 1;
	char peer[64];

	must(v != NULL);
	name_peer(socket, peer, sizeof(peer));
	setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	must(fcntl(socket, F_SETFL, O_NONBLOCK) == 0 && fcntl(socket, F_SETFD, FD_CLOEXEC) == 0);
	v->socket = socket;
	v->step = session_begin(&v->session, p, config, peer);
	return v;
}

void
visitor_free(struct visitor *v)
{
	close(v->socket);
	session_end(&v->session);
	free(v);
}

static bool
is_passing(int error)
{
	return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

/* More than one message is left to the socket.  Who leaves is not listened to, but
 * what is unread when a socket closes would cost them our last words. */
bool
visitor_read(struct visitor *v)
{
	struct session *s = &v->session;
	char bytes[AT_ONCE];

	if (!v->leaving && s->in.size - s->heard > s->protocol->most)
		return false;
	ssize_t n = recv(v->socket, bytes, sizeof(bytes), 0);
	if (n > 0 && !v->leaving)
		buf_add(&s->in, bytes, (size_t)n);
	if (n == 0)
		s->ended = true;
	if (n < 0 && !is_passing(errno))
		v->lost = true;
	return n > 0;
}

bool
visitor_write(struct visitor *v)
{
	struct buf *out = &v->session.out;
	size_t before = v->sent;

	while (v->sent < out->size && !v->lost) {
		ssize_t n = send(v->socket, out->data + v->sent, out->size - v->sent, MSG_NOSIGNAL);
		if (n > 0)
			v->sent += (size_t)n;
		else if (n < 0 && is_passing(errno))
			break;
		else
			v->lost = true;
	}
	bool moved = v->sent > before;
	if (v->sent == out->size) {
		buf_clear(out);
		v->sent = 0;
	}
	return moved;
}

bool
visitor_owes(const struct visitor *v)
{
	return v->sent < v->session.out.size;
}

enum patience
visitor_patience(const struct visitor *v)
{
	if (v->asked)
		return PATIENCE_NONE;
	if (v->leaving)
		return PATIENCE_LEAVING;
	if (v->step == STEP_PAUSE && !visitor_owes(v))
		return PATIENCE_PAUSE;
	if (v->step == STEP_READ && v->session.in.size > v->session.heard)
		return PATIENCE_MESSAGE;
	return PATIENCE_IDLE;
}

unsigned
visitor_events(const struct visitor *v)
{
	if (v->asked)
		return 0;
	if (visitor_owes(v) || v->step == STEP_ASK)
		return EPOLLOUT;
	return v->session.ended ? 0 : EPOLLIN;
}

void
visitor_leave(struct visitor *v)
{
	v->leaving = true;
	if (shutdown(v->socket, SHUT_WR) != 0)
		v->lost = true;
}

/* Closing after a linger of no time is no orderly end. */
void
visitor_reset(struct visitor *v)
{
	const struct linger none = { .l_onoff = 1 };

	setsockopt(v->socket, SOL_SOCKET, SO_LINGER, &none, sizeof(none));
	v->lost = true;
}
