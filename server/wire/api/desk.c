/* The front desk: what reached no world.  Its instants are real ones. */
#include "base/arena.h"
#include "wire/api/api.h"

const struct field shape_desk_row[] = {
	HAS("id", INTEGER),
	HAS("at", INSTANT), /* real time */
	HAS("door", TEXT),
	HAS_OR_NULL("peer", LINES),
	HAS_OR_NULL("user", LINES),
	HAS_OR_NULL("what", LINES),
	HAS("code", INTEGER),
	HAS_OR_NULL("diagnosis", LINES),
	SHAPE_END,
};

static json_t *
row_json(const struct desk_row *r)
{
	return json_pack("{s:I, s:o, s:s, s:o, s:o, s:o, s:i, s:o}", "id", (json_int_t)r->id, "at",
	    json_instant(r->at_ms / 1000), "door", r->door, "peer", json_text_value(r->peer),
	    "user", json_text_value(r->username), "what", json_text_value(r->what), "code", r->code,
	    "diagnosis", json_text_value(r->diagnosis));
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct desk_row *rows = NEW_ARRAY(c->arena, struct desk_row, limit);
	size_t n = engine_desk(c->engine, c->arena, since, limit, rows);

	for (size_t i = 0; i < n; i++)
		json_array_append_new(items, row_json(&rows[i]));
	return n == 0 ? since : rows[n - 1].id;
}

static int64_t
last(struct call *c)
{
	return engine_desk_last(c->engine);
}

const struct problem *
api_desk(struct call *c)
{
	return list(c, &(struct listing){ fill, last });
}
