/*
 * The outbox: letters of all worlds on their way out, for whoever sends them on.
 *
 * After each commit the world's new mails are put in, in their order, by whoever
 * has the turn; so a world that is deleted has had its letters collected.  It
 * takes so many and no more: a mail server that is down must not fill the memory.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "engine/internal.h"
#include "mail/mime.h"
#include "world/notice/mail.h"

#define ROOM 10000 /* letters */
#define SLICE 100 /* mails that are read in one go */

struct outbox {
	pthread_mutex_t lock;
	struct outgoing *first, **end;
	size_t count;
	int64_t lost; /* since the last that found room */
};

struct outbox *
outbox_new(void)
{
	struct outbox *o = calloc(1, sizeof(*o));

	must(o != NULL);
	pthread_mutex_init(&o->lock, NULL);
	o->end = &o->first;
	return o;
}

void
outgoing_free(struct outgoing *o)
{
	if (o != NULL)
		arena_free(o->arena);
}

void
outbox_free(struct outbox *o)
{
	if (o == NULL)
		return;
	for (struct outgoing *l = o->first, *next; l != NULL; l = next) {
		next = l->next;
		outgoing_free(l);
	}
	pthread_mutex_destroy(&o->lock);
	free(o);
}

/* "Mon, 04 May 2026 15:20:00 +0000": mail has numbers where HTTP says GMT. */
static const char *
mail_date(struct arena *a, instant at)
{
	struct instant_text http = instant_http(at);

	return arena_printf(a, "%.*s+0000", (int)(strlen(http.text) - strlen("GMT")), http.text);
}

static struct outgoing *
letter_of(const struct world *w, struct arena *a, const struct mail *m)
{
	struct arena *own = arena_new();
	struct outgoing *o = NEW(own, struct outgoing);
	struct letter l = mail_render(a, m);
	struct postmark p = { w->name, mail_date(a, m->at) };
	struct buf out;

	buf_open(&out, 0);
	mime_write(&out, m, &l, &p);
	*o = (struct outgoing){ .arena = own,
		.world = arena_strdup(own, w->name),
		.from = arena_strdup(own, m->sender),
		.to = arena_strdup(own, m->recipient),
		.message = arena_strndup(own, out.data, out.size),
		.size = out.size };
	buf_close(&out);
	return o;
}

static void
put(struct outbox *o, struct outgoing *letter)
{
	pthread_mutex_lock(&o->lock);
	bool room = o->count < ROOM;
	if (room) {
		letter->lost = o->lost;
		o->lost = 0;
		o->count++;
		*o->end = letter;
		o->end = &letter->next;
	} else {
		o->lost++;
	}
	pthread_mutex_unlock(&o->lock);
	if (!room)
		outgoing_free(letter);
}

/* Mails from before it came to us, in a copy or in the data directory, were sent
 * on in their day. */
void
outbox_skip(struct actor *a)
{
	store_begin(a->world.store);
	a->mailed = mail_last(&a->world);
	store_rollback(a->world.store);
	a->mailed_epoch = a->world.epoch;
}

static size_t
collect(struct outbox *o, struct actor *a)
{
	struct arena *arena = arena_new();
	struct mail_filter after = { .since = a->mailed };
	struct mail *rows = NEW_ARRAY(arena, struct mail, SLICE);
	size_t n = mail_list(&a->world, arena, &after, SLICE, rows);

	for (size_t i = 0; i < n; i++)
		put(o, letter_of(&a->world, arena, &rows[i]));
	if (n > 0)
		a->mailed = rows[n - 1].id;
	arena_free(arena);
	return n;
}

void
outbox_collect(struct engine *e, struct actor *a)
{
	size_t n, all = 0;

	if (a->world.epoch != a->mailed_epoch) {
		outbox_skip(a);
		return;
	}
	store_begin(a->world.store);
	do {
		n = collect(e->outbox, a);
		all += n;
	} while (n == SLICE);
	store_rollback(a->world.store);
	if (all > 0)
		e->config.mailed(e->config.mailed_closure);
}

struct outgoing *
engine_take_letter(struct engine *e)
{
	struct outbox *o = e->outbox;

	pthread_mutex_lock(&o->lock);
	struct outgoing *letter = o->first;
	if (letter != NULL) {
		o->first = letter->next;
		o->count--;
		if (o->first == NULL)
			o->end = &o->first;
	}
	pthread_mutex_unlock(&o->lock);
	return letter;
}
