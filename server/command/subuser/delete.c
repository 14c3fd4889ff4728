/* DELETE SUBUSER: the owner shuts the door again. */
#include "command/subuser/account.h"

const struct attr accepts_delete_subuser[] = { ACCOUNT, SUB_ID, ATTR_LAST };

const struct refusal *
cmd_delete_subuser(struct request *rq)
{
	struct term t;
	struct subuser sub;
	const struct refusal *no = account_subuser(rq, &t, &sub);

	if (no == NULL)
		subuser_drop(rq->world, sub.id);
	return no;
}
