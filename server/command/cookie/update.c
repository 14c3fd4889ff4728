/* UPDATE COOKIE: the same end user goes on to another name. */
#include "command/cookie/login.h"
#include "world/name/domain.h"
#include "world/party/cookie.h"

const struct attr accepts_cookie_update[] = {
	{ .name = "domain", .type = ATTR_DOMAIN, .max = 253, .refusal = &refusal_invalid_domain },
	{ .name = "domain_new",
	    .type = ATTR_TEXT,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_data },
	LOGIN("reg_username"),
	LOGIN("reg_password"),
	ATTR_LAST,
};

const struct refusal *
cmd_cookie_update(struct request *rq)
{
	const char *domain = domain_folded(rq->arena, attr_text(rq, "domain_new"));
	struct cookie c;
	struct term t;
	struct user u;
	bool given;
	const struct refusal *no = cookie_read(rq, &c, &given);

	if (no == NULL && !given)
		no = refuse(rq, no_cookie, NULL);
	if (no == NULL && !domain_well_formed(domain))
		no = refuse(rq, invalid_domain, excerpt(rq->arena, domain));
	if (no == NULL)
		no = user_login(rq, domain, &t, &u);
	if (no != NULL)
		return no;
	cookie_move(rq->world, c.id, t.id, u.is_owner ? 0 : u.sub.id);
	login_say(rq, &t, &u, trimmed(rq->arena, value_text(rq->top, "cookie")));
	return NULL;
}
