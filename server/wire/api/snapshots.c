/* Snapshots: a world's whole state under a name, back to it, and on from it. */
#include "wire/api/api.h"

const struct field shape_name_only[] = {
	HAS("name", NAME),
	SHAPE_END,
};

const struct field shape_snapshot[] = { HAS("name", NAME), HAS("now", INSTANT), SHAPE_END };

static const struct problem *
keep(struct call *c, const json_t *body)
{
	const char *name = body_text(body, "name");
	enum make made = engine_snapshot(c, name);

	if (made != MADE)
		return make_problem(c, made, name);
	return answer_json(
	    c, 201, json_pack("{s:s, s:o}", "name", name, "now", json_instant(c->world->now)));
}

const struct problem *
api_snapshot(struct call *c)
{
	return with_body(c, keep);
}

static const struct problem *
go_back(struct call *c, const json_t *body)
{
	const char *name = body_text(body, "name");
	enum make made = engine_restore(c, name);

	return made == MADE ? answer_card(c) : make_problem(c, made, name);
}

const struct problem *
api_restore(struct call *c)
{
	return with_body(c, go_back);
}

static const struct problem *
go_two_ways(struct call *c, const json_t *body)
{
	const char *name = body_text(body, "name");
	struct world_card card;
	enum make made = engine_fork(c, name, &card);

	return made == MADE ? answer_json(c, 201, world_json(&card)) : make_problem(c, made, name);
}

const struct problem *
api_fork(struct call *c)
{
	return with_body(c, go_two_ways);
}
