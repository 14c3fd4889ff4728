#include "command/cookie/login.h"

#include "command/user.h"
#include "world/party/profile.h"

const struct refusal *
login_check(struct request *rq, const char *domain, struct term *t)
{
	if (profile_find(rq->world, rq->arena, rq->reseller->id, domain,
		attr_text(rq, "reg_username"), attr_text(rq, "reg_password"), t))
		return NULL;
	return foreign(rq, domain);
}

void
login_say(struct request *rq, const struct term *t, const char *text)
{
	user_say(rq, t);
	value_add_text(rq->arena, rq->reply, "cookie", text);
	value_add_text(rq->arena, rq->reply, "waiting_request", user_waits_for(rq, t));
}
