/*
 * A client of the legacy port or of the fast lookup, in C.
 *
 * It speaks to a session of its own in this process, or, with a talk, over a socket.
 * Randomness is the same each time: the session's draws are counted bytes.
 */
#ifndef SUPPORT_CALLER_H
#define SUPPORT_CALLER_H

#include "tests/support/served.h"
#include "wire/tcp/session.h"
#include "xcp/cipher.h"
#include "xcp/value.h"

struct caller {
	struct arena *arena;
	struct talk *talk; /* NULL: the session below */
	struct session session;
	enum step step;
	struct buf got; /* of a session: what was in its `out`; of a talk: see there */
	size_t read; /* so much of what came has been looked at */
	const struct cipher *cipher; /* NULL: nothing is sealed yet */
	int vectors;
};

void caller_open(struct caller *c, struct engine *e, const struct protocol *p, const char *peer);
void caller_open_over(struct caller *c, struct talk *t);
void caller_close(struct caller *c);

void caller_send(struct caller *c, const void *bytes, size_t n);
void caller_say(struct caller *c, const char *text);
void caller_end(struct caller *c); /* it will say no more */
void caller_pause(struct caller *c); /* a moment passes; of a session only */
bool caller_is_left(struct caller *c); /* the server has closed, and nothing more came */

/* The next frame that came; NULL: there is none, or the server has left. */
const char *caller_frame(struct caller *c, size_t *n);
const char *caller_line(struct caller *c); /* the next line, without its end */

void caller_send_frame(struct caller *c, const void *payload, size_t n);
void caller_send_sealed(struct caller *c, const void *plain, size_t n);

/* A message, sealed once the session is, and the reply's tree; NULL: none came. */
const char *
caller_message(struct arena *a, const char *action, const char *object, const char *const *pairs);
void caller_tell(struct caller *c, const char *message);
const struct value *caller_reply(struct caller *c);
#define CALL(c, action, object, ...) \
	(caller_tell((c), caller_message((c)->arena, (action), (object), \
			      (const char *const[]){ __VA_ARGS__, NULL })), \
	    caller_reply(c))

/* The whole handshake, with this key; the reply to it. */
const struct value *
caller_login(struct caller *c, enum cipher_kind kind, const char *username, const char *key);
/* Up to the challenge, which comes back; NULL: there was none. */
const char *caller_knock(struct caller *c, const char *cipher, const char *username, size_t *n);

int caller_code(const struct value *reply); /* 0: no reply */

#endif
