/*
 * JSON in and out of the control API.
 *
 * A body is checked against its row's shape before the handler sees it: a field
 * nobody knows, a required one that is missing and a value of another kind are
 * refused by name.  So a handler that runs finds what it asks for.
 *
 * Answers are built as jansson values and written here; nobody prints JSON.
 */
#ifndef API_JSON_H
#define API_JSON_H

#include <jansson.h>

#include "engine/route.h"
#include "wire/api/shape.h"

/* Runs with a body that fits what the row takes.  What body_text() and its like
 * return lives no longer than that. */
typedef const struct problem *body_fn(struct call *c, const json_t *body);
const struct problem *with_body(struct call *c, body_fn *run);

bool body_has(const json_t *body, const char *name);
const char *body_text(const json_t *body, const char *name); /* NULL: absent */
int64_t body_integer(const json_t *body, const char *name, int64_t if_absent);
bool body_flag(const json_t *body, const char *name, bool if_absent);
int64_t body_cents(const json_t *body, const char *name, int64_t if_absent);
instant body_instant(const json_t *body, const char *name, instant if_absent);
instant body_moment(const json_t *body, const char *name, instant now, instant if_absent);

instant instant_clamped(instant t); /* into the years that can be written */

/* Answers with J and gives it back.  Returns NULL, to be returned in turn. */
const struct problem *answer_json(struct call *c, int status, json_t *j);
/* The same for a row whose answer is no JSON. */
const struct problem *answer_bytes(struct call *c, const char *bytes, size_t size);

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
