/* The clock: what it shows, and how it runs. */
#include "base/arena.h"
#include "base/must.h"
#include "wire/api/api.h"

const struct field shape_text[] = { HAS("text/plain; charset=utf-8", BYTES), SHAPE_END };

const struct field shape_clock[] = {
	HAS("now", INSTANT),
	MAY_ONE_OF("mode", "frozen|flowing|system"), /* not while it is busy */
	MAY("rate", INTEGER),
	MAY("busy", FLAG),
	MAY("progress", INSTANT),
	SHAPE_END,
};

/* While the world is busy there is no world here, but its card. */
static bool
read_now(struct call *c, struct world_card *card)
{
	if (c->world != NULL) {
		*card = (struct world_card){ .now = c->world->now };
		return true;
	}
	return engine_card(c->engine, c->arena, c->captures[0], card);
}

const struct problem *
api_now(struct call *c)
{
	struct world_card card;

	if (!read_now(c, &card))
		return no_such_world(c);
	const char *now = arena_strdup(c->arena, instant_iso(card.now).text);
	return answer_bytes(c, now, strlen(now));
}

static json_t *
clock_json(struct world *w)
{
	struct clock_setting s = world_clock(w);

	return json_pack("{s:o, s:s, s:I}", "now", json_instant(w->now), "mode",
	    clock_mode_name(s.mode), "rate", (json_int_t)s.rate);
}

const struct problem *
api_clock(struct call *c)
{
	struct world_card card;

	if (c->world != NULL)
		return answer_json(c, 200, clock_json(c->world));
	if (!read_now(c, &card))
		return no_such_world(c);
	json_t *j = json_pack("{s:o, s:b}", "now", json_instant(card.now), "busy", 1);
	if (card.progress != 0)
		json_put(j, "progress", json_instant(card.progress));
	return answer_json(c, 200, j);
}

const struct field shape_clock_wish[] = {
	HAS_ONE_OF("mode", "frozen|flowing|system"),
	MAY("rate", INTEGER),
	SHAPE_END,
};

static const struct problem *
set(struct call *c, const json_t *body)
{
	struct clock_setting s = { .rate = body_integer(body, "rate", 1) };

	must(clock_mode_named(body_text(body, "mode"), &s.mode));
	if (s.rate < 1 || s.rate > MAX_RATE)
		return problem_new(c, 400, "bad_value",
		    "\"rate\" wants world seconds per real second, from 1 to %" PRId64 ".",
		    MAX_RATE);
	if (body_has(body, "rate") && s.mode != CLOCK_FLOWING)
		return problem_new(c, 400, "bad_value", "Only a flowing clock has a rate.");
	enum move moved = world_set_clock(c->world, s);
	if (moved == NOT_IN_THE_FUTURE)
		return problem_new(c, 409, "not_in_the_future",
		    "It is %s here, ahead of this machine, and a world's time only goes forward.",
		    instant_iso(c->world->now).text);
	const struct problem *p = move_problem(c, moved, c->world->now);
	return p != NULL ? p : answer_json(c, 200, clock_json(c->world));
}

const struct problem *
api_clock_set(struct call *c)
{
	return with_body(c, set);
}
