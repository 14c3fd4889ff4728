/* GET_TRANSFERS_AWAY DOMAIN: names that others ask for, newest first: another registrar,
 * or another reseller of this one. */
#include "command/domain/transfers.h"

const struct attr accepts_get_transfers_away[] = {
	TRANSFERS_ATTRS,
	TRANSFERS_TEXT("gaining_registrar"),
	ATTR_LAST,
};

const struct refusal *
cmd_get_transfers_away(struct request *rq)
{
	struct transfer_filter f = { .losing = rq->reseller->id };
	const struct refusal *no = transfers_asked(rq, &f);

	if (no != NULL)
		return no;
	if (attr_given(rq, "gaining_registrar"))
		f.registrar = attr_text(rq, "gaining_registrar");
	transfers_say(rq, &f);
	return NULL;
}
