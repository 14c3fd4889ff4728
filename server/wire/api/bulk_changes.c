/* Bulk changes: one change for many names, and what became of each. */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/bulk/bulk.h"
#include "world/party/reseller.h"

static const struct field result_fields[] = {
	HAS("name", TEXT),
	HAS_OR_NULL("at", INSTANT),
	HAS_OR_NULL("code", INTEGER),
	HAS_OR_NULL("success", FLAG),
	HAS_OR_NULL("text", TEXT),
	SHAPE_END,
};
const struct field shape_bulk_change[] = {
	HAS("id", INTEGER),
	HAS("reseller", TEXT),
	HAS("type", TEXT),
	HAS("contact_email", TEXT),
	HAS("submitted", INSTANT),
	HAS("begins", INSTANT),
	HAS_OR_NULL("finished", INSTANT),
	HAS_A("results", ITEMS, result_fields),
	SHAPE_END,
};

/* All but the name is null before the name's turn. */
static json_t *
result_json(const struct bulk_item *item)
{
	bool done = item->at != 0;
	json_t *map = json_object();

	json_put(map, "name", json_string(item->name));
	json_put(map, "at", json_instant_or_null(item->at));
	json_put(map, "code", done ? json_integer(item->code) : json_null());
	json_put(map, "success", done ? json_boolean(item->success) : json_null());
	json_put(map, "text", done ? json_string(item->text) : json_null());
	return map;
}

static json_t *
results_json(struct call *c, const struct bulk *b)
{
	struct bulk_item *rows = NEW_ARRAY(c->arena, struct bulk_item, b->names);
	json_t *list = json_array();

	bulk_items(c->world, c->arena, b, rows);
	for (size_t i = 0; i < b->names; i++)
		json_array_append_new(list, result_json(&rows[i]));
	return list;
}

static json_t *
bulk_json(struct call *c, const struct bulk *b)
{
	struct reseller r = { .name = "" };

	(void)reseller_load(c->world, c->arena, b->reseller, &r);
	return json_pack("{s:I, s:s, s:s, s:s, s:o, s:o, s:o, s:o}", "id", (json_int_t)b->id,
	    "reseller", r.name, "type", b->type, "contact_email", b->email, "submitted",
	    json_instant(b->submitted), "begins", json_instant(b->begins), "finished",
	    json_instant_or_null(b->finished), "results", results_json(c, b));
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct bulk *rows = NEW_ARRAY(c->arena, struct bulk, limit);
	size_t n = bulk_list(c->world, c->arena, since, limit, rows);

	for (size_t i = 0; i < n; i++)
		json_array_append_new(items, bulk_json(c, &rows[i]));
	return n == 0 ? since : rows[n - 1].id;
}

const struct problem *
api_bulk_changes(struct call *c)
{
	return list(c, &(struct listing){ fill, NULL });
}

const struct problem *
api_bulk_change(struct call *c)
{
	struct bulk b;
	int64_t id;

	if (capture_id(c, 1, &id) && bulk_load(c->world, c->arena, id, &b))
		return answer_json(c, 200, bulk_json(c, &b));
	return problem_new(c, 404, "unknown_bulk_change",
	    "There is no bulk change \"%s\" in this world.", c->captures[1]);
}
