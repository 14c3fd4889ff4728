#include "command/domain/handle.h"

bool
is_handle(const char *text)
{
	return strcmp(text, "process") == 0 || strcmp(text, "save") == 0;
}

static bool
process_now(const struct request *rq)
{
	const char *handle = attr_word(rq, "handle");

	return *handle == '\0' ? rq->reseller->process_immediately : strcmp(handle, "process") == 0;
}

struct submission
order_handle(struct request *rq, struct order *o)
{
	if (process_now(rq))
		return order_submit(rq->world, rq->arena, o);
	order_keep(rq->world, rq->arena, o);
	return (struct submission){ .ended = ORDER_SAVED };
}
