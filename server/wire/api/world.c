/* One world: looked at, ended, begun again. */
#include "wire/api/api.h"

const struct problem *
answer_card(struct call *c)
{
	struct world_card card;

	if (!engine_card(c->engine, c->arena, c->captures[0], &card))
		return no_such_world(c);
	if (c->world != NULL) /* what the card shows is from before this turn */
		card.now = c->world->now;
	return answer_json(c, 200, world_json(&card));
}

const struct problem *
api_world(struct call *c)
{
	return answer_card(c);
}

const struct field shape_deleted[] = { HAS("deleted", NAME), SHAPE_END };

static const struct problem *
end_world(struct call *c, const json_t *body)
{
	(void)body;
	enum make made = engine_delete(c);
	if (made != MADE)
		return make_problem(c, made, c->captures[0]);
	return answer_json(c, 200, json_pack("{s:s}", "deleted", c->captures[0]));
}

const struct problem *
api_world_delete(struct call *c)
{
	return with_body(c, end_world);
}

static const struct problem *
reset(struct call *c, const json_t *body)
{
	(void)body;
	enum make made = engine_reset(c);
	if (made == UNKNOWN_FIXTURE)
		return problem_new(c, 409, "unknown_fixture",
		    "The ready-made world that this one began as is not there any more.");
	return made == MADE ? answer_card(c) : make_problem(c, made, c->captures[0]);
}

const struct problem *
api_world_reset(struct call *c)
{
	return with_body(c, reset);
}
