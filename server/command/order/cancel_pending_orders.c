/* CANCEL_PENDING_ORDERS ORDER: all orders up to a date that nobody has processed,
 * or that were declined, are cancelled.  Decisions, 27: what each one was. */
#include "base/arena.h"
#include "command/command.h"
#include "world/flow/order/order_flow.h"

static bool
is_status(const char *text)
{
	return strcmp(text, "pending") == 0 || strcmp(text, "declined") == 0;
}

const struct attr accepts_cancel_pending_orders[] = {
	{ .name = "to_date",
	    .type = ATTR_INT,
	    .required = REQUIRED,
	    .min = 1,
	    .max = LAST_INSTANT,
	    .refusal = &refusal_invalid_data },
	{ .name = "status",
	    .type = ATTR_WORDS,
	    .max = 16,
	    .pattern = is_status,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static void
say_cancelled(struct request *rq, struct value *list, const struct order *o)
{
	struct value *to = value_add(rq->arena, list, NULL, VALUE_ASSOC);

	value_add_text(rq->arena, to, "domain", o->domain);
	value_add_text(rq->arena, to, "id", arena_printf(rq->arena, "%" PRId64, o->id));
	value_add_text(rq->arena, to, "reg_type", o->type);
}

/* Which they are first: those that are cancelled do not fit any more. */
static size_t
cancel_all(struct request *rq, struct value *list, const char *status)
{
	const struct order_filter which = {
		.reseller = rq->reseller->id,
		.status = status,
		.to = attr_int(rq, "to_date"),
	};
	size_t n = order_count(rq->world, &which), done = 0;
	struct order *rows = NEW_ARRAY(rq->arena, struct order, n + 1);

	n = n == 0 ? 0 : order_search(rq->world, rq->arena, &which, n, rows);
	for (size_t i = 0; i < n; i++)
		if (order_take(rq->world, rq->arena, rows[i].id, "cancel")) {
			say_cancelled(rq, list, &rows[i]);
			done++;
		}
	return done;
}

const struct refusal *
cmd_cancel_pending_orders(struct request *rq)
{
	const struct value *words = attr_words(rq, "status");
	struct value *list = value_new(rq->arena, VALUE_ARRAY);
	size_t total = words == NULL ? cancel_all(rq, list, "pending") : 0;

	for (const struct value *w = words == NULL ? NULL : words->first; w != NULL; w = w->next)
		total += cancel_all(rq, list, w->text);
	value_add_text(rq->arena, rq->reply, "total", arena_printf(rq->arena, "%zu", total));
	value_adopt(rq->arena, rq->reply, "cancelled", list);
	return NULL;
}
