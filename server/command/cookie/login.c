#include "command/cookie/login.h"

#include "base/arena.h"

const struct refusal *
login_check(struct request *rq, const char *domain, struct term *t)
{
	if (term_find(rq->world, rq->arena, domain, t) && t->reseller == rq->reseller->id &&
	    strcmp(t->reg_username, attr_text(rq, "reg_username")) == 0 &&
	    strcmp(t->reg_password, attr_text(rq, "reg_password")) == 0)
		return NULL;
	return foreign(rq, domain);
}

/* Sub-users are not built: everybody is the owner, who needs no permissions. */
void
login_say(struct request *rq, const struct term *t, const char *text)
{
	struct arena *a = rq->arena;
	const char *names = arena_printf(a, "%" PRId64, term_profile_size(rq->world, t));

	value_add_text(a, rq->reply, "permission", "");
	value_add_text(a, rq->reply, "cookie", text);
	value_add_text(a, rq->reply, "expiredate", instant_plain(t->expires).text);
	value_add_text(a, rq->reply, "domain_count", names);
	value_add_text(a, rq->reply, "f_owner", "1");
	value_add_text(a, rq->reply, "waiting_requests_no", "0");
	value_add_text(a, rq->reply, "waiting_request", "None");
}
