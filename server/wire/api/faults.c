/* Faults: what shall go wrong in this world, and how often it did. */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/fault/fault.h"
#include "world/party/reseller.h"

static const struct field match_fields[] = {
	MAY("action", TEXT),
	MAY("object", TEXT),
	MAY("domain", TEXT),
	MAY("user", TEXT),
	SHAPE_END,
};
const struct field shape_fault[] = {
	HAS("id", INTEGER),
	HAS("kind", TEXT),
	HAS_A("match", MAP, match_fields),
	HAS("nth", INTEGER),
	HAS("times", INTEGER),
	HAS("seen", INTEGER), /* how often it fitted */
	HAS("struck", INTEGER),
	MAY("*", TEXT), /* the kind's own */
	SHAPE_END,
};

static void
put_if_given(json_t *map, const char *name, const char *value)
{
	if (value != NULL)
		json_put(map, name, json_text_value(value));
}

/* In the shape in which it was asked for, and what came of it. */
static json_t *
fault_json(const struct fault *f)
{
	json_t *match = json_object();
	json_t *j = json_pack("{s:I, s:s, s:o, s:I, s:I}", "id", (json_int_t)f->id, "kind", f->kind,
	    "match", match, "nth", (json_int_t)f->nth, "times", (json_int_t)f->times);

	put_if_given(match, "action", f->action);
	put_if_given(match, "object", f->object);
	put_if_given(match, "domain", f->domain);
	put_if_given(match, "user", f->user);
	for (const struct fault_parameter *p = f->parameters; p->name != NULL; p++)
		json_put(j, p->name, json_text_value(p->value));
	json_put(j, "seen", json_integer(f->seen));
	json_put(j, "struck", json_integer(f->struck));
	return j;
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct fault *rows = NEW_ARRAY(c->arena, struct fault, limit);
	size_t n = fault_list(c->world, c->arena, since, limit, rows);

	for (size_t i = 0; i < n; i++)
		json_array_append_new(items, fault_json(&rows[i]));
	return n == 0 ? since : rows[n - 1].id;
}

const struct problem *
api_faults(struct call *c)
{
	return list(c, &(struct listing){ fill, NULL });
}

const struct field shape_fault_wish[] = {
	HAS("kind", TEXT),
	MAY_A("match", MAP, match_fields),
	MAY("nth", INTEGER),
	MAY("times", INTEGER),
	MAY("*", SCALAR), /* the kind's own */
	SHAPE_END,
};

static bool
is_own(const char *name)
{
	for (const struct field *f = shape_fault_wish; strcmp(f->name, "*") != 0; f++)
		if (strcmp(f->name, name) == 0)
			return true;
	return false;
}

static const struct problem *
read_parameters(struct call *c, const json_t *body, struct fault *f)
{
	const char *name;
	json_t *value;
	size_t n = 0;

	json_object_foreach((json_t *)body, name, value)
	{
		if (is_own(name))
			continue;
		if (n == MAX_FAULT_PARAMETERS)
			return problem_new(c, 400, "bad_fault", "No fault has so many parameters.");
		f->parameters[n].name = arena_strdup(c->arena, name);
		f->parameters[n++].value = json_is_string(value)
					       ? json_string_value(value)
					       : arena_printf(c->arena, "%" JSON_INTEGER_FORMAT,
						     json_integer_value(value));
	}
	return NULL;
}

static const struct problem *
add(struct call *c, const json_t *body)
{
	const json_t *match = json_object_get(body, "match");
	struct fault f = {
		.kind = body_text(body, "kind"),
		.action = body_text(match, "action"),
		.object = body_text(match, "object"),
		.domain = body_text(match, "domain"),
		.user = body_text(match, "user"),
		.nth = body_integer(body, "nth", 1),
		.times = body_integer(body, "times", 0),
	};
	struct reseller r;
	const struct problem *p = read_parameters(c, body, &f);

	if (p == NULL && f.user != NULL)
		p = find_reseller(c, f.user, &r);
	if (p != NULL)
		return p;
	const char *wrong = fault_add(c->world, c->arena, &f);
	if (wrong != NULL)
		return problem_new(c, 400, fault_comes_later(f.kind) ? "not_built" : "bad_fault",
		    "No such fault: %s.", wrong);
	return answer_json(c, 201, fault_json(&f));
}

const struct problem *
api_fault_add(struct call *c)
{
	return with_body(c, add);
}

static const struct problem *
find_fault(struct call *c, struct fault *f)
{
	int64_t id;

	if (!capture_id(c, 1, &id) || !fault_load(c->world, c->arena, id, f))
		return problem_new(c, 404, "unknown_fault",
		    "There is no fault \"%s\" in this world.", c->captures[1]);
	return NULL;
}

const struct problem *
api_fault(struct call *c)
{
	struct fault f;
	const struct problem *p = find_fault(c, &f);

	return p != NULL ? p : answer_json(c, 200, fault_json(&f));
}

static const struct problem *
drop(struct call *c, const json_t *body)
{
	struct fault f;
	const struct problem *p = find_fault(c, &f);

	(void)body;
	if (p != NULL)
		return p;
	fault_drop(c->world, f.id);
	return answer_json(c, 200, fault_json(&f));
}

const struct problem *
api_fault_drop(struct call *c)
{
	return with_body(c, drop);
}

const struct field shape_dropped[] = { HAS("dropped", INTEGER), SHAPE_END };

static const struct problem *
drop_all(struct call *c, const json_t *body)
{
	(void)body;
	return answer_json(
	    c, 200, json_pack("{s:I}", "dropped", (json_int_t)fault_drop_all(c->world)));
}

const struct problem *
api_faults_drop(struct call *c)
{
	return with_body(c, drop_all);
}
