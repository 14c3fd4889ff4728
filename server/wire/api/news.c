#include "wire/api/news.h"

#include "base/arena.h"
#include "mail/render.h"
#include "wire/api/api.h"
#include "world/journal/journal.h"
#include "world/notice/event.h"
#include "world/notice/mail.h"
#include "world/time/move.h"

#define SLICE 100 /* rows of each kind that are looked at in one go */

struct item {
	instant at;
	int64_t id;
	const char *json;
};

/* The rows after SINCE as JSON, in the call's arena. */
typedef size_t news_fn(struct call *c, int64_t since, struct item *items);

static size_t
fired(struct call *c, int64_t since, struct item *items)
{
	struct fired *rows = NEW_ARRAY(c->arena, struct fired, SLICE);
	size_t n = history_list(c->world, c->arena, since, NULL, NULL, SLICE, rows);

	for (size_t i = 0; i < n; i++)
		items[i] = (struct item){ rows[i].at, rows[i].id,
			json_text(c->arena, fired_json(c->arena, &rows[i])) };
	return n;
}

/* Without its bodies: whoever wants to read it asks for it. */
static json_t *
short_mail_json(struct call *c, const struct mail *m)
{
	struct letter l = mail_render(c->arena, m);

	return json_pack("{s:I, s:o, s:s, s:s, s:s, s:s, s:s}", "id", (json_int_t)m->id, "at",
	    json_instant(m->at), "to", m->recipient, "type", m->type, "domain", m->domain,
	    "subject", l.subject, "status", m->status);
}

static size_t
mails(struct call *c, int64_t since, struct item *items)
{
	struct mail_filter after = { .since = since };
	struct mail *rows = NEW_ARRAY(c->arena, struct mail, SLICE);
	size_t n = mail_list(c->world, c->arena, &after, SLICE, rows);

	for (size_t i = 0; i < n; i++)
		items[i] = (struct item){ rows[i].at, rows[i].id,
			json_text(c->arena, short_mail_json(c, &rows[i])) };
	return n;
}

static size_t
events(struct call *c, int64_t since, struct item *items)
{
	struct event *rows = NEW_ARRAY(c->arena, struct event, SLICE);
	size_t n = event_list(c->world, c->arena, since, SLICE, rows);

	for (size_t i = 0; i < n; i++)
		items[i] = (struct item){ rows[i].at, rows[i].id,
			json_text(c->arena, event_json(c, &rows[i])) };
	return n;
}

/* Without its bytes: the journal has them. */
static json_t *
short_request_json(const struct journal_row *r)
{
	return json_pack("{s:I, s:o, s:s, s:o, s:o, s:o, s:o, s:i}", "id", (json_int_t)r->id, "at",
	    json_instant(r->at), "door", r->door, "user", json_text_value(r->username), "action",
	    json_text_value(r->action), "object", json_text_value(r->object), "target",
	    json_text_value(r->target), "code", r->code);
}

static size_t
requests(struct call *c, int64_t since, struct item *items)
{
	struct journal_row *rows = NEW_ARRAY(c->arena, struct journal_row, SLICE);
	size_t n = journal_list(c->world, c->arena, NULL, NULL, since, SLICE, rows);

	for (size_t i = 0; i < n; i++)
		items[i] = (struct item){ rows[i].at, rows[i].id,
			json_text(c->arena, short_request_json(&rows[i])) };
	return n;
}

/* Of one instant in this order: what fires sends mails and events, and a request
 * is told once it is answered. */
static const struct {
	const char *name;
	news_fn *list;
	int64_t (*last)(struct world *w);
} sources[NEWS_KINDS] = {
	[NEWS_FIRED] = { "fired", fired, history_last },
	[NEWS_MAIL] = { "mail", mails, mail_last },
	[NEWS_EVENT] = { "event", events, event_last },
	[NEWS_REQUEST] = { "request", requests, journal_last },
};

struct place
place_of_beginning(struct call *c)
{
	return (struct place){ .epoch = c->epoch };
}

struct place
place_of_end(struct call *c)
{
	struct place p = place_of_beginning(c);

	for (size_t i = 0; i < NEWS_KINDS; i++)
		p.seen[i] = sources[i].last(c->world);
	return p;
}

const char *
place_text(struct arena *a, const struct place *p)
{
	const char *text = arena_printf(a, "e%" PRId64, p->epoch);

	for (size_t i = 0; i < NEWS_KINDS; i++)
		text = arena_printf(a, "%s-%" PRId64, text, p->seen[i]);
	return text;
}

static bool
parse_number(const char **at, char before, int64_t *n)
{
	char *end;

	if ((*at)[0] != before || (*at)[1] < '0' || (*at)[1] > '9')
		return false;
	*n = strtoll(*at + 1, &end, 10);
	*at = end;
	return true;
}

bool
place_parse(const char *text, struct place *p)
{
	if (!parse_number(&text, 'e', &p->epoch))
		return false;
	for (size_t i = 0; i < NEWS_KINDS; i++)
		if (!parse_number(&text, '-', &p->seen[i]))
			return false;
	return *text == '\0';
}

void
news_tell(struct call *c, const struct place *p, struct buf *to, const char *name, const char *json)
{
	buf_printf(to, "id: %s\nevent: %s\ndata: %s\n\n", place_text(c->arena, p), name, json);
}

struct slice {
	struct item items[SLICE];
	size_t count, next;
};

/* The earliest of what is next in each; NEWS_KINDS: nothing is left. */
static size_t
earliest(const struct slice *slices)
{
	size_t first = NEWS_KINDS;

	for (size_t i = 0; i < NEWS_KINDS; i++) {
		const struct slice *s = &slices[i];
		if (s->next < s->count &&
		    (first == NEWS_KINDS ||
			s->items[s->next].at < slices[first].items[slices[first].next].at))
			first = i;
	}
	return first;
}

/* True: that was all.  A kind whose slice is used up may go on in its table,
 * before what the others have next. */
static bool
write_slices(struct call *c, struct place *p, struct buf *to, size_t most)
{
	struct slice *slices = NEW_ARRAY(c->arena, struct slice, NEWS_KINDS);
	size_t i;

	for (i = 0; i < NEWS_KINDS; i++)
		slices[i].count = sources[i].list(c, p->seen[i], slices[i].items);
	while ((i = earliest(slices)) < NEWS_KINDS && to->size < most) {
		const struct item *item = &slices[i].items[slices[i].next++];
		p->seen[i] = item->id;
		news_tell(c, p, to, sources[i].name, item->json);
		if (slices[i].next == SLICE)
			return false;
	}
	return i == NEWS_KINDS;
}

bool
news_write(struct call *c, struct place *p, struct buf *to, size_t most)
{
	while (to->size < most)
		if (write_slices(c, p, to, most))
			return true;
	return false;
}
