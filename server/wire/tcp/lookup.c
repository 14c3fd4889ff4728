/*
 * The fast lookup: "check_domain NAME", and a line comes back.
 *
 * Some clients end their line, some do not and wait for the answer.  So a line
 * without an end is one when nothing follows it for a moment.
 */
#include "base/arena.h"
#include "wire/tcp/session.h"

enum { LONGEST_LINE = 1024 };

static enum step
begin(struct session *s)
{
	(void)s;
	return STEP_READ;
}

static enum step
ask(struct session *s, const char *line, size_t n)
{
	while (n > 0 && (line[n - 1] == '\r' || line[n - 1] == '\n'))
		n--;
	if (n == 0)
		return STEP_NEXT;
	session_exchange(s, arena_strndup(s->arena, line, n), n);
	return STEP_ASK;
}

static enum step
hear(struct session *s)
{
	const char *line = s->in.data + s->heard;
	size_t n = s->in.size - s->heard;
	const char *end = memchr(line, '\n', n);

	if (end != NULL)
		n = (size_t)(end - line) + 1;
	if (n > LONGEST_LINE)
		return session_break(s, "a line that does not end");
	if (n == 0)
		return s->ended ? STEP_CLOSE : STEP_READ;
	if (end == NULL && !s->ended && !s->paused)
		return STEP_PAUSE;
	s->paused = false;
	s->heard += n;
	return ask(s, line, n);
}

static enum step
answered(struct session *s)
{
	size_t cut;
	enum step after = session_after(&s->x, &cut);

	buf_add(&s->out, s->x.reply, cut);
	return after;
}

const struct protocol protocol_lookup = { DOOR_LOOKUP, LONGEST_LINE, false, begin, hear, answered };
