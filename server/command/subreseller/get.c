/* GET SUBRESELLER: what is written down about one, and what its account holds. */
#include "command/subreseller/settings.h"
#include "world/money/account.h"

const struct attr accepts_get_subreseller[] = { SUBRESELLER_NAME, ATTR_LAST };

const struct refusal *
cmd_get_subreseller(struct request *rq)
{
	struct subreseller s;
	const struct refusal *no = subreseller_meant(rq, &s);

	if (no != NULL)
		return no;
	struct balance b = account_balance(rq->world, s.is.id);
	settings_write(rq, &s);
	value_add_text(rq->arena, rq->reply, "balance", cents_text(rq->arena, b.balance));
	return NULL;
}
