#include "wire/http/request.h"

#include <sys/eventfd.h>

#include "clock/machine.h"

/* So much of a body over the limit is read and dropped before it is refused:
 * who is answered while still sending may never read the answer. */
#define PATIENCE (16 * (uint64_t)MAX_BODY)

static struct arena *
take_arena(struct listener *l)
{
	return l->spare_count > 0 ? l->spare[--l->spare_count] : arena_new();
}

static void
give_arena(struct listener *l, struct arena *a)
{
	if (l->spare_count == SPARE_ARENAS) {
		arena_free(a);
		return;
	}
	arena_reset(a);
	l->spare[l->spare_count++] = a;
}

void *
request_begin(void *listener, const char *target, struct MHD_Connection *connection)
{
	struct listener *l = listener;
	struct arena *a = take_arena(l);
	struct request *r = NEW(a, struct request);
	struct visit *v = visit_of(connection);

	v->asked = true;
	r->listener = l;
	r->connection = connection;
	r->visit = v;
	r->arena = a;
	r->x.arena = a;
	r->x.door = l->config.door;
	r->x.peer = arena_strdup(a, v->peer);
	r->x.seat = &v->seat;
	r->x.target = arena_strdup(a, target);
	r->x.body = "";
	buf_open(&r->body, MAX_BODY);
	return r;
}

static const char *
trimmed(struct arena *a, const char *value)
{
	while (*value == ' ' || *value == '\t')
		value++;
	size_t n = strlen(value);
	while (n > 0 && (value[n - 1] == ' ' || value[n - 1] == '\t'))
		n--;
	return arena_strndup(a, value, n);
}

static enum MHD_Result
take_header(void *request, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct request *r = request;
	struct exchange *x = &r->x;

	(void)kind;
	value = trimmed(r->arena, value == NULL ? "" : value);
	if (strcasecmp(name, "Content-Length") == 0) {
		/* Some clients send it twice.  The library goes by the first. */
		const char *before = exchange_header(x, name);
		if (before != NULL && strcmp(before, value) != 0)
			r->lengths_differ = true;
		else
			r->announced = strtoull(value, NULL, 10);
	}
	if (x->in_count < MAX_HEADERS_IN)
		exchange_add_in(x, arena_strdup(r->arena, name), value);
	return MHD_YES;
}

static void
note(const struct request *r, const char *what)
{
	const struct listener_config *config = &r->listener->config;

	engine_desk_note(config->engine, config->door, r->visit->peer, what);
}

/* The connection cannot go on, and whoever sent that is told why. */
static enum MHD_Result
give_up(struct request *r, const char *status, const char *sentence)
{
	note(r, sentence);
	reply_raw(r->connection, r->visit->socket, status, sentence);
	r->stage = STAGE_REPLIED;
	return MHD_NO;
}

static enum MHD_Result
send_reply(struct request *r)
{
	r->stage = STAGE_REPLIED;
	return reply_queue(r->connection, r->visit->socket, &r->x, r->is_old);
}

/* On the loop thread, with the LISTENER whose arenas are used again; on others with
 * NULL. */
static void
forget(struct request *r, struct listener *arenas)
{
	struct listener *l = r->listener;
	bool counted = r->counted;

	if (r->stream.response != NULL)
		stream_free(&r->stream);
	buf_close(&r->body);
	if (arenas != NULL)
		give_arena(arenas, r->arena);
	else
		arena_free(r->arena);
	if (counted && atomic_fetch_sub(&l->asked, 1) == 1 && l->quiesced)
		must(eventfd_write(l->left, 1) == 0);
}

/* Called by the engine, on any thread.  As soon as it is resumed, the request
 * belongs to the loop thread and may be gone. */
static void
answered(void *request)
{
	struct request *r = request;

	if (r->stream.response != NULL) {
		if (stream_end(r))
			forget(r, NULL);
		return;
	}
	r->stage = STAGE_ANSWERED;
	MHD_resume_connection(r->connection);
}

/* Only pages and the control API stream, and nobody streams a head alone. */
static bool
may_stream(const struct request *r)
{
	return r->x.door == DOOR_WEB && strcmp(r->x.method, "GET") == 0;
}

static enum MHD_Result
ask(struct request *r)
{
	struct listener *l = r->listener;

	r->x.body = r->body.data;
	r->x.body_size = r->body.size;
	r->stage = STAGE_ASKED;
	r->counted = true;
	atomic_fetch_add(&l->asked, 1);
	if (engine_try(l->config.engine, &r->x))
		return send_reply(r);
	if (may_stream(r)) {
		r->x.push = stream_push;
		r->x.push_closure = r;
	}
	r->stream.suspended = true;
	MHD_suspend_connection(r->connection);
	engine_submit(l->config.engine, &r->x, answered, r);
	return MHD_YES;
}

static enum MHD_Result
refuse_lengths(struct request *r)
{
	const char *sentence = "two Content-Length headers that differ\n";

	note(r, "two Content-Length headers that differ");
	exchange_answer(&r->x, 400, "text/plain", sentence, strlen(sentence));
	return send_reply(r);
}

static bool
says_expect(const struct exchange *x)
{
	return exchange_header(x, "Expect") != NULL;
}

static enum MHD_Result
take_headers(struct request *r, const char *method, const char *version)
{
	r->is_old = strcmp(version, MHD_HTTP_VERSION_1_0) == 0;
	r->x.method = arena_strdup(r->arena, method);
	MHD_get_connection_values(r->connection, MHD_HEADER_KIND, take_header, r);
	r->deadline_us = machine_monotonic_us() +
			 (int64_t)r->listener->config.body_seconds * INT64_C(1000000);
	r->stage = STAGE_BODY;
	if (r->lengths_differ)
		return refuse_lengths(r);
	if (r->announced > PATIENCE || (r->announced > MAX_BODY && says_expect(&r->x))) {
		r->x.too_large = true;
		return ask(r);
	}
	return MHD_YES;
}

static enum MHD_Result
take_body(struct request *r, const char *bytes, size_t n)
{
	r->arrived += n;
	if (machine_monotonic_us() > r->deadline_us)
		return give_up(r, "408 Request Timeout", "the body arrives too slowly");
	if (r->arrived > PATIENCE)
		return give_up(r, "413 Content Too Large", "the body does not end");
	buf_add(&r->body, bytes, n);
	if (r->body.over && !r->x.too_large) {
		r->x.too_large = true;
		buf_close(&r->body);
		buf_open(&r->body, 1);
		r->body.over = true;
	}
	return MHD_YES;
}

enum MHD_Result
request_handle(void *listener, struct MHD_Connection *connection, const char *url,
    const char *method, const char *version, const char *upload, size_t *upload_size,
    void **request)
{
	struct request *r = *request;
	size_t n = *upload_size;

	(void)listener;
	(void)connection;
	(void)url;
	*upload_size = 0;
	switch (r->stage) {
	case STAGE_HEADERS:
		return take_headers(r, method, version);
	case STAGE_BODY:
		return n > 0 ? take_body(r, upload, n) : ask(r);
	case STAGE_ANSWERED:
		return send_reply(r);
	case STAGE_STREAMING:
		r->stage = STAGE_REPLIED;
		return stream_queue(r);
	case STAGE_ASKED:
	case STAGE_REPLIED:
		break;
	}
	return MHD_YES;
}

/* It ended before it was whole, so nobody has answered yet. */
static void
break_off(struct request *r, enum MHD_RequestTerminationCode code)
{
	if (code == MHD_REQUEST_TERMINATED_DAEMON_SHUTDOWN)
		return;
	if (r->stage == STAGE_HEADERS)
		note(r, "a request line without sound headers"); /* the library has answered */
	else if (code == MHD_REQUEST_TERMINATED_TIMEOUT_REACHED)
		give_up(r, "408 Request Timeout", "the body stopped coming");
	else
		give_up(r, "400 Bad Request", "the body is shorter than its Content-Length");
}

void
request_end(void *listener, struct MHD_Connection *connection, void **request,
    enum MHD_RequestTerminationCode code)
{
	struct listener *l = listener;
	struct request *r = *request;

	(void)connection;
	if (r == NULL)
		return;
	*request = NULL;
	if (r->stage < STAGE_ASKED)
		break_off(r, code);
	if (r->stream.response == NULL || stream_leave(r))
		forget(r, l);
}
