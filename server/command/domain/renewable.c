#include "command/domain/renewable.h"

#include "base/arena.h"
#include "world/name/domain.h"
#include "world/order/order.h"

#define MOST_YEARS 10 /* ahead of now, at any registry (facts: api/12) */

/* The newest completed renewal of this term; false: it has none. */
static bool
last_renewal(struct request *rq, const struct term *t, struct order *o)
{
	const struct order_filter f = {
		.reseller = t->reseller,
		.domain = t->name,
		.type = "renewal",
		.status = "completed",
		.newest_first = true,
	};

	return order_search(rq->world, rq->arena, &f, 1, o) == 1 && o->term == t->id;
}

/* That it keeps a repeated request from renewing twice is decisions, 25. */
static const struct refusal *
check_year(struct request *rq, const struct term *t, int64_t asked)
{
	int64_t year = date_of(t->registry_expires).year;
	struct order o;

	if (asked == year)
		return NULL;
	if (asked < year && last_renewal(rq, t, &o) && asked >= year - o.period)
		return refuse(rq, already_renewed, NULL);
	return refuse(rq, other_year, arena_printf(rq->arena, "%" PRId64, asked));
}

static const struct refusal *
check_period(struct request *rq, const struct term *t, int64_t period)
{
	struct world *w = rq->world;
	struct years years = domain_years(w, rq->arena, t->name);
	instant end = term_end(w, rq->arena, t->name, t->registry_expires, (int)period);

	if (period >= years.least && period <= years.most &&
	    end <= term_end(w, rq->arena, t->name, w->now, MOST_YEARS))
		return NULL;
	return refuse(rq, invalid_data, arena_printf(rq->arena, "period '%" PRId64 "'", period));
}

const struct refusal *
renewable(struct request *rq, const struct term *t, int64_t year, int64_t period)
{
	const struct refusal *no = check_year(rq, t, year);

	return no != NULL ? no : check_period(rq, t, period);
}
