/*
 * BULK_TRANSFER DOMAIN: many names are ordered from elsewhere, for one end user.
 *
 * The attributes are those of github.com/OpenSRS/osrs-toolkit-php; the reply, and how many
 * names there may be, are inferred from SUBMIT BULK_CHANGE.
 */
#include "base/arena.h"
#include "command/bulk_change/job.h"
#include "command/domain/handle.h"
#include "command/user.h"
#include "world/name/domain.h"

#define MOST 1000
#define DATA .refusal = &refusal_invalid_data

const struct attr accepts_bulk_transfer[] = {
	DOMAIN_LIST,
	USERNAME("reg_username"),
	PASSWORD("reg_password", REQUIRED),
	{ .name = "reg_domain",
	    .type = ATTR_TEXT,
	    .max = 253,
	    .pattern = domain_well_formed,
	    DATA },
	{ .name = "contact_set", .type = ATTR_TREE, .required = REQUIRED, DATA },
	{ .name = "custom_tech_contact", .type = ATTR_FLAG, .max = 1, DATA },
	{ .name = "affiliate_id", .type = ATTR_TEXT, .max = 256, DATA },
	HANDLE_ATTR(invalid_data),
	/* Of the end user who asked for it: taken, not needed. */
	{ .name = "registrant_ip", .type = ATTR_TEXT, .max = 45, DATA },
	ATTR_LAST,
};

/* Two pages have two names for it. */
const struct refusal *
cmd_bulk_transfer(struct request *rq)
{
	struct bulk b;
	const struct refusal *no = job_submit(rq, "bulk_transfer", MOST, &b);

	if (no != NULL)
		return no;
	const char *id = arena_printf(rq->arena, "%" PRId64, b.id);
	value_add_text(rq->arena, rq->reply, "bulk_transfer_id", id);
	value_add_text(rq->arena, rq->reply, "bulk_order_id", id);
	return NULL;
}
