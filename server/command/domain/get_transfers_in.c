/* GET_TRANSFERS_IN DOMAIN: names that the reseller asked for, newest first. */
#include "command/domain/transfers.h"

const struct attr accepts_get_transfers_in[] = {
	TRANSFERS_ATTRS,
	TRANSFERS_NUMBER("transfer_id", 1, INT64_MAX, 0),
	TRANSFERS_NUMBER("order_id", 1, INT64_MAX, 0),
	TRANSFERS_TEXT("losing_registrar"),
	TRANSFERS_TEXT("owner_confirm_ip"),
	TRANSFERS_DAYS("completed"),
	TRANSFERS_DAYS("order"),
	ATTR_LAST,
};

static const char *
word(struct request *rq, const char *name)
{
	return attr_given(rq, name) ? attr_text(rq, name) : NULL;
}

const struct refusal *
cmd_get_transfers_in(struct request *rq)
{
	struct transfer_filter f = {
		.gaining = rq->reseller->id,
		.id = attr_int(rq, "transfer_id"),
		.order = attr_int(rq, "order_id"),
		.registrar = word(rq, "losing_registrar"),
		.confirm_ip = word(rq, "owner_confirm_ip"),
	};
	const struct refusal *no = transfers_asked(rq, &f);

	if (no == NULL)
		no = transfers_days(rq, "completed", &f.completed.from, &f.completed.to);
	if (no == NULL)
		no = transfers_days(rq, "order", &f.ordered.from, &f.ordered.to);
	if (no == NULL)
		transfers_say(rq, &f);
	return no;
}
