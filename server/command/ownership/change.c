/* CHANGE OWNERSHIP: a name, or all of its profile, goes to another end user. */
#include "base/arena.h"
#include "command/user.h"
#include "world/name/domain.h"
#include "world/party/profile.h"

const struct attr accepts_change_ownership[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	USERNAME("username"),
	PASSWORD("password", REQUIRED),
	{ .name = "reg_domain",
	    .type = ATTR_TEXT,
	    .max = 253,
	    .pattern = domain_well_formed,
	    .refusal = &refusal_invalid_data },
	{ .name = "move_all", .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

/* The profile of reg_domain, if the login is right there. */
static const struct refusal *
read_target(struct request *rq, struct profile_move *move)
{
	struct term *into = NEW(rq->arena, struct term);

	if (!attr_given(rq, "reg_domain"))
		return NULL;
	if (!profile_find(rq->world, rq->arena, rq->reseller->id, attr_text(rq, "reg_domain"),
		move->username, move->password, into))
		return refuse(rq, bad_password, NULL);
	move->into = into;
	return NULL;
}

const struct refusal *
cmd_change_ownership(struct request *rq)
{
	struct profile_move move = {
		.all = attr_flag(rq, "move_all"),
		.username = attr_text(rq, "username"),
		.password = attr_text(rq, "password"),
	};
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		no = read_target(rq, &move);
	if (no == NULL)
		profile_move(rq->world, rq->arena, &t, &move);
	return no;
}
