/* One request of the reseller API in its world's turn: one transaction. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/log.h"
#include "command/dispatch.h"
#include "engine/internal.h"
#include "world/journal/journal.h"
#include "world/turn.h"
#include "xcp/parse.h"
#include "xcp/write.h"

/* The reply's bytes; the layout is the vendor's. */
static void
write_reply(struct exchange *x, const struct value *top)
{
	struct buf out;

	buf_open(&out, 0);
	xcp_write(&out, top);
	x->status = 200;
	x->reply = arena_strndup(x->arena, out.data, out.size);
	x->reply_size = out.size;
	buf_close(&out);
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
faulted(struct job *j, struct outcome *o)
{
	struct world *w = &j->actor->world;

	o->code = 400;
	write_reply(j->x, fault_reply(j->x->arena, o->object));
	turn_begin(w);
	turn_settle(w, true);
	write_journal(j, o, "the machine failed: nothing of this happened");
	if (!turn_commit(w))
		log_error("world %s: %s %s is not in the journal", w->name, o->action, o->object);
}

static const char *
diagnosis_of(const struct xcp_message *m)
{
	if (m->top == NULL)
		return m->error;
	return m->repaired ? "& or < in a value was not escaped; read as it was meant" : "";
}

static void
add_headers(struct exchange *x, struct world *w, const char *diagnosis)
{
	exchange_add_out(x, "Date", arena_strdup(x->arena, instant_http(w->now).text));
	exchange_add_out(x, "Content-Type", "text/xml");
	if (*diagnosis != '\0')
		exchange_add_out(x, "X-Orrery-Diagnosis", diagnosis);
}

static void
run_believed(struct job *j)
{
	struct exchange *x = j->x;
	struct world *w = &j->actor->world;
	struct xcp_message m = xcp_parse(j->actor->parser, x->arena, x->body, x->body_size);
	const char *diagnosis = diagnosis_of(&m);

	turn_begin(w);
	struct outcome o = dispatch(w, x->arena, j->visitor.reseller, m.top);
	turn_settle(w, o.granted);
	write_reply(x, o.reply);
	write_journal(j, &o, diagnosis);
	if (!turn_commit(w))
		faulted(j, &o);
	add_headers(x, w, diagnosis);
}

/* The reply stands already; the world only remembers that somebody tried. */
static void
run_disbelieved(struct job *j)
{
	struct world *w = &j->actor->world;
	struct outcome o = { .action = "", .object = "", .code = 401 };

	if (exchange_header(j->x, "X-Signature") == NULL)
		o.code = 404;
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
		run_believed(j);
	else
		run_disbelieved(j);
}
