/* Types that are a few small values. */
#include "command/dnssec.h"
#include "command/domain/get/types.h"
#include "world/flow/transfer/transfer.h"
#include "world/name/authcode.h"
#include "world/name/setting.h"

void
say(struct request *rq, const char *key, const char *text)
{
	value_add_text(rq->arena, rq->reply, key, text);
}

/* Another registrar, or another reseller, is getting it. */
static bool
leaves(struct request *rq, const struct term *t)
{
	struct transfer x;

	return transfer_running(rq->world, rq->arena, t->name, &x) && x.losing == t->reseller;
}

/* As in github.com/deaduseful/opensrs-lookup, testGetDomainStatus.xml. */
void
say_status(struct request *rq, const struct term *t)
{
	rq->text = "Command successful";
	say(rq, "auctionescrow", "0");
	say(rq, "can_modify", "1");
	say(rq, "domain_supports", "1");
	say(rq, "lock_state", t->locked ? "1" : "0");
	say(rq, "parkp_status", setting_of(rq->world, rq->arena, t->id, "parkpage"));
	say(rq, "transfer_away_in_progress", leaves(rq, t) ? "1" : "0");
}

void
say_auto_renew(struct request *rq, const struct term *t)
{
	say(rq, "auto_renew", t->auto_renew ? "1" : "0");
}

void
say_expire_action(struct request *rq, const struct term *t)
{
	say_auto_renew(rq, t);
	say(rq, "let_expire", t->let_expire ? "1" : "0");
}

/* Where the registry has no codes it is empty. */
void
say_auth_info(struct request *rq, const struct term *t)
{
	bool used = authcode_used(rq->world, rq->arena, t->name);

	say(rq, "domain_auth_info", used ? authcode_of(rq->world, rq->arena, t) : "");
}

void
say_dnssec(struct request *rq, const struct term *t)
{
	dnssec_say(rq, t);
}
