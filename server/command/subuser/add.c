/* ADD SUBUSER: the owner of a profile lets somebody in. */
#include "command/subuser/account.h"
#include "world/party/profile.h"

const struct attr accepts_add_subuser[] = {
	ACCOUNT,
	USERNAME("sub_username"),
	PASSWORD("sub_password", REQUIRED),
	PERMISSIONS,
	ATTR_LAST,
};

const struct refusal *
cmd_add_subuser(struct request *rq)
{
	struct term t;
	struct subuser other;
	const struct refusal *no = account_read(rq, &t);

	if (no == NULL)
		no = account_name_free(rq, &t, attr_text(rq, "sub_username"), 0);
	if (no == NULL &&
	    (!rq->reseller->subusers || subuser_of(rq->world, rq->arena, profile_id(&t), &other)))
		no = refuse(rq, subuser_limit, NULL);
	if (no == NULL)
		no = account_permission(rq);
	if (no != NULL)
		return no;
	subuser_save(rq->world, &(struct subuser){
				    .profile = profile_id(&t),
				    .username = attr_text(rq, "sub_username"),
				    .password = attr_text(rq, "sub_password"),
				    .permission = attr_int(rq, "sub_permission"),
				});
	return NULL;
}
