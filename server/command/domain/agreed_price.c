#include "command/domain/agreed_price.h"

#include "base/arena.h"
#include "world/money/account.h"
#include "world/money/price.h"
#include "world/policy/policy.h"

#define ATTR "premium_price_to_verify"

bool
is_price(const char *text)
{
	int64_t cents;

	return cents_parse(text, &cents) && cents >= 0;
}

static const struct refusal *
unsaid(struct request *rq, const char *domain)
{
	struct premium p;

	if (policy_is(rq->world, &policy_verify_premium, "optional") ||
	    !premium_of(rq->world, rq->arena, domain, &p))
		return NULL;
	return refuse(rq, missing_field, ATTR);
}

const struct refusal *
agreed_price(
    struct request *rq, const char *domain, int64_t cents, const struct refusal_row *flawed)
{
	int64_t said;

	if (!attr_given(rq, ATTR))
		return unsaid(rq, domain);
	if (cents_parse(attr_text(rq, ATTR), &said) && said == cents)
		return NULL;
	return refusal_new(rq, flawed, arena_printf(rq->arena, ATTR " '%s'", attr_text(rq, ATTR)));
}
