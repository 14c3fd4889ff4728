/* Orders: what resellers asked to buy. */
#include "base/arena.h"
#include "wire/api/api.h"
#include "world/flow/consent/consent.h"
#include "world/money/account.h"
#include "world/order/order.h"

const struct field shape_order[] = {
	HAS("id", INTEGER),
	HAS("domain", TEXT),
	HAS("type", TEXT),
	HAS("status", TEXT),
	HAS("price", AMOUNT),
	HAS("period", INTEGER),
	HAS("held", FLAG),
	HAS("debited", FLAG),
	HAS("submitted", INSTANT),
	HAS_OR_NULL("processed", INSTANT),
	HAS_OR_NULL("completed", INSTANT),
	HAS_A("consent", MAP, shape_consent),
	SHAPE_END,
};

/* What the ledger says: money is held from the order to its completion and debited
 * there (decisions 19); an order that is completed at once never holds any. */
json_t *
order_json(struct call *c, const struct order *o)
{
	struct order_money money = account_of_order(c->world, o->id);

	return json_pack("{s:I, s:s, s:s, s:s, s:s, s:i, s:b, s:b, s:o, s:o, s:o, s:o}", "id",
	    (json_int_t)o->id, "domain", o->domain, "type", o->type, "status", o->status, "price",
	    cents_text(c->arena, o->price), "period", o->period, "held", money.held > 0, "debited",
	    money.debited > 0, "submitted", json_instant_or_null(o->submitted), "processed",
	    json_instant_or_null(o->processed), "completed", json_instant_or_null(o->completed),
	    "consent", consent_json(consent_status_of_order(c->world, c->arena, o)));
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct order *rows = NEW_ARRAY(c->arena, struct order, limit);
	size_t n = order_list(c->world, c->arena, since, limit, rows);

	for (size_t i = 0; i < n; i++)
		json_array_append_new(items, order_json(c, &rows[i]));
	return n == 0 ? since : rows[n - 1].id;
}

const struct problem *
api_orders(struct call *c)
{
	return list(c, &(struct listing){ fill, NULL });
}

const struct problem *
find_order(struct call *c, struct order *o)
{
	int64_t id;

	if (capture_id(c, 1, &id) && order_load(c->world, c->arena, id, o))
		return NULL;
	return problem_new(
	    c, 404, "unknown_order", "There is no order \"%s\" in this world.", c->captures[1]);
}

const struct problem *
api_order(struct call *c)
{
	struct order o;
	const struct problem *p = find_order(c, &o);

	return p != NULL ? p : answer_json(c, 200, order_json(c, &o));
}
