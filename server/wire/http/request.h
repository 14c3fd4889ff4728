/* A request on its way: what request.c and stream.c share. */
#ifndef WIRE_HTTP_REQUEST_H
#define WIRE_HTTP_REQUEST_H

#include "base/must.h"
#include "wire/http/internal.h"

enum stage {
	STAGE_HEADERS, /* the request line is in */
	STAGE_BODY, /* the headers are in */
	STAGE_ASKED, /* the engine has it */
	STAGE_ANSWERED, /* the exchange is filled */
	STAGE_STREAMING, /* the head of a stream is there, and its first piece */
	STAGE_REPLIED, /* the library has it, or the connection is given up */
};

/* Under the listener's lock `streams`, once the first piece has come. */
struct stream {
	struct MHD_Response *response; /* NULL: no piece has come */
	int status;
	struct buf coming, leaving;
	size_t sent; /* of `leaving` */
	bool suspended; /* the connection is, and a piece wakes it */
	bool ended; /* the engine has no more */
	bool gone; /* the connection is closed */
};

struct request {
	struct listener *listener;
	struct MHD_Connection *connection;
	const struct visit *visit;
	enum stage stage;
	struct arena *arena;
	struct exchange x;
	struct buf body;
	struct stream stream;
	uint64_t announced, arrived; /* bytes of the body */
	bool lengths_differ, counted;
	bool is_old; /* HTTP/1.0 */
	int64_t deadline_us;
};

/* The engine's: see struct exchange. */
bool stream_push(void *request, const void *bytes, size_t size);

/* The engine has no more; true: the connection is closed, the request is yours. */
bool stream_end(struct request *r);

/* The connection is closed; true: the engine had ended, the request is yours. */
bool stream_leave(struct request *r);

enum MHD_Result stream_queue(struct request *r); /* on the loop thread */
void stream_free(struct stream *s); /* of one whose first piece had come */

#endif
