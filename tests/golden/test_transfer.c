/* The recordings of transfers. */
#include "tests/support/recording.h"

/* The name of another reseller is ordered, with its code: the registry knows of it. */
static const struct value *
transfer(struct replay *r)
{
	REGISTER(r->lab, lab_reseller(r->lab, "mall"), "domain", "a.com");
	return REGISTER(
	    r->lab, r->shop, "domain", "a.com", "reg_type", "transfer", "auth_info", "x");
}

static const struct value *
ask_of_it(struct replay *r, const char *action)
{
	transfer(r);
	return ASK(r->lab, r->shop, action, "transfer", "order_id", "2", "reseller", "shop");
}

static const struct value *
cancel(struct replay *r)
{
	return ask_of_it(r, "cancel_transfer");
}

static const struct value *
resubmit(struct replay *r)
{
	return ask_of_it(r, "process_transfer");
}

static const struct value *
check(struct replay *r)
{
	transfer(r);
	return ASK(r->lab, r->shop, "check_transfer", "domain", "domain", "a.com");
}

static const struct value *
away(struct replay *r)
{
	return ASK(r->lab, r->shop, "get_transfers_away", "domain", "page", "1");
}

static const struct value *
send_password(struct replay *r)
{
	return ASK(r->lab, r->shop, "send_password", "transfer", "domain", "a.com");
}

static const struct recording recordings[] = {
	{ "transfer/cancel_transfer", cancel },
	{ "transfer/check_transfer", check },
	{ "transfer/get_transfers_away", away },
	{ "transfer/process_transfer_unsuccessful", resubmit },
	{ "transfer/send_password", send_password },
	{ "transfer/transfer", transfer },
};

int
main(void)
{
	return recordings_main("transfer", recordings, COUNT_OF(recordings));
}
