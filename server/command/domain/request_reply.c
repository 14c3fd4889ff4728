#include "command/domain/request_reply.h"

#include "base/arena.h"
#include "command/listing.h"
#include "command/owned.h"

#define MOST 100 /* an inferred limit: the newest ones */

void
request_say(struct request *rq, struct value *to, const struct registry_request *r)
{
	struct arena *a = rq->arena;

	value_add_text(a, to, "request_id", arena_printf(a, "%" PRId64, r->id));
	value_add_text(a, to, "action", r->action);
	value_add_text(a, to, "request_time", toronto_text(a, r->requested));
	value_add_text(
	    a, to, "response_time", r->answered == 0 ? "" : toronto_text(a, r->answered));
	value_add_text(a, to, "request_status", r->status);
	value_add_text(a, to, "response_text", r->text);
}

/* A name that is still waited for is nobody's, and the log is why one asks. */
const struct refusal *
waiting_history(struct request *rq)
{
	struct registry_request *rows = NEW_ARRAY(rq->arena, struct registry_request, MOST);
	const char *domain = attr_word(rq, "domain");
	size_t n = request_list(rq->world, rq->arena, rq->reseller->id, domain, MOST, rows);
	struct term t;
	const struct refusal *no = n > 0 ? NULL : owned_term(rq, &t);

	if (no != NULL)
		return no;
	if (n == 0)
		n = request_list(rq->world, rq->arena, rq->reseller->id, t.name, MOST, rows);
	value_add_text(rq->arena, rq->reply, "record_count", arena_printf(rq->arena, "%zu", n));
	struct value *list = value_add(rq->arena, rq->reply, "waiting_history", VALUE_ARRAY);
	for (size_t i = 0; i < n; i++)
		request_say(rq, value_add(rq->arena, list, NULL, VALUE_ASSOC), &rows[i]);
	return NULL;
}
