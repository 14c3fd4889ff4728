/*
 * CHECK_TRANSFER DOMAIN: can this name be brought here, and how far is the transfer
 * that was asked for?  Only what is known here is told.
 *
 * The reply is a granted one either way.
 */
#include "base/arena.h"
#include "clock/zone.h"
#include "command/command.h"
#include "world/flow/transfer/transfer.h"

const struct attr accepts_check_transfer[] = {
	{ .name = "domain",
	    .type = ATTR_DOMAIN,
	    .required = REQUIRED,
	    .max = 253,
	    .refusal = &refusal_invalid_domain },
	{ .name = "check_status", .type = ATTR_FLAG, .max = 1, .refusal = &refusal_invalid_data },
	{ .name = "get_request_address",
	    .type = ATTR_FLAG,
	    .max = 1,
	    .refusal = &refusal_invalid_data },
	ATTR_LAST,
};

static void
say(struct request *rq, const char *key, const char *text)
{
	if (text != NULL)
		value_add_text(rq->arena, rq->reply, key, text);
}

/* When the state last changed: as a number, and as C's ctime() writes it in Toronto. */
static void
say_status(struct request *rq, const struct transferability *x, const struct transfer *t)
{
	if (t == NULL) {
		say(rq, "status", x->noservice ? "unknown" : "undef");
		return;
	}
	say(rq, "status", t->episode.state);
	say(rq, "unixtime", arena_printf(rq->arena, "%" PRId64, t->changed));
	say(rq, "timestamp",
	    arena_strdup(rq->arena, instant_ctime(zone_local(ZONE_TORONTO, t->changed)).text));
}

const struct refusal *
cmd_check_transfer(struct request *rq)
{
	const char *domain = attr_text(rq, "domain");
	struct transferability x = transferability(
	    rq->world, rq->arena, rq->reseller->id, domain, 0);
	struct transfer t;
	bool known = transfer_last(rq->world, rq->arena, rq->reseller->id, domain, &t);

	say(rq, "transferrable", transfer_possible(&x) ? "1" : "0");
	say(rq, "noservice", x.noservice ? "1" : "0");
	say(rq, "reason", x.reason);
	say(rq, "reason_code", x.code);
	say(rq, "type", x.type);
	if (attr_flag(rq, "check_status"))
		say_status(rq, &x, known ? &t : NULL);
	if (attr_flag(rq, "get_request_address"))
		say(rq, "request_address", known ? t.request_address : "");
	return NULL;
}
