/* Turning the clock. */
#include "scenarios/play/run.h"

#include "base/arena.h"
#include "scenarios/play/text.h"

static bool
take_now(struct run *r, struct place at, struct answer *answer)
{
	const char *now = json_at(r->scratch, answer->body, "now");
	bool done = now != NULL && instant_parse(now, &r->now);

	json_decref(answer->body);
	return done || run_fail(r, at, now, "the world's instant in the answer");
}

static bool
turn(struct run *r, struct place at, const char *path, json_t *body)
{
	struct answer answer;

	return control_must(r, at, "POST", path, body, &answer) && take_now(r, at, &answer);
}

static bool
advance(struct run *r, struct place at, instant to)
{
	return turn(r, at, "/clock/advance", json_pack("{s:s}", "to", instant_iso(to).text));
}

bool
next_due(struct run *r, struct place at, bool *any, instant *due)
{
	struct answer answer;

	if (!control_must(r, at, "GET", "/agenda?limit=1", NULL, &answer))
		return false;
	const char *text = json_at(r->scratch, answer.body, "items.0.due");
	*any = text != NULL && instant_parse(text, due);
	json_decref(answer.body);
	return true;
}

/* Half-way to each timer, then to it: what one long advance does in one go. */
static bool
creep(struct run *r, struct place at, instant to)
{
	while (r->now < to) {
		instant stop = to, due;
		bool any;
		if (!next_due(r, at, &any, &due))
			return false;
		if (any && due > r->now && due < to)
			stop = due;
		if (stop - r->now > 1 && !advance(r, at, r->now + (stop - r->now) / 2))
			return false;
		if (!advance(r, at, stop))
			return false;
	}
	return true;
}

bool
move_to(struct run *r, struct place at, instant to)
{
	if (to == r->now)
		return true;
	return r->options->short_moves ? creep(r, at, to) : advance(r, at, to);
}

static bool
span_of(struct run *r, const struct word *w, struct duration *d)
{
	const char *text = run_text(r, w);

	if (duration_parse(text, d) && d->months >= 0 && d->seconds >= 0)
		return true;
	return run_fail(r, w->at, text, "a duration");
}

static bool
find_instant(struct run *r, const struct word *w, instant *t)
{
	const char *text = run_text(r, w);
	struct reference ref;
	const struct mark *m = r->marks;

	if (!reference_parse(r->scratch, text, &ref))
		return run_fail(r, w->at, text, "an instant, 'start' or a mark, and durations");
	while (m != NULL && strcmp(m->name, ref.base) != 0)
		m = m->next;
	if (!ref.literal && m == NULL)
		return run_fail(r, w->at, text, "an instant, 'start' or a mark that is set");
	*t = instant_after(ref.literal ? ref.at : m->at, ref.offset);
	return true;
}

static void
tell_turn(struct run *r, const struct step *s, const char *how, const char *far)
{
	tell(r, TOLD_TIME, r->now, s->at, "", arena_printf(r->scratch, "%s %s", how, far), "");
}

static bool
run_at(struct run *r, const struct step *s)
{
	instant to = 0;

	if (!find_instant(r, &s->name, &to))
		return false;
	if (to < r->now)
		return run_fail(r, s->name.at,
		    arena_printf(r->scratch, "it is %s already", instant_iso(r->now).text),
		    "an instant that is still to come: %s is past", instant_iso(to).text);
	if (!move_to(r, s->at, to))
		return false;
	tell_turn(r, s, "at", run_text(r, &s->name));
	return true;
}

static bool
run_advance(struct run *r, const struct step *s)
{
	struct duration d;

	if (!span_of(r, &s->span, &d) || !move_to(r, s->at, instant_after(r->now, d)))
		return false;
	tell_turn(r, s, "advance", run_text(r, &s->span));
	return true;
}

static bool
run_jump(struct run *r, const struct step *s)
{
	struct duration d;

	if (!span_of(r, &s->span, &d) ||
	    !turn(r, s->at, "/clock/jump",
		json_pack("{s:s}", "to", instant_iso(instant_after(r->now, d)).text)))
		return false;
	tell_turn(r, s, "jump", run_text(r, &s->span));
	return true;
}

static bool
run_until(struct run *r, const struct step *s)
{
	const char *kind = run_text(r, &s->name);
	const char *subject = s->object.text == NULL ? NULL : run_text(r, &s->object);
	json_t *until = json_pack("{s:s}", "kind", kind),
	       *body = json_pack("{s:o}", "until", until);
	struct answer answer;

	if (subject != NULL)
		json_object_set_new(until, "subject", json_string(subject));
	if (s->span.text != NULL)
		json_object_set_new(body, "max", json_string(run_text(r, &s->span)));
	if (!control_must(r, s->at, "POST", "/clock/advance", body, &answer))
		return false;
	const char *met = json_at(r->scratch, answer.body, "met");
	if (!take_now(r, s->at, &answer))
		return false;
	if (met == NULL || strcmp(met, "yes") != 0)
		return run_fail(r, s->name.at,
		    arena_printf(r->scratch, "it did not until %s", instant_iso(r->now).text),
		    "the timer %s to fire", kind);
	tell_turn(r, s, "run until", kind);
	return true;
}

static bool
run_mark(struct run *r, const struct step *s)
{
	struct mark *m = NEW(r->arena, struct mark);

	*m = (struct mark){ s->name.text, r->now, r->marks };
	r->marks = m;
	return true;
}

bool
run_time(struct run *r, const struct step *s)
{
	switch (s->kind) {
	case STEP_AT:
		return run_at(r, s);
	case STEP_ADVANCE:
		return run_advance(r, s);
	case STEP_JUMP:
		return run_jump(r, s);
	case STEP_UNTIL:
		return run_until(r, s);
	default:
		return run_mark(r, s);
	}
}
