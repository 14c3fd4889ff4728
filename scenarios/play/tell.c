#include "scenarios/play/run.h"

#include <stdarg.h>

#include "base/arena.h"
#include "scenarios/play/text.h"

void
tell(struct run *r, enum told_kind kind, instant at, struct place place, const char *who,
    const char *text, const char *answer)
{
	struct told *t = NEW(r->arena, struct told);

	t->kind = kind;
	t->at = at;
	t->place = place;
	t->who = arena_strdup(r->arena, who);
	t->text = one_line(r->arena, text == NULL ? "" : text);
	t->answer = one_line(r->arena, answer == NULL ? "" : answer);
	if (r->played->last_told == NULL)
		r->played->told = t;
	else
		r->played->last_told->next = t;
	r->played->last_told = t;
	if (r->options->listen != NULL)
		r->options->listen(r->options->closure, t);
}

bool
run_fail(struct run *r, struct place at, const char *got, const char *expected, ...)
{
	struct failure *f;
	char text[1000];
	va_list args;

	if (r->played->failure != NULL)
		return false;
	va_start(args, expected);
	vsnprintf(text, sizeof(text), expected, args);
	va_end(args);
	f = NEW(r->arena, struct failure);
	f->at = at;
	f->expected = one_line(r->arena, text);
	f->got = one_line(r->arena, got == NULL ? "absent" : got);
	r->played->failure = f;
	return false;
}
