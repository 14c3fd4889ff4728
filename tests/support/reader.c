#include "tests/support/reader.h"

#include <poll.h>
#include <sys/eventfd.h>

#include "base/arena.h"
#include "base/must.h"

#define PATIENCE_MS 20000

static void
ring(struct reader *r)
{
	must(eventfd_write(r->bell, 1) == 0);
}

static bool
take(void *reader, const void *bytes, size_t size)
{
	struct reader *r = reader;

	pthread_mutex_lock(&r->lock);
	bool reads = !r->leaves;
	if (reads)
		buf_add(&r->got, bytes, size);
	pthread_mutex_unlock(&r->lock);
	ring(r);
	return reads;
}

static void
end(void *reader)
{
	struct reader *r = reader;

	pthread_mutex_lock(&r->lock);
	r->ended = true;
	ring(r); /* before the lock is given back: then it may be gone */
	pthread_mutex_unlock(&r->lock);
}

struct reader *
reader_new(struct engine *e, const char *target, const char *last_event_id)
{
	struct reader *r = calloc(1, sizeof(*r));

	must(r != NULL);
	r->a = arena_new();
	r->bell = eventfd(0, EFD_CLOEXEC);
	must(r->bell >= 0);
	pthread_mutex_init(&r->lock, NULL);
	buf_open(&r->got, 0);
	r->x = (struct exchange){ .arena = r->a,
		.door = DOOR_WEB,
		.peer = "127.0.0.1",
		.method = "GET",
		.target = target,
		.body = "",
		.push = take,
		.push_closure = r };
	exchange_add_in(&r->x, "Host", "localhost");
	if (last_event_id != NULL)
		exchange_add_in(&r->x, "Last-Event-ID", last_event_id);
	engine_submit(e, &r->x, end, r);
	return r;
}

const char *
reader_got(struct reader *r)
{
	pthread_mutex_lock(&r->lock);
	const char *text = arena_strndup(r->a, r->got.data, r->got.size);
	pthread_mutex_unlock(&r->lock);
	return text;
}

/* TEXT NULL: only the end will do. */
static bool
is_there(struct reader *r, const char *text)
{
	pthread_mutex_lock(&r->lock);
	bool there = r->ended || (text != NULL && strstr(r->got.data, text) != NULL);
	pthread_mutex_unlock(&r->lock);
	return there;
}

static void
wait_for(struct reader *r, const char *text)
{
	struct pollfd p = { .fd = r->bell, .events = POLLIN };
	eventfd_t rung;

	while (!is_there(r, text)) {
		must(poll(&p, 1, PATIENCE_MS) == 1);
		eventfd_read(r->bell, &rung);
	}
}

void
reader_waits_for(struct reader *r, const char *text)
{
	wait_for(r, text);
	must(strstr(reader_got(r), text) != NULL);
}

void
reader_waits_for_end(struct reader *r)
{
	wait_for(r, NULL);
}

void
reader_leaves(struct reader *r)
{
	pthread_mutex_lock(&r->lock);
	r->leaves = true;
	pthread_mutex_unlock(&r->lock);
}

void
reader_free(struct reader *r)
{
	reader_waits_for_end(r);
	buf_close(&r->got);
	close(r->bell);
	pthread_mutex_destroy(&r->lock);
	arena_free(r->a);
	free(r);
}
