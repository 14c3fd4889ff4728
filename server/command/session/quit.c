/* QUIT SESSION: the client is done. */
#include "base/arena.h"
#include "command/command.h"
#include "world/party/cookie.h"

const struct attr accepts_session_quit[] = { ATTR_LAST };

const struct refusal *
cmd_session_quit(struct request *rq)
{
	const char *text = trimmed(rq->arena, value_text(rq->top, "cookie"));
	struct cookie c;

	if (cookie_show(rq->world, rq->arena, rq->reseller->id, text, &c))
		cookie_drop(rq->world, c.id);
	rq->farewell = true;
	return NULL;
}
