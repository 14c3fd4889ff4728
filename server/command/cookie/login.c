#include "command/cookie/login.h"

void
login_say(struct request *rq, const struct term *t, const struct user *u, const char *text)
{
	user_say(rq, t, u);
	value_add_text(rq->arena, rq->reply, "cookie", text);
	value_add_text(rq->arena, rq->reply, "waiting_request", user_waits_for(rq, t));
}
