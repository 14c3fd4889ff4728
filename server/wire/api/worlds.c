/* Worlds: the list, and making one. */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/policy/policy.h"

const struct field shape_world[] = {
	HAS("name", NAME),
	HAS("now", INSTANT),
	HAS("busy", FLAG), /* somebody has its turn */
	MAY("progress", INSTANT), /* where a long advance is */
	HAS_A("users", ITEMS, shape_user),
	SHAPE_END,
};

#define FIRST_INSTANT INT64_C(1767225600) /* 2026-01-01T00:00:00Z */

json_t *
world_json(const struct world_card *card)
{
	json_t *users = json_array();

	for (size_t i = 0; i < card->user_count; i++)
		json_array_append_new(
		    users, json_pack("{s:s, s:s}", "username", card->users[i].username, "key",
			       card->users[i].key));
	json_t *j = json_pack("{s:s, s:o, s:b}", "name", card->name, "now", json_instant(card->now),
	    "busy", card->busy);
	if (card->progress != 0)
		json_put(j, "progress", json_instant(card->progress));
	json_put(j, "users", users);
	return j;
}

const struct problem *
make_problem(struct call *c, enum make made, const char *name)
{
	switch (made) {
	case MADE:
		return NULL;
	case NAME_TAKEN:
		return problem_new(c, 409, "name_taken", "There is a world \"%s\" already.", name);
	case USER_TAKEN:
		return problem_new(c, 409, "user_taken",
		    "A user name is taken by another world of this process: choose another name.");
	case UNFIT_NAME:
		return problem_new(c, 400, "bad_value", "\"%s\" cannot be a name: %s.", name,
		    "1 to 63 letters, digits, dots, hyphens or underscores can");
	case UNKNOWN_FIXTURE:
		return problem_new(c, 400, "unknown_fixture",
		    "There is no ready-made world \"%s\". There are: %s.", name,
		    rulebook_worlds(engine_config(c->engine)->rules, c->arena));
	case BAD_FIXTURE:
		return problem_new(c, 400, "bad_fixture",
		    "The ready-made world cannot be made. The server's log says which request of "
		    "it was refused, and why.");
	case UNKNOWN_SNAPSHOT:
		return problem_new(
		    c, 404, "unknown_snapshot", "This world has no snapshot \"%s\".", name);
	case FAILED:
		break;
	}
	return problem_new(c, 500, "machine_failed",
	    "The machine failed (disk or memory); nothing has changed. The server's log says how.");
}

const struct problem *
no_such_world(struct call *c)
{
	return problem_new(c, 404, "unknown_world", "There is no world \"%s\".", c->captures[0]);
}

/* A list like the others, but of names: the cursor is the last one seen. */
const struct problem *
api_worlds(struct call *c)
{
	const struct problem *p = query_check(c);
	const char *since = call_query(c, "since"), *limit_text = call_query(c, "limit");
	struct world_card *cards;

	if (p != NULL)
		return p;
	size_t limit = limit_text == NULL ? 100 : (size_t)strtoul(limit_text, NULL, 10);
	if (limit < 1 || limit > MAX_ITEMS)
		return problem_new(
		    c, 400, "bad_value", "\"limit\" wants a number from 1 to %d.", MAX_ITEMS);
	size_t n = engine_list(c->engine, c->arena, &cards);
	json_t *items = json_array(), *j = json_object();
	const char *last = since == NULL ? "" : since;
	for (size_t i = 0; i < n && json_array_size(items) < limit; i++) {
		if (strcmp(cards[i].name, last) <= 0)
			continue;
		json_array_append_new(items, world_json(&cards[i]));
		last = cards[i].name;
	}
	json_put(j, "items", items);
	json_put(j, "next", json_string(last));
	return answer_json(c, 200, j);
}

const struct field shape_world_wish[] = {
	MAY("name", NAME),
	MAY("start", INSTANT),
	MAY("seed", INTEGER),
	MAY("clock", TEXT),
	MAY("fixture", NAME),
	MAY_A("policies", MAP, shape_policies),
	SHAPE_END,
};

/* "frozen", "system", "flowing" or "flowing:60". */
static bool
parse_clock(struct call *c, const char *text, struct clock_setting *setting)
{
	const char *colon = strchr(text, ':');
	const char *rest = "";

	setting->rate = 1;
	if (colon != NULL) {
		char *end;
		setting->rate = strtoll(colon + 1, &end, 10);
		rest = end;
		text = arena_strndup(c->arena, text, (size_t)(colon - text));
	}
	return clock_mode_named(text, &setting->mode) && *rest == '\0' && setting->rate > 0 &&
	       setting->rate <= MAX_RATE && (colon == NULL || setting->mode == CLOCK_FLOWING);
}

static const struct problem *
read_policies(struct call *c, const json_t *map, struct world_wish *wish)
{
	const struct rulebook *rules = engine_config(c->engine)->rules;
	const char *key;
	json_t *value;

	wish->policies = NEW_ARRAY(c->arena, struct override_wish, json_object_size(map) + 1);
	json_object_foreach((json_t *)map, key, value)
	{
		const char *text = json_string_value(value);
		const char *flaw = policy_check(rules, c->arena, key, text);
		if (flaw != NULL)
			return problem_new(c, 400, "bad_policy", "%s", flaw);
		wish->policies[wish->policy_count++] = (struct override_wish){ key, text };
	}
	return NULL;
}

static const struct problem *
create(struct call *c, const json_t *body)
{
	struct world_wish wish = {
		.name = body_text(body, "name"),
		.start = body_instant(body, "start", FIRST_INSTANT),
		.seed = body_integer(body, "seed", engine_config(c->engine)->seed),
		.fixture = body_text(body, "fixture"),
	};
	struct world_card card;
	const char *clock = body_text(body, "clock");
	const struct problem *p = read_policies(c, json_object_get(body, "policies"), &wish);

	if (p != NULL)
		return p;
	if (clock != NULL && !parse_clock(c, clock, &wish.clock))
		return problem_new(c, 400, "bad_value",
		    "\"clock\" wants frozen, flowing, flowing:RATE or system, not \"%s\".", clock);
	enum make made = engine_create(c->engine, c->arena, &wish, &card);
	if (made != MADE)
		return make_problem(c, made, made == UNKNOWN_FIXTURE ? wish.fixture : wish.name);
	return answer_json(c, 201, world_json(&card));
}

const struct problem *
api_world_create(struct call *c)
{
	return with_body(c, create);
}
