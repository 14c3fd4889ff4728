/*
 * Session: one client of a TCP port, apart from its socket.
 *
 * A protocol is three functions over what came (`in`), what goes out (`out`) and a
 * state of its own.  They never wait and never see a socket.  Whoever carries the
 * session - the loop, a fuzzer, a test - adds bytes to `in`, calls session_hear(),
 * does what the step says, and sends what is in `out` meanwhile.
 */
#ifndef WIRE_TCP_SESSION_H
#define WIRE_TCP_SESSION_H

#include "base/buf.h"
#include "engine/engine.h"

enum step {
	STEP_NEXT, /* inside a protocol only: there may be more in `in` */
	STEP_READ, /* more bytes are wanted */
	STEP_PAUSE, /* so they are; but if none come for a moment, set `paused` and go on */
	STEP_ASK, /* have the engine answer `x`, then session_answered() */
	STEP_CLOSE, /* when `out` has left */
	STEP_RESET, /* at once */
};

struct session_config { /* outlives the session */
	struct engine *engine;
	const char *world; /* whom those ask who do not say */
	void (*draw)(void *bytes, size_t n); /* randomness */
};

struct session {
	const struct protocol *protocol;
	const struct session_config *config;
	struct arena *life; /* dies with the session */
	struct arena *arena; /* of the request in hand */
	const char *peer;
	struct seat seat; /* of a protocol with users */
	struct buf in, out;
	size_t heard; /* so much of `in` is done with */
	bool ended; /* the client will say no more */
	bool paused; /* it has been silent for a moment */
	struct exchange x;
	void *state;
};

struct protocol {
	enum door door;
	size_t most; /* bytes that may have to be in `in` at once */
	bool has_users;
	enum step (*begin)(struct session *s); /* somebody came */
	enum step (*hear)(struct session *s);
	enum step (*answered)(struct session *s);
};

enum step session_begin(struct session *s, const struct protocol *p,
    const struct session_config *config, const char *peer);
void session_end(struct session *s);
enum step session_hear(struct session *s);
enum step session_answered(struct session *s);

/* ---- for protocols ---- */

/* A fresh exchange; the protocol fills in the rest. */
struct exchange *session_exchange(struct session *s, const char *body, size_t size);

/* A session goes wrong before anything reaches a world: the front desk is told. */
enum step session_break(struct session *s, const char *why);

/* What the answer says about the connection: STEP_NEXT where the reply, of which CUT
 * bytes are to be sent, is followed by others. */
enum step session_after(const struct exchange *x, size_t *cut);

extern const struct protocol protocol_legacy, protocol_lookup;

#endif
