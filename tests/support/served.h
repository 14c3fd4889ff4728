/*
 * A server in this process, on free ports of the loopback address, with the
 * world "demo", its user "demo" and routes of the test's own; and a client that
 * speaks raw bytes to it.
 *
 * Waiting is done by poll() on a socket, never by sleeping.  A read that takes
 * longer than PATIENCE_MS fails the test.
 */
#ifndef SUPPORT_SERVED_H
#define SUPPORT_SERVED_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "wire/server.h"

#define PATIENCE_MS 20000
#define SERVED_KEY "0123456789abcdef0123456789abcdef"

struct served {
	struct arena *arena;
	const struct rulebook *rules;
	struct server *server;
	const struct route *tables[2];
};

struct served_wish { /* of zeroes is fine */
	const struct route *routes;
	int idle_seconds, body_seconds;
	const char *data, *tls_name, *token;
};

void served_open(struct served *s, const struct served_wish *wish);
void served_close(struct served *s);
int served_port(const struct served *s, enum door door);

/* Has the front desk noted something with TEXT in it? */
bool served_noted(struct served *s, const char *text);

/* ---- the client ---- */

struct talk {
	int socket;
	struct buf got;
	bool ended; /* the server closed */
	int error; /* errno of the read that failed; 0 */
};

void talk_open(struct talk *t, int port);
void talk_close(struct talk *t);
void talk_send(struct talk *t, const void *bytes, size_t n);
void talk_say(struct talk *t, const char *text);
bool talk_read_some(struct talk *t); /* false: it has ended */
void talk_read_all(struct talk *t); /* until the server closes */
/* Until N whole answers are in, by their Content-Length; those come first in
 * `got`.  Skips a 100 Continue. */
void talk_read_answers(struct talk *t, int n);

/* One request, everything until the server closes; in the arena. */
const char *served_ask(struct served *s, enum door door, const char *bytes);

/* The body, signed for demo: what stands in the X-Signature header. */
const char *served_sign(struct served *s, const char *body, size_t n);

/* Milliseconds of processor that this process has used. */
double cpu_ms(void);

#endif
