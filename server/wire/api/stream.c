/*
 * The stream: everything that happens in a world, as it happens, as server-sent
 * events.
 *
 * After each commit it looks for what is new and pushes it; a comment goes out
 * when nothing happens for a while, so that a reader who has left is noticed.  The
 * id of an event is a place in the world's story: whoever comes back with it in
 * Last-Event-ID misses nothing and gets nothing twice.  The stream ends with the
 * state it tells of (restore, reset, delete), with the server, and where its reader
 * is too far behind; a browser then comes back by itself.
 */
#include "base/arena.h"
#include "wire/api/api.h"
#include "wire/api/news.h"

#define SILENCE 15 /* real seconds */
#define MOST (1024 * 1024) /* bytes for one look */

const struct field shape_stream_filter[] = {
	MAY("since", TEXT), /* as Last-Event-ID, or "begin" */
	SHAPE_END,
};
const struct field shape_event_stream[] = { HAS("text/event-stream", BYTES), SHAPE_END };

struct stream {
	struct place place;
	instant now; /* last told */
};

static const struct problem *
find_place(struct call *c, struct place *p)
{
	const char *text = exchange_header(c->x, "Last-Event-ID");

	if (text == NULL)
		text = call_query(c, "since");
	*p = place_of_end(c);
	if (text == NULL || *text == '\0')
		return NULL;
	if (strcmp(text, "begin") == 0) {
		*p = place_of_beginning(c);
		return NULL;
	}
	if (!place_parse(text, p))
		return problem_new(c, 400, "bad_cursor",
		    "\"%s\" is no place: take the id of an event, or \"begin\".", text);
	if (p->epoch != c->epoch)
		return problem_new(c, 410, "stale_cursor",
		    "The world has been restored or reset since: begin again without an id.");
	return NULL;
}

static const struct problem *
begin(struct call *c)
{
	struct stream *s = NEW(c->x->arena, struct stream);
	const struct problem *p = query_check(c);

	if (p == NULL)
		p = find_place(c, &s->place);
	if (p != NULL)
		return p;
	s->now = -1;
	c->stream = s;
	exchange_add_out(c->x, "Cache-Control", "no-store");
	exchange_add_out(c->x, "Date", arena_strdup(c->x->arena, instant_http(c->world->now).text));
	return answer_bytes(c, "", 0);
}

/* What time it is, where that was not told yet: at the beginning, too, so that
 * there is an id to come back with. */
static void
tell_time(struct call *c, struct stream *s, struct buf *to)
{
	if (s->now == c->world->now)
		return;
	s->now = c->world->now;
	news_tell(c, &s->place, to, "clock",
	    json_text(c->arena, json_pack("{s:o}", "now", json_instant(s->now))));
}

/* False: there may be more. */
static bool
write_news(struct call *c, struct stream *s, struct buf *to)
{
	if (s->place.epoch != c->epoch) {
		s->place = place_of_end(c);
		news_tell(c, &s->place, to, "restored",
		    json_text(c->arena, json_pack("{s:o}", "now", json_instant(c->world->now))));
		return true;
	}
	if (!news_write(c, &s->place, to, MOST))
		return false;
	tell_time(c, s, to);
	if (to->size == 0 && c->expired && !c->stopping)
		buf_text(to, ":\n\n");
	return true;
}

/* False: nobody reads on. */
static bool
push(struct call *c, const struct buf *news)
{
	return news->size == 0 || c->x->push(c->x->push_closure, news->data, news->size);
}

static bool
push_news(struct call *c, struct stream *s)
{
	bool all = false, reads = true;

	while (!all && reads) {
		struct buf news;
		buf_open(&news, 0);
		all = write_news(c, s, &news);
		reads = push(c, &news);
		buf_close(&news);
	}
	return reads;
}

/* For whoever does not want it in pieces: what there is now. */
static const struct problem *
answer_whole(struct call *c, struct stream *s)
{
	struct buf news;

	buf_open(&news, 0);
	(void)write_news(c, s, &news);
	c->x->reply = arena_strndup(c->x->arena, news.data, news.size);
	c->x->reply_size = news.size;
	buf_close(&news);
	return NULL;
}

const struct problem *
api_stream(struct call *c)
{
	const struct problem *p = c->stream == NULL ? begin(c) : NULL;
	struct stream *s = c->stream;

	if (p != NULL)
		return p;
	if (c->x->push == NULL)
		return answer_whole(c, s);
	bool replaced = s->place.epoch != c->epoch;
	return push_news(c, s) && !replaced && !c->stopping ? call_wait(c, SILENCE) : NULL;
}
