#include "wire/http/socket.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "base/log.h"
#include "base/must.h"

static struct addrinfo *
resolve(const char *address, int port)
{
	char service[16];
	struct addrinfo *found = NULL, wish = {
		.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
		.ai_socktype = SOCK_STREAM,
	};

	if (strcmp(address, "localhost") == 0)
		address = "127.0.0.1";
	snprintf(service, sizeof(service), "%d", port);
	return getaddrinfo(address, service, &wish, &found) == 0 ? found : NULL;
}

static int
bind_one(const struct addrinfo *at)
{
	const int on = 1;
	int s = socket(at->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (s < 0)
		return -1;
	setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (bind(s, at->ai_addr, at->ai_addrlen) != 0 || listen(s, SOMAXCONN) != 0) {
		int reason = errno;
		close(s);
		errno = reason;
		return -1;
	}
	return s;
}

static int
port_of(int s)
{
	struct sockaddr_storage at;
	socklen_t size = sizeof(at);
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;

	must(getsockname(s, (struct sockaddr *)&at, &size) == 0);
	memcpy(&v4, &at, sizeof(v4));
	memcpy(&v6, &at, sizeof(v6));
	return ntohs(at.ss_family == AF_INET6 ? v6.sin6_port : v4.sin_port);
}

static void
complain(const char *address, int port, const char *option, int reason)
{
	if (reason == EADDRINUSE)
		log_error("port %d of %s is in use, perhaps by another orrery: choose one with %s, "
			  "0 for any free one, or off",
		    port, address, option);
	else
		log_error("cannot listen on port %d of %s (%s): see --listen and %s", port, address,
		    strerror(reason), option);
}

int
socket_listen(const char *address, int *port, const char *option)
{
	struct addrinfo *at = resolve(address, *port);

	if (at == NULL) {
		log_error(
		    "--listen wants an address such as 127.0.0.1 or ::1, not \"%s\"", address);
		return -1;
	}
	int s = bind_one(at);
	freeaddrinfo(at);
	if (s < 0)
		complain(address, *port, option, errno);
	else
		*port = port_of(s);
	return s;
}

bool
socket_is_address(const char *address)
{
	struct addrinfo *at = resolve(address, 0);

	if (at != NULL)
		freeaddrinfo(at);
	return at != NULL;
}

bool
socket_is_loopback(const char *address)
{
	struct addrinfo *at = resolve(address, 0);
	bool loopback = false;

	if (at == NULL)
		return false;
	if (at->ai_family == AF_INET) {
		struct sockaddr_in v4;
		memcpy(&v4, at->ai_addr, sizeof(v4));
		loopback = ntohl(v4.sin_addr.s_addr) >> 24 == 127;
	} else if (at->ai_family == AF_INET6) {
		struct sockaddr_in6 v6;
		memcpy(&v6, at->ai_addr, sizeof(v6));
		loopback = IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr);
	}
	freeaddrinfo(at);
	return loopback;
}
