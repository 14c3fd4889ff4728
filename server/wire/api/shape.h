/*
 * Shapes: what a map of the control API may hold, as a table of fields.
 *
 *	const struct field shape_fired[] = {
 *		HAS("id", INTEGER),
 *		HAS("at", INSTANT),
 *		MAY("note", TEXT),
 *		SHAPE_END,
 *	};
 *
 * One table does three things: bodies and query parameters are checked by it
 * before a handler runs, answers are held against it while tests run, and the
 * OpenAPI document is written from it.
 *
 * A field named "*" stands last and means every other name.  A shape whose only
 * field is BYTES is no JSON; the field's name is the media type.
 */
#ifndef API_SHAPE_H
#define API_SHAPE_H

#include <jansson.h>
#include <stdbool.h>

struct arena;

enum field_type {
	FIELD_TEXT, /* one line */
	FIELD_LINES, /* any text */
	FIELD_NAME, /* of a world, snapshot or user: letters, digits, . _ - */
	FIELD_INTEGER, /* zero or more */
	FIELD_NUMBER, /* a whole number */
	FIELD_SCALAR, /* a text of one line, or a whole number */
	FIELD_FLAG,
	FIELD_MONEY, /* "11.62", or a number */
	FIELD_AMOUNT, /* "11.62" */
	FIELD_INSTANT,
	FIELD_DURATION,
	FIELD_MOMENT, /* an instant, or a duration from the world's now */
	FIELD_LIST, /* of texts */
	FIELD_MAP, /* of the fields of `inner` */
	FIELD_ITEMS, /* a list of such maps */
	FIELD_ANY, /* any JSON */
	FIELD_BYTES,
	FIELD_LATER, /* promised, and refused as not built */
	FIELD_TYPES
};

struct field {
	const char *name;
	enum field_type type;
	bool required;
	bool or_null;
	const char *choices; /* texts: "frozen|flowing|system"; NULL: any */
	const struct field *inner;
};

#define HAS(field, TYPE) \
	{ \
		.name = (field), .type = FIELD_##TYPE, .required = true \
	}
#define MAY(field, TYPE) \
	{ \
		.name = (field), .type = FIELD_##TYPE \
	}
#define HAS_OR_NULL(field, TYPE) \
	{ \
		.name = (field), .type = FIELD_##TYPE, .required = true, .or_null = true \
	}
#define HAS_ONE_OF(field, words) \
	{ \
		.name = (field), .type = FIELD_TEXT, .required = true, .choices = (words) \
	}
#define MAY_ONE_OF(field, words) \
	{ \
		.name = (field), .type = FIELD_TEXT, .choices = (words) \
	}
#define HAS_A(field, TYPE, shape) \
	{ \
		.name = (field), .type = FIELD_##TYPE, .required = true, .inner = (shape) \
	}
#define MAY_A(field, TYPE, shape) \
	{ \
		.name = (field), .type = FIELD_##TYPE, .inner = (shape) \
	}
#define SHAPE_END \
	{ \
		.name = NULL \
	}

/* What is wrong with a map; of a NULL code: nothing. */
struct flaw {
	const char *code, *message;
};
struct flaw shape_flaw(struct arena *a, const struct field *shape, const json_t *map);

/* NULL where NAME may stand in paths, file names and user names; else why not. */
const char *name_flaw(const char *name);

/* The shape as JSON Schema (draft 2020-12).  REFER may say where a shape inside
 * is described: "#/components/schemas/domain"; NULL: nowhere. */
typedef const char *refer_fn(struct arena *a, const struct field *shape);
json_t *shape_schema(struct arena *a, const struct field *shape, refer_fn *refer);
json_t *field_schema(struct arena *a, const struct field *f, refer_fn *refer);

#endif
