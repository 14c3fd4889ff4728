/* One request of the reseller API in its world's turn: one transaction. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/log.h"
#include "command/line.h"
#include "engine/internal.h"
#include "world/fault/fault.h"
#include "world/journal/journal.h"
#include "world/turn.h"
#include "xcp/parse.h"
#include "xcp/write.h"

/* What a door's requests and replies are written in. */
struct tongue {
	struct outcome (*dispatch)(struct job *j, const char **diagnosis);
	void (*write)(struct exchange *x, const struct outcome *o);
};

static const char *
diagnosis_of(const struct xcp_message *m)
{
	if (m->top == NULL)
		return m->error;
	return m->repaired ? "& or < in a value was not escaped; read as it was meant" : "";
}

static bool
reserve(const struct usher *u, const char *username, const char *key)
{
	struct job *j = u->closure;

	return directory_reserve(j->engine, j->actor, username, key);
}

static struct outcome
dispatch_tree(struct job *j, const char **diagnosis)
{
	struct exchange *x = j->x;
	struct xcp_message m = xcp_parse(j->actor->parser, x->arena, x->body, x->body_size);
	const struct usher usher = { reserve, j };

	*diagnosis = diagnosis_of(&m);
	return dispatch_at(
	    &j->actor->world, x->arena, j->visitor.reseller, m.top, j->visitor.place, &usher);
}

/* The reply's bytes; the layout is the vendor's. */
static void
write_tree(struct exchange *x, const struct outcome *o)
{
	struct buf out;

	buf_open(&out, 0);
	xcp_write(&out, o->reply);
	x->reply = arena_strndup(x->arena, out.data, out.size);
	x->reply_size = out.size;
	buf_close(&out);
}

static const struct tongue trees = { dispatch_tree, write_tree };

static struct outcome
dispatch_line(struct job *j, const char **diagnosis)
{
	struct exchange *x = j->x;

	*diagnosis = "";
	return line_dispatch(&j->actor->world, x->arena, x->body, x->body_size, j->visitor.place);
}

static void
write_line(struct exchange *x, const struct outcome *o)
{
	x->reply = arena_printf(x->arena, "%s\r\n", line_reply(x->arena, o));
	x->reply_size = strlen(x->reply);
}

static const struct tongue lines = { dispatch_line, write_line };

/* As the legacy port frames its messages. */
static void
frame(struct exchange *x)
{
	x->ending = ENDING_BARE;
	x->reply = arena_printf(x->arena, "Content-Length: %zu\r\n\r\n%s", x->reply_size, x->reply);
	x->reply_size = strlen(x->reply);
}

static void
write_reply(struct exchange *x, const struct tongue *t, const struct outcome *o)
{
	x->status = 200;
	x->last = o->last;
	t->write(x, o);
	if (o->manner == WITHOUT_HTTP)
		frame(x);
	else if (o->manner == SILENTLY)
		x->ending = ENDING_CLOSE;
}

static void
write_journal(struct job *j, const struct outcome *o, const char *diagnosis)
{
	struct exchange *x = j->x;
	struct journal_row row = { .door = door_name(x->door),
		.username = j->visitor.username,
		.action = o->action,
		.object = o->object,
		.code = o->code,
		.diagnosis = diagnosis,
		.target = x->target,
		.request = x->body,
		.request_size = x->body_size,
		.reply = x->reply,
		.reply_size = x->reply_size };

	journal_add(&j->actor->world, &row, j->engine->config.journal);
}

/* Nothing of the request happened; that it came is told in a turn of its own. */
static void
faulted(struct job *j, const struct tongue *t, struct outcome *o)
{
	struct world *w = &j->actor->world;

	o->code = 400;
	o->reply = fault_reply(j->x->arena, o->object);
	write_reply(j->x, t, o);
	turn_begin(w);
	turn_settle(w, true);
	write_journal(j, o, "the machine failed: nothing of this happened");
	if (!turn_commit(w))
		log_error("world %s: %s %s is not in the journal", w->name, o->action, o->object);
}

static void
add_headers(struct exchange *x, struct world *w, const char *diagnosis)
{
	exchange_add_out(x, "Date", arena_strdup(x->arena, instant_http(w->now).text));
	exchange_add_out(x, "Content-Type", "text/xml");
	if (*diagnosis != '\0')
		exchange_add_out(x, "X-Orrery-Diagnosis", diagnosis);
}

/* A connection is as old as its first command is on the world's clock. */
static void
note_beginning(struct job *j)
{
	struct place *p = j->visitor.place;

	if (p->began)
		j->x->seat->since = p->since = j->actor->world.now;
}

static void
run_believed(struct job *j, const struct tongue *t)
{
	struct exchange *x = j->x;
	struct world *w = &j->actor->world;
	const char *diagnosis;

	turn_begin(w);
	note_beginning(j);
	struct outcome o = t->dispatch(j, &diagnosis);
	turn_settle(w, o.granted);
	diagnosis = fault_diagnosis(w, x->arena, diagnosis);
	write_reply(x, t, &o);
	write_journal(j, &o, diagnosis);
	if (!turn_commit(w))
		faulted(j, t, &o);
	add_headers(x, w, diagnosis);
}

/* The reply stands already, or there is none; the world only remembers that somebody
 * tried. */
static void
run_disbelieved(struct job *j)
{
	struct world *w = &j->actor->world;
	struct outcome o = { .action = "", .object = "", .code = j->visitor.code };

	turn_begin(w);
	turn_settle(w, true);
	write_journal(j, &o, j->visitor.diagnosis);
	turn_commit(w);
	exchange_add_out(j->x, "Date", arena_strdup(j->x->arena, instant_http(w->now).text));
}

void
xcp_run(struct job *j)
{
	if (j->visitor.diagnosis == NULL)
		run_believed(j, &trees);
	else
		run_disbelieved(j);
}

void
line_run(struct job *j)
{
	run_believed(j, &lines);
}
