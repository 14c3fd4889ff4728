/* MODIFY SUBUSER: another name, password, or other permissions. */
#include "command/subuser/account.h"

const struct attr accepts_modify_subuser[] = {
	ACCOUNT,
	SUB_ID,
	USERNAME("sub_username"),
	PASSWORD("sub_password", OPTIONAL),
	PERMISSIONS,
	ATTR_LAST,
};

/* The vendor's client sends an empty password for one that stays. */
const struct refusal *
cmd_modify_subuser(struct request *rq)
{
	struct term t;
	struct subuser sub;
	const struct refusal *no = account_subuser(rq, &t, &sub);

	if (no == NULL)
		no = account_name_free(rq, &t, attr_text(rq, "sub_username"), sub.id);
	if (no == NULL)
		no = account_permission(rq);
	if (no != NULL)
		return no;
	sub.username = attr_text(rq, "sub_username");
	if (attr_given(rq, "sub_password"))
		sub.password = attr_text(rq, "sub_password");
	sub.permission = attr_int(rq, "sub_permission");
	subuser_save(rq->world, &sub);
	return NULL;
}
