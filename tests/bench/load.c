#include "tests/bench/load.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>

#include "base/must.h"
#include "clock/machine.h"

struct wire {
	int fd; /* -1: none */
	size_t got;
	char in[16 * 1024];
};

struct run {
	const struct load *load;
	struct load_result result;
	int64_t sent, answered;
	struct wire wires[LOAD_CONNECTIONS];
};

static struct sockaddr_in
loopback(int port)
{
	return (struct sockaddr_in){ .sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
}

static int
connected(int port)
{
	struct sockaddr_in at = loopback(port);
	int fd = socket(AF_INET, SOCK_STREAM, 0), on = 1;

	must(fd >= 0);
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	if (connect(fd, (const struct sockaddr *)&at, sizeof(at)) == 0)
		return fd;
	close(fd);
	return -1;
}

int
load_free_port(void)
{
	struct sockaddr_in at = loopback(0);
	socklen_t size = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	must(fd >= 0 && bind(fd, (const struct sockaddr *)&at, sizeof(at)) == 0);
	must(getsockname(fd, (struct sockaddr *)&at, &size) == 0);
	close(fd);
	return ntohs(at.sin_port);
}

/* The whole reply's size once all of it is there; 0: not yet. */
static size_t
reply_size(struct wire *w)
{
	w->in[w->got] = '\0';
	const char *end = strstr(w->in, "\r\n\r\n");
	if (end == NULL)
		return 0;
	const char *length = strstr(w->in, "Content-Length: ");
	must(length != NULL && length < end);
	size_t size = (size_t)(end + 4 - w->in) + strtoul(length + 16, NULL, 10);
	must(size < sizeof(w->in));
	return w->got >= size ? size : 0;
}

static void
ask(struct run *r, struct wire *w)
{
	const struct load *l = r->load;

	if (r->sent == l->total)
		return;
	const struct packet *p = &l->packets[(size_t)r->sent++ % l->count];
	ssize_t n = send(w->fd, p->bytes, p->size, MSG_NOSIGNAL);
	must(n == (ssize_t)p->size); /* it fits into the socket's buffer */
}

static void
judge(struct run *r, const struct wire *w)
{
	const char *wanted = r->load->wanted;

	r->answered++;
	if (strncmp(w->in, "HTTP/1.1 200", 12) == 0 &&
	    (wanted == NULL || strstr(w->in, wanted) != NULL))
		return;
	if (r->result.bad++ == 0)
		snprintf(r->result.first_bad, sizeof(r->result.first_bad), "%.*s",
		    (int)sizeof(r->result.first_bad) - 1, w->in);
}

/* False: it has been closed. */
static bool
listen_to(struct run *r, struct wire *w)
{
	ssize_t n = recv(w->fd, w->in + w->got, sizeof(w->in) - 1 - w->got, MSG_DONTWAIT);

	if (n <= 0)
		return false;
	w->got += (size_t)n;
	size_t size = reply_size(w);
	if (size == 0)
		return true;
	must(size == w->got); /* one request, one reply */
	judge(r, w);
	w->got = 0;
	ask(r, w);
	return true;
}

#define PATIENCE_US INT64_C(10000000)

/* Never sleeps: waking us would cost a slow server, whose client waits for each
 * answer, many microseconds of its own processor, and a fast one nothing. */
static void
pump(struct run *r, int epoll)
{
	struct epoll_event ready[LOAD_CONNECTIONS];
	int open = LOAD_CONNECTIONS;
	int64_t heard = machine_monotonic_us();

	while (r->answered < r->load->total && open > 0) {
		int n = epoll_wait(epoll, ready, LOAD_CONNECTIONS, 0);
		int64_t now = machine_monotonic_us();
		if (n < 0 || now - heard > PATIENCE_US)
			break;
		if (n > 0)
			heard = now;
		for (int i = 0; i < n; i++) {
			struct wire *w = ready[i].data.ptr;
			if (listen_to(r, w))
				continue;
			epoll_ctl(epoll, EPOLL_CTL_DEL, w->fd, NULL);
			open--;
		}
	}
}

struct load_result
load_run(const struct load *l)
{
	struct run *r = calloc(1, sizeof(*r));
	int epoll = epoll_create1(0);

	must(r != NULL && epoll >= 0);
	r->load = l;
	for (int i = 0; i < LOAD_CONNECTIONS; i++) {
		struct wire *w = &r->wires[i];
		struct epoll_event e = { .events = EPOLLIN, .data.ptr = w };
		w->fd = connected(l->port);
		must(w->fd >= 0 && epoll_ctl(epoll, EPOLL_CTL_ADD, w->fd, &e) == 0);
	}
	int64_t start = machine_monotonic_us();
	for (int i = 0; i < LOAD_CONNECTIONS; i++)
		ask(r, &r->wires[i]);
	pump(r, epoll);
	int64_t took = machine_monotonic_us() - start;
	for (int i = 0; i < LOAD_CONNECTIONS; i++)
		close(r->wires[i].fd);
	close(epoll);
	struct load_result result = r->result;
	result.per_second = (double)r->answered * 1e6 / (double)(took > 0 ? took : 1);
	result.bad += l->total - r->answered;
	free(r);
	return result;
}

/* Between two knocks: short beside a start, long beside a knock. */
static void
pause_briefly(void)
{
	struct timespec t = { .tv_nsec = 50000 };

	pselect(0, NULL, NULL, NULL, &t, NULL);
}

int64_t
load_first_reply(int port, const struct packet *p)
{
	int64_t start = machine_monotonic_us(), now = start;
	char byte;
	int fd = -1;

	while (fd < 0 && now - start < 10000000) {
		fd = connected(port);
		if (fd < 0)
			pause_briefly();
		now = machine_monotonic_us();
	}
	if (fd < 0)
		return -1;
	bool answered = send(fd, p->bytes, p->size, MSG_NOSIGNAL) == (ssize_t)p->size &&
			recv(fd, &byte, 1, 0) == 1;
	close(fd);
	return answered ? machine_monotonic_us() - start : -1;
}
