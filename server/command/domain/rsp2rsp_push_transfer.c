/*
 * RSP2RSP_PUSH_TRANSFER DOMAIN: a reseller gives a name to another one, at once and for
 * nothing, if that one has put it on its list.
 *
 * The text of the refusal was recorded (facts of github.com/site5/moo_moo); that what
 * keeps a name from being transferred keeps it from being pushed is inferred.
 */
#include "command/user.h"
#include "world/flow/transfer/transfer.h"

const struct attr accepts_rsp2rsp_push_transfer[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	{ .name = "grsp",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 255,
	    .refusal = &refusal_invalid_data },
	/* The login of its profile over there; without them it keeps its own. */
	{ .name = "username",
	    .type = ATTR_TEXT,
	    .min = LOGIN_SHORTEST,
	    .max = LOGIN_LONGEST,
	    .pattern = username_well_formed,
	    .refusal = &refusal_username_syntax },
	PASSWORD("password", OPTIONAL),
	ATTR_LAST,
};

/* By its own name, or by one that it signs with. */
static bool
find_reseller(struct request *rq, const char *name, struct reseller *r)
{
	struct login l;

	if (reseller_find(rq->world, rq->arena, name, r))
		return true;
	return login_find(rq->world, rq->arena, name, &l) &&
	       reseller_load(rq->world, rq->arena, l.reseller, r);
}

/* Whether there is such a reseller is nobody's business whom it does not know. */
static const struct refusal *
check_reseller(struct request *rq, struct reseller *gaining)
{
	if (find_reseller(rq, attr_text(rq, "grsp"), gaining) &&
	    reseller_takes_from(gaining, rq->reseller->name))
		return NULL;
	return refuse(rq, no_push, NULL);
}

static const struct refusal *
check_name(struct request *rq, const struct term *t, const struct reseller *gaining)
{
	const struct refusal *no = nothing_waits(rq, t->name);

	if (no != NULL)
		return no;
	struct transferability can = transferability(rq->world, rq->arena, gaining->id, t->name, 0);
	if (can.forbidden)
		return refuse(rq, transfer_forbidden, can.reason);
	return transfer_possible(&can) ? NULL : refuse(rq, not_transferrable, NULL);
}

static const struct refusal *
check_login(struct request *rq)
{
	bool username = attr_given(rq, "username"), password = attr_given(rq, "password");

	if (username == password)
		return NULL;
	return refuse(rq, missing_field, username ? "password" : "username");
}

const struct refusal *
cmd_rsp2rsp_push_transfer(struct request *rq)
{
	struct reseller gaining;
	struct term t;
	const struct refusal *no = owned_term(rq, &t);

	if (no == NULL)
		no = check_login(rq);
	if (no == NULL)
		no = check_reseller(rq, &gaining);
	if (no == NULL)
		no = check_name(rq, &t, &gaining);
	if (no != NULL)
		return no;
	bool login = attr_given(rq, "username");
	transfer_push(rq->world, rq->arena, &t, gaining.id,
	    login ? attr_text(rq, "username") : t.reg_username,
	    login ? attr_text(rq, "password") : t.reg_password);
	return NULL;
}
