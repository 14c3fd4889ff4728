/*
 * JSON in and out of the control API.
 *
 * A body is checked against a table of fields before the handler sees it:
 * a field nobody knows, a required one that is missing and a value of another
 * kind are refused by name.  So a handler that runs finds what it asks for.
 *
 * Answers are built as jansson values and written here; nobody prints JSON.
 */
#ifndef API_JSON_H
#define API_JSON_H

#include <jansson.h>

#include "engine/route.h"

enum field_type {
	FIELD_TEXT, /* one line */
	FIELD_HTML, /* as long as it likes */
	FIELD_NAME, /* of a world, snapshot or user: letters, digits, . _ - */
	FIELD_INTEGER, /* zero or more */
	FIELD_FLAG,
	FIELD_MONEY, /* "11.62", or a number */
	FIELD_INSTANT,
	FIELD_DURATION,
	FIELD_MOMENT, /* an instant, or a duration from the world's now */
	FIELD_TEXTS, /* a map of texts, under any names */
	FIELD_LIST, /* of texts */
	FIELD_MAP, /* of the fields of `inner` */
	FIELD_REST, /* last, named "*": any other name, with a text or a number */
};

struct field {
	const char *name;
	enum field_type type;
	bool required;
	const char *choices; /* texts: "frozen|flowing|system"; NULL: any */
	const struct field *inner;
};
#define FIELD_LAST \
	{ \
		.name = NULL \
	}

/* Runs with a body that fits FIELDS.  What body_text() and its like return
 * lives no longer than that. */
typedef const struct problem *body_fn(struct call *c, const json_t *body);
const struct problem *with_body(struct call *c, const struct field *fields, body_fn *run);

/* The same for a body that is a map of texts under any names. */
const struct problem *with_texts(struct call *c, body_fn *run);

bool body_has(const json_t *body, const char *name);
const char *body_text(const json_t *body, const char *name); /* NULL: absent */
int64_t body_integer(const json_t *body, const char *name, int64_t if_absent);
bool body_flag(const json_t *body, const char *name, bool if_absent);
int64_t body_cents(const json_t *body, const char *name, int64_t if_absent);
instant body_instant(const json_t *body, const char *name, instant if_absent);
instant body_moment(const json_t *body, const char *name, instant now, instant if_absent);

instant instant_clamped(instant t); /* into the years that can be written */

/* NULL where NAME may stand in paths, file names and user names; else why not. */
const char *name_flaw(const char *name);

/* Answers with J and gives it back.  Returns NULL, to be returned in turn. */
const struct problem *answer_json(struct call *c, int status, json_t *j);

/* The number of a path's {ID}.  False: it is none. */
bool capture_id(const struct call *c, size_t n, int64_t *id);

/* J as text in the arena, and given back. */
const char *json_text(struct arena *a, json_t *j);

json_t *json_instant(instant t);
json_t *json_instant_or_null(instant t); /* 0 becomes null */
json_t *json_text_value(const char *text); /* NULL becomes null; never fails */
json_t *json_parsed(const char *text); /* our own JSON text, out of a row */
void json_put(json_t *map, const char *name, json_t *value); /* takes the value */

#endif
