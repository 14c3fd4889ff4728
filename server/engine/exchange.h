/*
 * Exchange: one request and its answer, as bytes, whatever carried them.
 *
 * Sockets, the scenario player, fuzzers, replay and pages all enter here.  The
 * caller fills what came in; the engine fills what goes out; all of it lives in
 * the arena, which is the caller's.
 */
#ifndef ENGINE_EXCHANGE_H
#define ENGINE_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct seat;

enum door {
	DOOR_HTTPS, /* the reseller API over TLS */
	DOOR_HTTP, /* the same without */
	DOOR_WEB, /* control API and pages */
	DOOR_LEGACY, /* the reseller API, framed and sealed */
	DOOR_LOOKUP, /* the fast lookup: lines, and no users */
};
const char *door_name(enum door d);

/* How the answer ends; what is not SEND is a fault that somebody asked for, or how the
 * vendor sends away who comes from the wrong address. */
enum ending {
	ENDING_SEND,
	ENDING_CLOSE,
	ENDING_RESET,
	ENDING_CUT,
	ENDING_BARE, /* the reply's bytes, with no head of HTTP, and then the end */
};

struct header {
	const char *name, *value; /* trimmed; names in any case */
};
#define MAX_HEADERS_IN 64
#define MAX_HEADERS_OUT 12

struct exchange {
	struct arena *arena;
	/* in */
	enum door door;
	const char *peer; /* address of the client; "inside": it comes over no socket */
	const char *method, *target;
	struct header in[MAX_HEADERS_IN];
	size_t in_count;
	const char *body; /* NUL-terminated; never NULL */
	size_t body_size;
	bool too_large; /* the body went over the limit and was dropped */
	const char *user; /* DOOR_LEGACY: who this says to be, */
	const char *disbelieved; /* and why the door knows better; NULL: it is true */
	int nth; /* DOOR_LEGACY: of the session's commands, from 1; 0: before them */
	const char *world; /* DOOR_LOOKUP: whom it asks */
	struct seat *seat; /* its connection; NULL: it comes over none */
	/* Takes a piece of an answer that streams, whose head is in the exchange by
	 * then; on any thread.  False: nobody reads, or not fast enough; it ends.  NULL:
	 * the answer is wanted whole. */
	bool (*push)(void *closure, const void *bytes, size_t size);
	void *push_closure;
	/* out */
	int status;
	struct header out[MAX_HEADERS_OUT];
	size_t out_count;
	const char *reply;
	size_t reply_size;
	enum ending ending;
	size_t cut; /* ENDING_CUT: after so many bytes of the reply */
	bool last; /* a connection that is a session is closed behind this answer */
};

#define MAX_BODY (4 * 1024 * 1024)

const char *exchange_header(const struct exchange *x, const char *name); /* NULL: none */
void exchange_add_in(struct exchange *x, const char *name, const char *value);
void exchange_add_out(struct exchange *x, const char *name, const char *value);
void
exchange_answer(struct exchange *x, int status, const char *type, const void *bytes, size_t size);

#endif
