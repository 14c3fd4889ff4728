/* PAY SUBRESELLER: money from the asker's account to the sub-reseller's. */
#include "base/arena.h"
#include "command/subreseller/settings.h"
#include "world/money/account.h"

static bool
is_amount(const char *text)
{
	int64_t cents;

	return cents_parse(text, &cents) && cents > 0;
}

const struct attr accepts_pay_subreseller[] = {
	SUBRESELLER_NAME,
	{ .name = "amount",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 16,
	    .pattern = is_amount,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

const struct refusal *
cmd_pay_subreseller(struct request *rq)
{
	struct subreseller s;
	int64_t amount = 0;
	const struct refusal *no = subreseller_meant(rq, &s);

	if (no != NULL)
		return no;
	(void)cents_parse(attr_text(rq, "amount"), &amount);
	const char *what = arena_printf(rq->arena, "%s pays %s", rq->reseller->name, s.is.name);
	if (!account_pay(rq->world, rq->arena, rq->reseller->id, s.is.id, amount, what))
		return refuse(rq, payment_quota, NULL);
	struct balance b = account_balance(rq->world, s.is.id);
	value_add_text(rq->arena, rq->reply, "balance", cents_text(rq->arena, b.balance));
	return NULL;
}
