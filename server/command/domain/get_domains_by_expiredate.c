/* GET_DOMAINS_BY_EXPIREDATE DOMAIN: the asker's names that expire within two days
 * and all between them, page by page. */
#include "base/arena.h"
#include "command/listing.h"
#include "world/name/term.h"

#define DAY(attr) \
	{ \
		.name = attr, .type = ATTR_TEXT, .required = REQUIRED, .max = 10, \
		.pattern = is_day, .refusal = &refusal_invalid_data \
	}

const struct attr accepts_get_domains_by_expiredate[] = {
	DAY("exp_from"),
	DAY("exp_to"),
	LISTING_ATTRS,
	ATTR_LAST,
};

/* In the order of the recorded reply lookup/get_domains_by_expiredate. */
static void
say_term(struct request *rq, struct value *list, const struct term *t)
{
	struct value *to = value_add(rq->arena, list, NULL, VALUE_ASSOC);

	value_add_text(rq->arena, to, "f_let_expire", t->let_expire ? "Y" : "N");
	value_add_text(rq->arena, to, "name", t->name);
	value_add_text(rq->arena, to, "expiredate", instant_plain(t->expires).text);
	value_add_text(rq->arena, to, "f_auto_renew", t->auto_renew ? "Y" : "N");
}

const struct refusal *
cmd_get_domains_by_expiredate(struct request *rq)
{
	struct arena *a = rq->arena;
	struct page page = page_asked(rq);
	struct expiring e = {
		.reseller = rq->reseller->id,
		.limit = page.limit,
		.skip = page.skip,
	};
	struct term *rows;

	day_parse(attr_text(rq, "exp_from"), &e.from);
	day_parse(attr_text(rq, "exp_to"), &e.to);
	e.to += DAYS(1);
	size_t n = term_expiring(rq->world, a, &e, &rows);
	struct value *list = value_add(a, rq->reply, "exp_domains", VALUE_ARRAY);
	for (size_t i = 0; i < n; i++)
		say_term(rq, list, &rows[i]);
	value_add_text(a, rq->reply, "page", arena_printf(a, "%" PRId64, page.number));
	value_add_text(a, rq->reply, "remainder", e.skip + n < e.total ? "1" : "0");
	value_add_text(a, rq->reply, "total", arena_printf(a, "%zu", e.total));
	return NULL;
}
