/* The resellers' poll queues, whether acknowledged or not. */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/notice/event.h"
#include "world/party/reseller.h"

const struct field shape_event[] = {
	HAS("id", INTEGER),
	HAS("at", INSTANT),
	HAS("reseller", TEXT),
	HAS("object", TEXT),
	HAS("event", TEXT),
	HAS("event_id", TEXT),
	HAS("object_data", ANY), /* as the reseller API sends it */
	HAS("acknowledged", FLAG),
	SHAPE_END,
};

json_t *
event_json(struct call *c, const struct event *e)
{
	struct reseller r;

	return json_pack("{s:I, s:o, s:s, s:s, s:s, s:s, s:o, s:b}", "id", (json_int_t)e->id, "at",
	    json_instant(e->at), "reseller",
	    reseller_load(c->world, c->arena, e->reseller, &r) ? r.name : "", "object", e->object,
	    "event", e->name, "event_id", e->event_id, "object_data", json_parsed(e->data),
	    "acknowledged", e->acked);
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct event *rows = NEW_ARRAY(c->arena, struct event, limit);
	size_t n = event_list(c->world, c->arena, since, limit, rows);

	for (size_t i = 0; i < n; i++)
		json_array_append_new(items, event_json(c, &rows[i]));
	return n == 0 ? since : rows[n - 1].id;
}

static int64_t
last(struct call *c)
{
	return event_last(c->world);
}

const struct problem *
api_events(struct call *c)
{
	return list(c, &(struct listing){ fill, last });
}
