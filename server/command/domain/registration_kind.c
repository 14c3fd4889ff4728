/* What sets the reg_types of new names apart: a price of its own, a phase, a mark. */
#include "base/arena.h"
#include "command/domain/registration.h"
#include "world/money/price.h"
#include "world/name/launch.h"

static const struct refusal *
wrong_kind(struct request *rq, const char *type)
{
	return refuse(rq, registration_data, arena_printf(rq->arena, "reg_type '%s'", type));
}

static const struct refusal *
check_premium(struct request *rq, const char *domain)
{
	struct premium p;

	if (premium_of(rq->world, rq->arena, domain, &p))
		return NULL;
	return wrong_kind(rq, "premium");
}

/* The mark itself is the registry's to judge. */
static const struct refusal *
check_sunrise(struct request *rq, const char *domain)
{
	(void)domain;
	return attr_given(rq, "trademark_smd") ? NULL : refuse(rq, missing_field, "trademark_smd");
}

static const struct {
	const char *type;
	const struct refusal *(*check)(struct request *rq, const char *domain);
} kinds[] = {
	{ "premium", check_premium },
	{ "sunrise", check_sunrise },
};

/* What comes too early can be kept until its time; an early phase that is over, or
 * that nobody has announced, is a mistake. */
const struct refusal *
registration_kind(struct request *rq, const char *domain)
{
	const char *type = attr_text(rq, "reg_type");

	if (launch_early(type) && !launch_takes(rq->world, rq->arena, domain, type))
		return wrong_kind(rq, type);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].type, type) == 0)
			return kinds[i].check(rq, domain);
	return NULL;
}

/* The early phases cost what the name will cost afterwards. */
bool
registration_price(struct request *rq, const struct order *o, int64_t *cents)
{
	const char *type = launch_early(o->type) ? "new" : o->type;

	return price_of(rq->world, o->domain, type, o->period, cents);
}
