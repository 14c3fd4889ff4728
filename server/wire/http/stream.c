/*
 * Streams: answers that leave piece by piece, as the engine pushes them.
 *
 * The engine's threads put pieces in, the loop thread takes them out.  While there
 * are none the connection is suspended, so that nobody spins.  A connection that
 * ends before the engine is done with it leaves its request behind, and whoever
 * of the two is last clears up; `gone` and `ended` say so, under the listener's
 * lock.
 */
#include "wire/http/request.h"

#define TOO_FAR_BEHIND (4 * 1024 * 1024) /* bytes that wait for their reader */

/* With the lock. */
static void
wake(struct request *r)
{
	if (!r->stream.suspended)
		return;
	r->stream.suspended = false;
	MHD_resume_connection(r->connection);
}

/* With the lock: what came in meanwhile is what leaves next. */
static size_t
left_to_send(struct stream *s)
{
	if (s->sent == s->leaving.size) {
		struct buf empty = s->leaving;
		s->leaving = s->coming;
		s->coming = empty;
		buf_clear(&s->coming);
		s->sent = 0;
	}
	return s->leaving.size - s->sent;
}

static ssize_t
read_piece(void *request, uint64_t at, char *to, size_t room)
{
	struct request *r = request;
	struct stream *s = &r->stream;
	ssize_t n = 0;

	(void)at;
	pthread_mutex_lock(&r->listener->streams);
	size_t left = left_to_send(s);
	if (left > 0) {
		n = (ssize_t)(left < room ? left : room);
		memcpy(to, s->leaving.data + s->sent, (size_t)n);
		s->sent += (size_t)n;
	} else if (s->ended) {
		n = MHD_CONTENT_READER_END_OF_STREAM;
	} else {
		s->suspended = true;
		MHD_suspend_connection(r->connection);
	}
	pthread_mutex_unlock(&r->listener->streams);
	return n;
}

/* With the lock, by the first piece: the head is written by now, and the exchange
 * is the engine's as long as the stream lasts. */
static void
begin(struct request *r)
{
	struct stream *s = &r->stream;

	s->response = MHD_create_response_from_callback(
	    MHD_SIZE_UNKNOWN, 16384, read_piece, r, NULL);
	must(s->response != NULL);
	buf_open(&s->coming, 0);
	buf_open(&s->leaving, 0);
	s->status = r->x.status;
	for (size_t i = 0; i < r->x.out_count; i++)
		MHD_add_response_header(s->response, r->x.out[i].name, r->x.out[i].value);
	r->stage = STAGE_STREAMING;
}

bool
stream_push(void *request, const void *bytes, size_t size)
{
	struct request *r = request;
	struct stream *s = &r->stream;

	pthread_mutex_lock(&r->listener->streams);
	bool reads = !s->gone && s->coming.size + size <= TOO_FAR_BEHIND;
	if (reads) {
		if (s->response == NULL)
			begin(r);
		buf_add(&s->coming, bytes, size);
		wake(r);
	}
	pthread_mutex_unlock(&r->listener->streams);
	return reads;
}

bool
stream_end(struct request *r)
{
	pthread_mutex_lock(&r->listener->streams);
	bool gone = r->stream.gone;
	r->stream.ended = true;
	if (!gone)
		wake(r);
	pthread_mutex_unlock(&r->listener->streams);
	return gone;
}

bool
stream_leave(struct request *r)
{
	pthread_mutex_lock(&r->listener->streams);
	bool ended = r->stream.ended;
	r->stream.gone = true;
	pthread_mutex_unlock(&r->listener->streams);
	return ended;
}

enum MHD_Result
stream_queue(struct request *r)
{
	return MHD_queue_response(r->connection, (unsigned)r->stream.status, r->stream.response);
}

void
stream_free(struct stream *s)
{
	MHD_destroy_response(s->response);
	buf_close(&s->coming);
	buf_close(&s->leaving);
}
