/* GET_BALANCE: any object will do, and is echoed. */
#include "command/command.h"
#include "world/money/account.h"

const struct attr accepts_get_balance[] = { ATTR_LAST };

const struct refusal *
cmd_get_balance(struct request *rq)
{
	struct balance b = account_balance(rq->world, rq->reseller->id);

	value_add_text(rq->arena, rq->reply, "balance", cents_text(rq->arena, b.balance));
	value_add_text(rq->arena, rq->reply, "hold_balance", cents_text(rq->arena, b.held));
	return NULL;
}
