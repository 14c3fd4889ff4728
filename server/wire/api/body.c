/* Bodies: checked against a table of fields, then read. */
#include "base/arena.h"
#include "base/nearest.h"
#include "wire/api/json.h"
#include "world/money/account.h"

#define SHOWN 60 /* characters of a wrong value that are shown */
#define LONGEST_LIST 13 /* nameservers: there are no other lists */
#define MOST_MONEY 1e12 /* every cent of it is still exact in a double */

const char *
name_flaw(const char *name)
{
	const char *fit = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
	size_t size = strlen(name);

	if (size == 0 || size > 63)
		return "has 1 to 63 characters";
	if (name[strspn(name, fit)] != '\0')
		return "is made of letters, digits, dots, hyphens and underscores";
	return name[0] == '.' || name[0] == '-' ? "begins with a letter or a digit" : NULL;
}

static bool
is_choice(const char *choices, const char *text)
{
	size_t size = strlen(text);

	for (const char *at = choices; *at != '\0'; at += strspn(at, "|")) {
		size_t n = strcspn(at, "|");
		if (n == size && strncmp(at, text, n) == 0)
			return true;
		at += n;
	}
	return false;
}

static bool
is_moment(const char *text)
{
	instant t;
	struct duration d;

	return instant_parse(text, &t) || duration_parse(text, &d);
}

static bool
is_money(const json_t *value)
{
	int64_t cents;
	double number = json_number_value(value);

	return (json_is_number(value) && number > -MOST_MONEY && number < MOST_MONEY) ||
	       (json_is_string(value) && cents_parse(json_string_value(value), &cents));
}

/* It may end up in the head of a mail or of a reply. */
static bool
is_one_line(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < ' ' || *text == 0x7f)
			return false;
	return true;
}

static bool
is_list_of_texts(const json_t *value)
{
	for (size_t i = 0; i < json_array_size(value); i++)
		if (!json_is_string(json_array_get(value, i)) ||
		    !is_one_line(json_string_value(json_array_get(value, i))))
			return false;
	return json_is_array(value) && json_array_size(value) <= LONGEST_LIST;
}

static bool
is_map_of_texts(const json_t *value)
{
	const char *name;
	json_t *member;

	json_object_foreach(
	    (json_t *)value, name, member) if (!json_is_string(member)) return false;
	return json_is_object(value);
}

static bool
text_fits(const struct field *f, const char *text)
{
	instant t;
	struct duration d;

	switch (f->type) {
	case FIELD_NAME:
		return name_flaw(text) == NULL;
	case FIELD_INSTANT:
		return instant_parse(text, &t);
	case FIELD_DURATION:
		return duration_parse(text, &d);
	case FIELD_MOMENT:
		return is_moment(text);
	case FIELD_TEXT:
		return f->choices == NULL ? is_one_line(text) : is_choice(f->choices, text);
	default:
		return true;
	}
}

static bool
value_fits(const struct field *f, const json_t *value)
{
	switch (f->type) {
	case FIELD_INTEGER:
		return json_is_integer(value) && json_integer_value(value) >= 0;
	case FIELD_FLAG:
		return json_is_boolean(value);
	case FIELD_MONEY:
		return is_money(value);
	case FIELD_TEXTS:
		return is_map_of_texts(value);
	case FIELD_LIST:
		return is_list_of_texts(value);
	case FIELD_MAP:
		return json_is_object(value);
	case FIELD_REST:
		return json_is_integer(value) ||
		       (json_is_string(value) && is_one_line(json_string_value(value)));
	default:
		return json_is_string(value) && text_fits(f, json_string_value(value));
	}
}

static const char *
wanted(struct call *c, const struct field *f)
{
	static const char *const what[] = {
		[FIELD_TEXT] = "a text of one line",
		[FIELD_HTML] = "a text",
		[FIELD_NAME] = "a name of 1 to 63 letters, digits, dots, hyphens or underscores",
		[FIELD_INTEGER] = "a whole number, zero or more",
		[FIELD_FLAG] = "true or false",
		[FIELD_MONEY] = "an amount such as \"1000.00\"",
		[FIELD_INSTANT] = "an instant such as \"2026-01-01T00:00:00Z\"",
		[FIELD_DURATION] = "a duration such as \"P10D\", \"PT1H\" or \"P10D-PT1S\"",
		[FIELD_MOMENT] = ("an instant such as \"2026-01-01T00:00:00Z\", or a duration from"
				  " the world's now such as \"-P3D\""),
		[FIELD_TEXTS] = "a map of texts",
		[FIELD_LIST] = "a list of at most 13 texts",
		[FIELD_MAP] = "a map",
		[FIELD_REST] = "a text of one line or a whole number",
	};

	if (f->choices != NULL)
		return arena_printf(c->arena, "one of %s", f->choices);
	return what[f->type];
}

static const char *
shown(struct call *c, const json_t *value)
{
	char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT | JSON_ENSURE_ASCII);
	const char *copy = text == NULL            ? "that"
			   : strlen(text) <= SHOWN ? arena_strdup(c->arena, text)
						   : arena_printf(c->arena, "%.*s...", SHOWN, text);

	free(text);
	return copy;
}

static const struct problem *
unknown_field(struct call *c, const struct field *fields, const char *inside, const char *name)
{
	struct nearest n = nearest_to(name);
	const char *known = "";

	for (const struct field *f = fields; f->name != NULL; f++) {
		nearest_offer(&n, f->name);
		known = arena_printf(c->arena, "%s%s%s", known, f == fields ? "" : ", ", f->name);
	}
	if (n.word != NULL)
		return problem_new(c, 400, "unknown_field",
		    "There is no field \"%s%s\"; did you mean \"%s%s\"?", inside, name, inside,
		    n.word);
	return problem_new(c, 400, "unknown_field", "There is no field \"%s%s\"%s%s.", inside, name,
	    *known == '\0' ? "; this request has none" : "; known are: ", known);
}

static const struct field *
find_field(const struct field *fields, const char *name)
{
	for (; fields->name != NULL; fields++)
		if (strcmp(fields->name, name) == 0 || fields->type == FIELD_REST)
			return fields;
	return NULL;
}

/* INSIDE is "owner." for what stands in the map "owner". */
static const struct problem *
check(struct call *c, const struct field *fields, const char *inside, const json_t *map)
{
	const struct problem *p = NULL;
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)map, name, value)
	{
		const struct field *f = find_field(fields, name);
		if (f == NULL)
			return unknown_field(c, fields, inside, name);
		if (!value_fits(f, value))
			return problem_new(c, 400, "bad_value", "\"%s%s\" wants %s, not %s.",
			    inside, name, wanted(c, f), shown(c, value));
		if (f->type == FIELD_MAP)
			p = check(
			    c, f->inner, arena_printf(c->arena, "%s%s.", inside, name), value);
		if (p != NULL)
			return p;
	}
	for (const struct field *f = fields; f->name != NULL; f++)
		if (f->required && json_object_get(map, f->name) == NULL)
			return problem_new(c, 400, "missing_field", "\"%s%s\" is missing: %s.",
			    inside, f->name, wanted(c, f));
	return NULL;
}

static const struct problem *
check_texts(struct call *c, const json_t *map)
{
	const char *name;
	json_t *value;

	json_object_foreach(
	    (json_t *)map, name, value) if (!json_is_string(value)) return problem_new(c, 400,
	    "bad_value", "\"%s\" wants a text, not %s.", name, shown(c, value));
	return NULL;
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
with_body(struct call *c, const struct field *fields, body_fn *run)
{
	json_t *body = NULL;
	const struct problem *p = parse_body(c, &body);

	if (p == NULL)
		p = check(c, fields, "", body);
	if (p == NULL)
		p = run(c, body);
	json_decref(body);
	return p;
}

const struct problem *
with_texts(struct call *c, body_fn *run)
{
	json_t *body = NULL;
	const struct problem *p = parse_body(c, &body);

	if (p == NULL)
		p = check_texts(c, body);
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
