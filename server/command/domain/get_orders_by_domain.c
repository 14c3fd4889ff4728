/* GET_ORDERS_BY_DOMAIN DOMAIN: what was ordered under a name, newest first. */
#include "base/arena.h"
#include "command/listing.h"
#include "world/order/order.h"

#define DAY(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .max = 10, .pattern = is_day, \
		.refusal = &refusal_invalid_data \
	}
#define WORD(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .max = 20, .refusal = &refusal_invalid_data \
	}

const struct attr accepts_get_orders_by_domain[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	DAY("order_from"),
	DAY("order_to"),
	WORD("status"),
	WORD("type"),
	LISTING_ATTRS,
	ATTR_LAST,
};

static const char *
word(struct request *rq, const char *name)
{
	return attr_given(rq, name) ? attr_text(rq, name) : NULL;
}

/* Days are those of order_date. */
static struct order_filter
asked(struct request *rq)
{
	struct order_filter f = {
		.reseller = rq->reseller->id,
		.domain = attr_text(rq, "domain"),
		.status = word(rq, "status"),
		.type = word(rq, "type"),
		.newest_first = true,
	};
	instant day;

	if (attr_given(rq, "order_from") && day_parse(attr_text(rq, "order_from"), &day))
		f.from = toronto_day(day);
	if (attr_given(rq, "order_to") && day_parse(attr_text(rq, "order_to"), &day))
		f.to = toronto_day(day + DAYS(1)) - 1;
	return f;
}

static void
say_order(struct request *rq, struct value *list, const struct order *o)
{
	struct value *to = value_add(rq->arena, list, NULL, VALUE_ASSOC);

	value_add_text(rq->arena, to, "id", arena_printf(rq->arena, "%" PRId64, o->id));
	value_add_text(rq->arena, to, "order_date", toronto_text(rq->arena, o->submitted));
	value_add_text(rq->arena, to, "status", o->status);
	value_add_text(rq->arena, to, "type", o->type);
}

const struct refusal *
cmd_get_orders_by_domain(struct request *rq)
{
	struct page page = page_asked(rq);
	struct order_filter f = asked(rq);
	size_t total = order_count(rq->world, &f);
	size_t most = total < page.limit ? total : page.limit;
	struct order *rows = NEW_ARRAY(rq->arena, struct order, most + 1);
	struct value *list = value_add(rq->arena, rq->reply, "orders", VALUE_ARRAY);

	f.skip = page.skip;
	size_t n = order_search(rq->world, rq->arena, &f, most, rows);
	for (size_t i = 0; i < n; i++)
		say_order(rq, list, &rows[i]);
	page_say(rq, &page, total);
	return NULL;
}
