/* POLL EVENT: the oldest events that wait; they wait until they are acknowledged. */
#include <jansson.h>

#include "base/arena.h"
#include "base/must.h"
#include "command/command.h"
#include "world/notice/event.h"

#define MAX_EVENTS 100

const struct attr accepts_poll[] = {
	{ .name = "limit",
	    .type = ATTR_INT,
	    .min = 1,
	    .max = MAX_EVENTS,
	    .refusal = &refusal_invalid_data,
	    .fallback = 1 },
	ATTR_LAST,
};

/* Event data are texts, or lists and maps of them. */
static void
write_json(struct arena *a, struct value *parent, const char *key, json_t *json)
{
	const char *name;
	json_t *member;
	size_t i;

	if (json_is_string(json)) {
		value_add_text(a, parent, key, json_string_value(json));
		return;
	}
	must(json_is_object(json) || json_is_array(json));
	struct value *to = value_add(
	    a, parent, key, json_is_object(json) ? VALUE_ASSOC : VALUE_ARRAY);
	json_object_foreach(json, name, member) write_json(a, to, name, member);
	json_array_foreach(json, i, member) write_json(a, to, NULL, member);
}

static void
write_event(struct arena *a, struct value *list, const struct event *e)
{
	struct value *to = value_add(a, list, NULL, VALUE_ASSOC);
	json_t *data = json_loads(e->data, 0, NULL);

	must(data != NULL);
	write_json(a, to, "object_data", data);
	json_decref(data);
	value_add_text(a, to, "object", e->object);
	value_add_text(a, to, "event_id", e->event_id);
	value_add_text(a, to, "event", e->name);
	value_add_text(a, to, "event_date", instant_iso(e->at).text);
}

const struct refusal *
cmd_poll(struct request *rq)
{
	struct event *rows = NEW_ARRAY(rq->arena, struct event, MAX_EVENTS);
	int64_t reseller = rq->reseller->id;
	size_t limit = (size_t)attr_int(rq, "limit");
	size_t n = event_waiting(rq->world, rq->arena, reseller, limit, rows);
	struct value *list = value_add(rq->arena, rq->reply, "events", VALUE_ARRAY);

	for (size_t i = 0; i < n; i++)
		write_event(rq->arena, list, &rows[i]);
	value_add_text(rq->arena, rq->reply, "total",
	    arena_printf(rq->arena, "%" PRId64, event_waiting_count(rq->world, reseller)));
	rq->transaction = transaction_id(rq);
	return NULL;
}
