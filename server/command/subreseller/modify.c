/* MODIFY SUBRESELLER: other settings; what is left out stays. */
#include "command/subreseller/settings.h"

const struct attr accepts_modify_subreseller[] = {
	SUBRESELLER_NAME,
	SETTINGS(OPTIONAL),
	ATTR_LAST,
};

const struct refusal *
cmd_modify_subreseller(struct request *rq)
{
	struct subreseller s;
	const struct refusal *no = subreseller_meant(rq, &s);

	if (no == NULL)
		no = settings_read(rq, &s, false);
	if (no == NULL)
		subreseller_save(rq->world, rq->arena, &s);
	return no;
}
