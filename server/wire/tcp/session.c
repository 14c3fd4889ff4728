#include "wire/tcp/session.h"

#include "base/arena.h"
#include "base/must.h"

/* What was heard makes room: the rest moves to the front when it is cheap. */
static void
forget_heard(struct session *s)
{
	size_t rest = s->in.size - s->heard;

	if (rest > s->heard)
		return;
	memmove(s->in.data, s->in.data + s->heard, rest);
	s->in.data[rest] = '\0';
	s->in.size = rest;
	s->heard = 0;
}

static enum step
go_on(struct session *s, enum step step)
{
	while (step == STEP_NEXT) {
		arena_reset(s->arena);
		step = s->protocol->hear(s);
	}
	if (step == STEP_READ || step == STEP_PAUSE)
		forget_heard(s);
	return step;
}

enum step
session_begin(struct session *s, const struct protocol *p, const struct session_config *config,
    const char *peer)
{
	*s = (struct session){
		.protocol = p, .config = config, .life = arena_new(), .arena = arena_new()
	};
	s->peer = arena_strdup(s->life, peer);
	buf_open(&s->in, 0);
	buf_open(&s->out, 0);
	return go_on(s, p->begin(s));
}

void
session_end(struct session *s)
{
	engine_rise(s->config->engine, &s->seat);
	buf_close(&s->in);
	buf_close(&s->out);
	arena_free(s->arena);
	arena_free(s->life);
}

enum step
session_hear(struct session *s)
{
	return go_on(s, STEP_NEXT);
}

enum step
session_answered(struct session *s)
{
	return go_on(s, s->protocol->answered(s));
}

struct exchange *
session_exchange(struct session *s, const char *body, size_t size)
{
	s->x = (struct exchange){
		.arena = s->arena,
		.door = s->protocol->door,
		.peer = s->peer,
		.method = "",
		.target = "",
		.body = body,
		.body_size = size,
		.world = s->config->world,
		.seat = s->protocol->has_users ? &s->seat : NULL,
	};
	return &s->x;
}

enum step
session_break(struct session *s, const char *why)
{
	engine_desk_note(s->config->engine, s->protocol->door, s->peer, why);
	return STEP_CLOSE;
}

enum step
session_after(const struct exchange *x, size_t *cut)
{
	bool cut_short = x->ending == ENDING_CUT && x->cut < x->reply_size;

	*cut = cut_short ? x->cut : x->reply_size;
	if (x->ending == ENDING_RESET)
		return STEP_RESET;
	if (x->ending == ENDING_CLOSE || x->status != 200)
		*cut = 0;
	return cut_short || *cut < x->reply_size || x->last || x->status != 200 ? STEP_CLOSE
										: STEP_NEXT;
}
