/* GET SUBUSER: whom the owner of a profile has let in. */
#include "base/arena.h"
#include "command/subuser/account.h"
#include "world/party/profile.h"

const struct attr accepts_get_subuser[] = { ACCOUNT, ATTR_LAST };

/* Without one the values are empty: the vendor's client offers to add one then. */
const struct refusal *
cmd_get_subuser(struct request *rq)
{
	struct arena *a = rq->arena;
	struct term t;
	struct subuser sub;
	const struct refusal *no = account_read(rq, &t);

	if (no != NULL)
		return no;
	bool has = subuser_of(rq->world, a, profile_id(&t), &sub);
	value_add_text(a, rq->reply, "id", has ? arena_printf(a, "%" PRId64, sub.id) : "");
	value_add_text(a, rq->reply, "username", has ? sub.username : "");
	value_add_text(
	    a, rq->reply, "permission", has ? arena_printf(a, "%" PRId64, sub.permission) : "");
	return NULL;
}
