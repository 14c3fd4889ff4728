/* What the registry says of an order that waits for it: the operator decides. */
#include "world/registry/registry.h"
#include "wire/api/api.h"
#include "world/order/order.h"

const struct field shape_registry_word[] = {
	MAY_ONE_OF("answer", "accept|reject|never"),
	MAY("delay", MOMENT),
	SHAPE_END,
};

static bool
decide(struct call *c, const json_t *body, int64_t order)
{
	if (body_has(body, "answer"))
		return registry_answer(c->world, c->arena, order, body_text(body, "answer"));
	return registry_delay(
	    c->world, c->arena, order, body_moment(body, "delay", c->world->now, 0));
}

static const struct problem *
let_it_speak(struct call *c, const json_t *body)
{
	struct order o;
	const struct problem *p = find_order(c, &o);

	if (p != NULL)
		return p;
	if (body_has(body, "answer") == body_has(body, "delay"))
		return problem_new(c, 400, "bad_value",
		    "Either \"answer\" or \"delay\" says what the registry does.");
	if (body_moment(body, "delay", c->world->now, c->world->now) < c->world->now)
		return problem_new(c, 400, "bad_value", "\"delay\" is before now, %s.",
		    instant_iso(c->world->now).text);
	if (!decide(c, body, o.id))
		return problem_new(c, 409, "not_allowed",
		    "Order %" PRId64 " is %s; no registry was asked that has still to answer.",
		    o.id, o.status);
	(void)order_load(c->world, c->arena, o.id, &o);
	return answer_json(c, 200, order_json(c, &o));
}

const struct problem *
api_registry(struct call *c)
{
	return with_body(c, let_it_speak);
}
