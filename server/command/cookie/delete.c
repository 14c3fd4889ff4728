/* DELETE COOKIE: the end user logs out. */
#include "command/cookie/login.h"
#include "world/party/cookie.h"

const struct attr accepts_cookie_delete[] = {
	{ .name = "cookie", .type = ATTR_TEXT, .max = 64, .refusal = &refusal_bad_cookie },
	ATTR_LAST,
};

/* Most clients say twice which cookie they mean. */
const struct refusal *
cmd_cookie_delete(struct request *rq)
{
	const char *text = attr_given(rq, "cookie")
			       ? attr_text(rq, "cookie")
			       : trimmed(rq->arena, value_text(rq->top, "cookie"));
	struct cookie c;

	if (*text == '\0')
		return refuse(rq, no_cookie, NULL);
	if (!cookie_show(rq->world, rq->arena, rq->reseller->id, text, &c))
		return refuse(rq, bad_cookie, NULL);
	cookie_drop(rq->world, c.id);
	return NULL;
}
