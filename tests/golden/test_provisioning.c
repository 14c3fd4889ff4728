/* The recordings of registrations and orders. */
#include "tests/support/recording.h"

static const struct value *
register_domain(struct replay *r)
{
	return REGISTER(r->lab, r->shop, "domain", "a.com");
}

static const struct value *
register_taken(struct replay *r)
{
	register_domain(r);
	return register_domain(r);
}

static const struct value *
modify_all_domains(struct replay *r)
{
	register_domain(r);
	return ASK(r->lab, r->shop, "modify", "domain", "domain", "a.com", "data", "status",
	    "lock_state", "1", "affect_domains", "0");
}

static const struct value *
process_pending(struct replay *r)
{
	REGISTER(r->lab, r->shop, "domain", "a.com", "handle", "save", "auto_renew", "1");
	return ASK(r->lab, r->shop, "process_pending", "domain", "order_id", "1");
}

static const struct value *
cancel_pending_orders(struct replay *r)
{
	return ASK(r->lab, r->shop, "cancel_pending_orders", "order", "to_date", "1777908000");
}

static const struct value *
revoke(struct replay *r)
{
	r->ours = "a.com";
	r->theirs = "example.com";
	register_domain(r);
	return ASK(r->lab, r->shop, "revoke", "domain", "domain", "a.com");
}

static const struct value *
order_certificate(struct replay *r)
{
	return ASK(r->lab, r->shop, "sw_register", "trust_service", "product_type", "securesite");
}

static const struct recording recordings[] = {
	{ "provisioning/cancel_order", NULL },
	{ "provisioning/cancel_pending_orders", cancel_pending_orders },
	{ "provisioning/modify_all_domains", modify_all_domains },
	{ "provisioning/process_pending", process_pending },
	{ "provisioning/register_domain", register_domain },
	{ "provisioning/register_taken_domain", register_taken },
	{ "provisioning/revoke_domain", revoke },
	{ "provisioning/trust_service", order_certificate },
};

int
main(void)
{
	return recordings_main("provisioning", recordings, COUNT_OF(recordings));
}
