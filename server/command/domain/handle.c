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
order_process(struct request *rq, struct order *o, const struct refusal *why)
{
	if (why == NULL)
		return order_submit(rq->world, rq->arena, o);
	order_keep_back(rq->world, rq->arena, o, why->text);
	return (struct submission){ ORDER_REFUSED, why->row->code, why->text, 0 };
}

struct submission
order_handle(struct request *rq, struct order *o, const struct refusal *why)
{
	if (process_now(rq))
		return order_process(rq, o, why);
	order_keep(rq->world, rq->arena, o);
	return (struct submission){ .ended = ORDER_SAVED };
}
