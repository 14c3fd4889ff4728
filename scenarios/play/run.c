#include "scenarios/play/notice.h"

#include "base/arena.h"
#include "base/buf.h"

static bool
run_step(struct run *r, const struct step *s)
{
	switch (s->kind) {
	case STEP_CALL:
		return run_call(r, s);
	case STEP_MAIL:
	case STEP_EVENT:
		return run_notice(r, s);
	case STEP_STATE:
		return run_state(r, s);
	case STEP_ACT:
		return run_act(r, s);
	case STEP_FAULT:
		return run_fault(r, s);
	case STEP_FOREACH:
		run_table(r, s);
		return true; /* a row's failure is the row's own */
	case STEP_TOGETHER: /* as written; the explorer will permute them */
		run_steps(r, s->inner);
		return r->played->failure == NULL;
	default:
		return run_time(r, s);
	}
}

void
run_steps(struct run *r, const struct step *steps)
{
	for (; steps != NULL && r->played->failure == NULL; steps = steps->next) {
		arena_reset(r->scratch);
		if (run_skips(r, steps))
			continue;
		if (run_step(r, steps))
			r->played->steps++;
	}
}

static void
expect_none_left(struct run *r, struct place at, struct notices *n)
{
	struct buf left;
	size_t count = 0;

	if (!notices_fetch(r, at, n, true))
		return;
	buf_open(&left, 4000);
	for (size_t i = 0; i < json_array_size(n->items); i++) {
		const json_t *item = json_array_get(n->items, i);
		if (!notice_is_taken(r, n, item) && !notice_is_ignored(r, n, item))
			buf_printf(
			    &left, "%s%s", count++ == 0 ? "" : ", ", notice_summary(r, n, item));
	}
	if (count > 0)
		run_fail(r, at, arena_strdup(r->scratch, left.data),
		    "nothing that the story does not expect");
	buf_close(&left);
}

void
run_expect_nothing_left(struct run *r, struct place at)
{
	if (r->played->failure != NULL)
		return;
	arena_reset(r->scratch);
	expect_none_left(r, at, &r->mails);
	if (r->story->strict_events)
		expect_none_left(r, at, &r->events);
}

static struct place
last_place(const struct story *s)
{
	struct place at = place_top(s->file);

	for (const struct step *step = s->steps; step != NULL; step = step->next)
		at = step->at;
	return at;
}

struct played *
story_play(struct arena *a, const struct story *s, const struct carrier *carrier,
    const struct play_options *options)
{
	struct played *played = NEW(a, struct played);
	struct mark start = { .name = "start" };
	struct run r = {
		.arena = a,
		.scratch = arena_new(),
		.story = s,
		.carrier = carrier,
		.options = options,
		.parser = xcp_parser_new(),
		.mails = { .path = "/mail", .items = json_array() },
		.events = { .path = "/events", .items = json_array() },
		.marks = &start,
		.played = played,
	};

	played->story = s;
	if (run_open_world(&r)) {
		start.at = r.now;
		run_steps(&r, s->steps);
		run_expect_nothing_left(&r, last_place(s));
	}
	played->end = r.now;
	run_close_world(&r);
	json_decref(r.mails.items);
	json_decref(r.events.items);
	xcp_parser_free(r.parser);
	arena_free(r.scratch);
	return played;
}
