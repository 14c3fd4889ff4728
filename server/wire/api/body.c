/* Bodies: checked against the shape that their row takes, then read. */
#include "wire/api/api.h"
#include "world/money/account.h"

static const struct problem *
flaw_problem(struct call *c, struct flaw flaw)
{
	return flaw.code == NULL ? NULL : problem_new(c, 400, flaw.code, "%s", flaw.message);
}

/* No body is an empty map: what asks for nothing needs none. */
static const struct problem *
parse_body(struct call *c, json_t **body)
{
	json_error_t flaw;

	if (c->x->body_size == strspn(c->x->body, " \t\r\n"))
		*body = json_object();
	else
		*body = json_loadb(c->x->body, c->x->body_size, JSON_REJECT_DUPLICATES, &flaw);
	if (*body == NULL)
		return problem_new(c, 400, "bad_json",
		    "The body is not JSON: line %d, column %d: %s.", flaw.line, flaw.column,
		    flaw.text);
	if (!json_is_object(*body))
		return problem_new(c, 400, "bad_value", "The body wants to be a map: {...}.");
	return NULL;
}

const struct problem *
with_body(struct call *c, body_fn *run)
{
	json_t *body = NULL;
	const struct problem *p = parse_body(c, &body);

	if (p == NULL)
		p = flaw_problem(c, shape_flaw(c->arena, row_of(c)->takes, body));
	if (p == NULL)
		p = run(c, body);
	json_decref(body);
	return p;
}

bool
body_has(const json_t *body, const char *name)
{
	return json_object_get(body, name) != NULL;
}

const char *
body_text(const json_t *body, const char *name)
{
	return json_string_value(json_object_get(body, name));
}

int64_t
body_integer(const json_t *body, const char *name, int64_t if_absent)
{
	return body_has(body, name) ? json_integer_value(json_object_get(body, name)) : if_absent;
}

bool
body_flag(const json_t *body, const char *name, bool if_absent)
{
	return body_has(body, name) ? json_is_true(json_object_get(body, name)) : if_absent;
}

int64_t
body_cents(const json_t *body, const char *name, int64_t if_absent)
{
	const json_t *value = json_object_get(body, name);
	int64_t cents = if_absent;

	if (json_is_string(value))
		(void)cents_parse(json_string_value(value), &cents);
	else if (json_is_number(value)) {
		double exact = json_number_value(value) * 100;
		cents = (int64_t)(exact < 0 ? exact - 0.5 : exact + 0.5);
	}
	return cents;
}

instant
body_instant(const json_t *body, const char *name, instant if_absent)
{
	const char *text = body_text(body, name);
	instant t = if_absent;

	if (text != NULL)
		(void)instant_parse(text, &t);
	return t;
}

instant
instant_clamped(instant t)
{
	return t < 0 ? 0 : t > LAST_INSTANT ? LAST_INSTANT : t;
}

instant
body_moment(const json_t *body, const char *name, instant now, instant if_absent)
{
	const char *text = body_text(body, name);
	struct duration d;

	if (text != NULL && duration_parse(text, &d))
		return instant_clamped(instant_after(now, d));
	return body_instant(body, name, if_absent);
}
