/* SET COOKIE: an end user logs in to the profile of a name. */
#include "base/arena.h"
#include "command/cookie/login.h"
#include "world/party/cookie.h"

const struct attr accepts_cookie_set[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain,
	    .missing = &refusal_no_domain },
	LOGIN("reg_username"),
	LOGIN("reg_password"),
	ATTR_LAST,
};

const struct refusal *
cmd_cookie_set(struct request *rq)
{
	struct arena *a = rq->arena;
	struct term t;
	struct user u;
	const struct refusal *no = user_login(rq, attr_text(rq, "domain"), &t, &u);

	if (no != NULL)
		return no;
	int64_t subuser = u.is_owner ? 0 : u.sub.id;
	login_say(rq, &t, &u, cookie_set(rq->world, a, rq->reseller->id, t.id, subuser));
	value_add_text(
	    a, rq->reply, "last_access_time", arena_printf(a, "%" PRId64, (int64_t)rq->world->now));
	value_add_text(a, rq->reply, "last_ip", "");
	return NULL;
}
