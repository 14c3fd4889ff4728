#include "command/subuser/account.h"

#include "world/party/profile.h"

const struct refusal *
account_read(struct request *rq, struct term *t)
{
	const struct refusal *no = owned_term(rq, t);
	const char *username = attr_word(rq, "username");

	if (no != NULL)
		return no;
	if (*username == '\0')
		username = trimmed(rq->arena, value_text(rq->top, "username"));
	if (*username != '\0' && strcmp(username, t->reg_username) != 0)
		return refuse(rq, user_not_found, NULL);
	return NULL;
}

const struct refusal *
account_subuser(struct request *rq, struct term *t, struct subuser *sub)
{
	const struct refusal *no = account_read(rq, t);

	if (no == NULL && (!subuser_of(rq->world, rq->arena, profile_id(t), sub) ||
			      sub->id != attr_int(rq, "sub_id")))
		no = refuse(rq, subuser_not_found, NULL);
	return no;
}

const struct refusal *
account_name_free(struct request *rq, const struct term *t, const char *username, int64_t except)
{
	struct subuser sub;

	if (strcmp(username, t->reg_username) == 0)
		return refuse(rq, subuser_exists, NULL);
	if (subuser_of(rq->world, rq->arena, profile_id(t), &sub) && sub.id != except &&
	    strcmp(username, sub.username) == 0)
		return refuse(rq, subuser_exists, NULL);
	return NULL;
}

const struct refusal *
account_permission(struct request *rq)
{
	int64_t beyond = attr_int(rq, "sub_permission") & ~rq->reseller->subuser_permissions;

	return beyond == 0 ? NULL : refuse(rq, no_permission, NULL);
}
