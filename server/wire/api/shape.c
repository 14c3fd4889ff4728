/* Whether a map fits its shape, and what is said where it does not. */
#include "wire/api/shape.h"

#include "base/arena.h"
#include "base/nearest.h"
#include "clock/instant.h"
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
is_amount(const json_t *value)
{
	int64_t cents;

	return json_is_string(value) && cents_parse(json_string_value(value), &cents);
}

static bool
is_scalar(const json_t *value)
{
	return json_is_integer(value) ||
	       (json_is_string(value) && is_one_line(json_string_value(value)));
}

static bool
is_list_of_maps(const json_t *value)
{
	for (size_t i = 0; i < json_array_size(value); i++)
		if (!json_is_object(json_array_get(value, i)))
			return false;
	return json_is_array(value);
}

/* What stands inside a map is looked at by itself. */
static bool
value_fits(const struct field *f, const json_t *value)
{
	if (json_is_null(value) && f->or_null)
		return true;
	switch (f->type) {
	case FIELD_INTEGER:
		return json_is_integer(value) && json_integer_value(value) >= 0;
	case FIELD_NUMBER:
		return json_is_integer(value);
	case FIELD_SCALAR:
		return is_scalar(value);
	case FIELD_FLAG:
		return json_is_boolean(value);
	case FIELD_MONEY:
		return is_money(value);
	case FIELD_AMOUNT:
		return is_amount(value);
	case FIELD_LIST:
		return is_list_of_texts(value);
	case FIELD_MAP:
		return json_is_object(value);
	case FIELD_ITEMS:
		return is_list_of_maps(value);
	case FIELD_ANY:
		return true;
	default:
		return json_is_string(value) && text_fits(f, json_string_value(value));
	}
}

static const char *
wanted(struct arena *a, const struct field *f)
{
	static const char *const what[FIELD_TYPES] = {
		[FIELD_TEXT] = "a text of one line",
		[FIELD_LINES] = "a text",
		[FIELD_NAME] = "a name of 1 to 63 letters, digits, dots, hyphens or underscores",
		[FIELD_INTEGER] = "a whole number, zero or more",
		[FIELD_NUMBER] = "a whole number",
		[FIELD_SCALAR] = "a text of one line or a whole number",
		[FIELD_FLAG] = "true or false",
		[FIELD_MONEY] = "an amount such as \"1000.00\"",
		[FIELD_AMOUNT] = "an amount such as \"1000.00\"",
		[FIELD_INSTANT] = "an instant such as \"2026-01-01T00:00:00Z\"",
		[FIELD_DURATION] = "a duration such as \"P10D\", \"PT1H\" or \"P10D-PT1S\"",
		[FIELD_MOMENT] = ("an instant such as \"2026-01-01T00:00:00Z\", or a duration from"
				  " the world's now such as \"-P3D\""),
		[FIELD_LIST] = "a list of at most 13 texts",
		[FIELD_MAP] = "a map",
		[FIELD_ITEMS] = "a list of maps",
		[FIELD_ANY] = "anything",
		[FIELD_BYTES] = "bytes",
	};

	if (f->choices != NULL)
		return arena_printf(a, "one of %s", f->choices);
	return what[f->type];
}

static const char *
shown(struct arena *a, const json_t *value)
{
	char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT | JSON_ENSURE_ASCII);
	const char *copy = text == NULL            ? "that"
			   : strlen(text) <= SHOWN ? arena_strdup(a, text)
						   : arena_printf(a, "%.*s...", SHOWN, text);

	free(text);
	return copy;
}

static struct flaw
unknown_field(struct arena *a, const struct field *shape, const char *inside, const char *name)
{
	struct nearest n = nearest_to(name);
	const char *known = "", *message;

	for (const struct field *f = shape; f->name != NULL; f++) {
		nearest_offer(&n, f->name);
		known = arena_printf(a, "%s%s%s", known, f == shape ? "" : ", ", f->name);
	}
	if (n.word != NULL)
		message = arena_printf(a, "There is no field \"%s%s\"; did you mean \"%s%s\"?",
		    inside, name, inside, n.word);
	else
		message = arena_printf(a, "There is no field \"%s%s\"%s%s.", inside, name,
		    *known == '\0' ? "; this request has none" : "; known are: ", known);
	return (struct flaw){ "unknown_field", message };
}

static const struct field *
find_field(const struct field *shape, const char *name)
{
	for (; shape->name != NULL; shape++)
		if (strcmp(shape->name, name) == 0 || strcmp(shape->name, "*") == 0)
			return shape;
	return NULL;
}

static struct flaw
flaw_inside(struct arena *a, const struct field *shape, const char *inside, const json_t *map);

/* PATH is the field's, "owner.email". */
static struct flaw
flaw_of_value(struct arena *a, const struct field *f, const char *path, const json_t *value)
{
	struct flaw flaw = { 0 };

	if (f->type == FIELD_LATER)
		return (struct flaw){ "not_built",
			arena_printf(
			    a, "\"%s\" is not built yet: nothing would act on it.", path) };
	if (!value_fits(f, value))
		return (struct flaw){ "bad_value", arena_printf(a, "\"%s\" wants %s, not %s.", path,
						       wanted(a, f), shown(a, value)) };
	if (f->type == FIELD_MAP && !json_is_null(value))
		return flaw_inside(a, f->inner, arena_printf(a, "%s.", path), value);
	if (f->type == FIELD_ITEMS)
		for (size_t i = 0; i < json_array_size(value) && flaw.code == NULL; i++)
			flaw = flaw_inside(a, f->inner, arena_printf(a, "%s.%zu.", path, i),
			    json_array_get(value, i));
	return flaw;
}

/* INSIDE is "owner." for what stands in the map "owner". */
static struct flaw
flaw_inside(struct arena *a, const struct field *shape, const char *inside, const json_t *map)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)map, name, value)
	{
		const struct field *f = find_field(shape, name);
		if (f == NULL)
			return unknown_field(a, shape, inside, name);
		struct flaw flaw = flaw_of_value(
		    a, f, arena_printf(a, "%s%s", inside, name), value);
		if (flaw.code != NULL)
			return flaw;
	}
	for (const struct field *f = shape; f->name != NULL; f++)
		if (f->required && json_object_get(map, f->name) == NULL)
			return (struct flaw){ "missing_field",
				arena_printf(
				    a, "\"%s%s\" is missing: %s.", inside, f->name, wanted(a, f)) };
	return (struct flaw){ 0 };
}

struct flaw
shape_flaw(struct arena *a, const struct field *shape, const json_t *map)
{
	return flaw_inside(a, shape, "", map);
}
