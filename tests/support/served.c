#include "tests/support/served.h"

#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include "base/digest.h"
#include "base/log.h"
#include "clock/machine.h"
#include "world/policy/rulebook.h"

static void
complain(struct exchange *x, const struct problem *p)
{
	exchange_answer(x, p->status, "text/plain", p->code, strlen(p->code));
}

void
served_open(struct served *s, const struct served_wish *wish)
{
	struct world_card card;

	*s = (struct served){ .arena = arena_new(), .rules = rulebook_open(NULL) };
	must(s->rules != NULL);
	log_set_level(LOG_ERROR);
	s->tables[0] = wish->routes;
	s->server = server_new(&(struct server_config){
	    .engine = { .rules = s->rules,
		.routes = s->tables,
		.check_answers = true,
		.complain = complain,
		.data = wish->data,
		.tls_name = wish->tls_name,
		.control_token = wish->token,
		.journal = 100,
		.balance = 100000 },
	    .listen = "127.0.0.1",
	    .idle_seconds = wish->idle_seconds,
	    .body_seconds = wish->body_seconds,
	});
	must(s->server != NULL);
	must(engine_create(server_engine(s->server), s->arena,
		 &(struct world_wish){ .name = "demo",
		     .start = 1767225600,
		     .seed = 1,
		     .user = "demo",
		     .key = SERVED_KEY },
		 &card) == MADE);
	must(server_open(s->server));
}

void
served_close(struct served *s)
{
	server_free(s->server);
	rulebook_record(s->rules);
	rulebook_close(s->rules);
	arena_free(s->arena);
}

int
served_port(const struct served *s, enum door door)
{
	return server_port(s->server, door);
}

bool
served_noted(struct served *s, const char *text)
{
	struct desk_row rows[500];
	size_t n = engine_desk(server_engine(s->server), s->arena, 0, 500, rows);

	for (size_t i = 0; i < n; i++)
		if (strstr(rows[i].what, text) != NULL)
			return true;
	return false;
}

void
talk_open(struct talk *t, int port)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };

	*t = (struct talk){ .socket = socket(AF_INET, SOCK_STREAM, 0) };
	buf_open(&t->got, 0);
	must(t->socket >= 0);
	must(connect(t->socket, (struct sockaddr *)&to, sizeof(to)) == 0);
}

void
talk_close(struct talk *t)
{
	close(t->socket);
	buf_close(&t->got);
}

/* A server that has heard enough may be gone; that is for the reader to see. */
void
talk_send(struct talk *t, const void *bytes, size_t n)
{
	const char *at = bytes;

	while (n > 0) {
		ssize_t k = send(t->socket, at, n, MSG_NOSIGNAL);
		if (k <= 0)
			return;
		at += k;
		n -= (size_t)k;
	}
}

void
talk_say(struct talk *t, const char *text)
{
	talk_send(t, text, strlen(text));
}

bool
talk_read_some(struct talk *t)
{
	struct pollfd p = { .fd = t->socket, .events = POLLIN };
	char bytes[65536];

	must(poll(&p, 1, PATIENCE_MS) == 1);
	ssize_t n = recv(t->socket, bytes, sizeof(bytes), 0);
	if (n > 0)
		buf_add(&t->got, bytes, (size_t)n);
	else if (n == 0)
		t->ended = true;
	else
		t->error = errno;
	return n > 0;
}

void
talk_read_all(struct talk *t)
{
	while (talk_read_some(t))
		;
}

/* The length of the whole answer that begins at TEXT; 0: not all of it is in. */
static size_t
answer_length(const char *text, size_t have)
{
	const char *end = strstr(text, "\r\n\r\n");
	const char *length = strstr(text, "Content-Length: ");

	if (end == NULL)
		return 0;
	size_t head = (size_t)(end - text) + 4;
	if (strncmp(text, "HTTP/1.1 100", 12) == 0)
		return head;
	size_t body = length != NULL && length < end ? strtoul(length + 16, NULL, 10) : 0;
	return have >= head + body ? head + body : 0;
}

static int
whole_answers(const struct talk *t)
{
	size_t at = 0, n;
	int count = 0;

	while ((n = answer_length(t->got.data + at, t->got.size - at)) > 0) {
		count += strncmp(t->got.data + at, "HTTP/1.1 100", 12) != 0;
		at += n;
	}
	return count;
}

void
talk_read_answers(struct talk *t, int n)
{
	while (whole_answers(t) < n && talk_read_some(t))
		;
}

const char *
served_ask(struct served *s, enum door door, const char *bytes)
{
	struct talk t;

	talk_open(&t, served_port(s, door));
	talk_say(&t, bytes);
	talk_read_all(&t);
	const char *got = arena_strndup(s->arena, t.got.data, t.got.size);
	talk_close(&t);
	return got;
}

const char *
served_sign(struct served *s, const char *body, size_t n)
{
	char inner[DIGEST_MD5_HEX], outer[DIGEST_MD5_HEX];

	digest_md5_hex2(body, n, SERVED_KEY, strlen(SERVED_KEY), inner);
	digest_md5_hex2(inner, strlen(inner), SERVED_KEY, strlen(SERVED_KEY), outer);
	return arena_strdup(s->arena, outer);
}

double
cpu_ms(void)
{
	struct rusage u;

	must(getrusage(RUSAGE_SELF, &u) == 0);
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1000.0 +
	       (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1000.0;
}
