/* This world's switches: what it overrides of the rulebook. */
#include "wire/api/api.h"
#include "world/policy/policy.h"

const struct field shape_policies[] = { MAY("*", TEXT), SHAPE_END };

static const struct problem *
answer_overrides(struct call *c)
{
	struct override *rows;
	size_t n = policy_overrides(c->world, c->arena, &rows);
	json_t *map = json_object();

	for (size_t i = 0; i < n; i++)
		json_put(map, rows[i].key, json_text_value(rows[i].value));
	return answer_json(c, 200, map);
}

const struct problem *
api_policies(struct call *c)
{
	return answer_overrides(c);
}

/* All are looked at before one is set. */
static const struct problem *
merge(struct call *c, const json_t *body)
{
	const char *key;
	json_t *value;

	json_object_foreach((json_t *)body, key, value)
	{
		const char *flaw = policy_check(
		    c->world->rules, c->arena, key, json_string_value(value));
		if (flaw != NULL)
			return problem_new(c, 400, "bad_policy", "%s", flaw);
	}
	json_object_foreach((json_t *)body, key, value)
	    policy_override(c->world, key, json_string_value(value));
	return answer_overrides(c);
}

const struct problem *
api_policies_put(struct call *c)
{
	return with_body(c, merge);
}
