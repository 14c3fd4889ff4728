/* The recordings of questions. */
#include "base/arena.h"
#include "tests/support/recording.h"
#include "world/turn.h"

static const char name[] = "domainthatsnottaken1302209138.com";

static const struct value *
register_one(struct replay *r)
{
	struct value *top = registration(r->lab->a, name);

	request_set_all(r->lab->a, top, PAIRS("auto_renew", "1", "custom_tech_contact", "1"));
	set_person(r->lab->a, top, "tech");
	return ask(r->lab, r->shop, top);
}

static const struct value *
available(struct replay *r)
{
	return ASK(r->lab, r->shop, "lookup", "domain", "domain", name);
}

static const struct value *
registered(struct replay *r)
{
	register_one(r);
	return ASK(r->lab, r->shop, "lookup", "domain", "domain", name);
}

static const struct value *
set_cookie(struct replay *r)
{
	register_one(r);
	return ASK(r->lab, r->shop, "set", "cookie", "domain", name, "reg_username", "owen",
	    "reg_password", "secret12");
}

/* Whose words end users read who cannot get in. */
static void
be_prime_choice(struct replay *r)
{
	struct reseller shop;

	lab_begin(r->lab);
	reseller_load(&r->lab->w, r->lab->a, r->shop, &shop);
	shop.company = "Prime Choice Web Hosting";
	shop.tech_email = "user2@example.net";
	shop.tech_phone = "757-436-1421";
	reseller_save(&r->lab->w, &shop);
	lab_end(r->lab);
}

static const struct value *
wrong_password(struct replay *r)
{
	be_prime_choice(r);
	return ASK(r->lab, r->shop, "set", "cookie", "domain", "example.com", "reg_username",
	    "owen", "reg_password", "wrong");
}

static const struct value *
all_info(struct replay *r)
{
	const char *cookie = at(set_cookie(r), "attributes.cookie");

	return ASK(r->lab, r->shop, "get", "domain", "type", "all_info", "^cookie", cookie);
}

static const struct value *
belongs_to_rsp(struct replay *r)
{
	return ASK(r->lab, r->shop, "belongs_to_rsp", "domain", "domain", "example.com");
}

static const struct value *
get_balance(struct replay *r)
{
	return ASK(r->lab, r->shop, "get_balance", "balance", "x", "y");
}

static const struct value *
by_expiredate(struct replay *r)
{
	REGISTER(r->lab, r->shop, "domain", "a.com");
	REGISTER(r->lab, r->shop, "domain", "b.com", "auto_renew", "1");
	REGISTER(r->lab, r->shop, "domain", "c.com");
	return ASK(r->lab, r->shop, "get_domains_by_expiredate", "domain", "exp_from", "2026-01-01",
	    "exp_to", "2030-01-01", "limit", "2");
}

static const struct value *
contacts(struct replay *r)
{
	register_one(r);
	return ASK(r->lab, r->shop, "get_domains_contacts", "domain", "domain_list.0", name);
}

static const struct value *
order_info(struct replay *r)
{
	register_one(r);
	return ASK(r->lab, r->shop, "get_order_info", "domain", "order_id", "1");
}

static const struct value *
notes_of_a_name(struct replay *r)
{
	register_one(r);
	lab_advance(r->lab, "P1D");
	ASK(r->lab, r->shop, "modify", "domain", "domain", name, "data", "expire_action",
	    "auto_renew", "1", "let_expire", "0");
	return ASK(r->lab, r->shop, "get_notes", "domain", "type", "domain", "domain", name);
}

static const struct value *
deleted_domains(struct replay *r)
{
	REGISTER(r->lab, r->shop, "domain", "a.com");
	REGISTER(r->lab, r->shop, "domain", "b.com");
	ASK(r->lab, r->shop, "revoke", "domain", "domain", "a.com");
	lab_advance(r->lab, "P3D");
	ASK(r->lab, r->shop, "revoke", "domain", "domain", "b.com");
	return ASK(r->lab, r->shop, "get_deleted_domains", "domain", "x", "y");
}

static const struct value *
product_info(struct replay *r)
{
	return ASK(r->lab, r->shop, "get_product_info", "trust_service", "product_id", "1");
}

static const struct value *
notes_of_a_transfer(struct replay *r)
{
	REGISTER(r->lab, lab_reseller(r->lab, "mall"), "domain", "a.com");
	REGISTER(r->lab, r->shop, "domain", "a.com", "reg_type", "transfer");
	return ASK(r->lab, r->shop, "get_notes", "domain", "type", "transfer", "domain", "a.com",
	    "transfer_id", "1");
}

static const struct recording recordings[] = {
	{ "lookup/belongs_to_rsp", belongs_to_rsp },
	{ "lookup/get_balance", get_balance },
	{ "lookup/get_deleted_domains", deleted_domains },
	{ "lookup/get_domain", set_cookie },
	{ "lookup/get_domain.1", all_info },
	{ "lookup/get_domain_fail", wrong_password },
	{ "lookup/get_domain_fail.1", set_cookie },
	{ "lookup/get_domain_fail.2", all_info },
	{ "lookup/get_domains_by_expiredate", by_expiredate },
	{ "lookup/get_domains_contacts", contacts },
	{ "lookup/get_notes_for_domain", notes_of_a_name },
	{ "lookup/get_notes_for_transfer", notes_of_a_transfer },
	{ "lookup/get_order_info", order_info },
	{ "lookup/get_product_info", product_info },
	{ "lookup/lookup_domain_available", available },
	{ "lookup/lookup_domain_registered", registered },
};

int
main(void)
{
	return recordings_main("lookup", recordings, COUNT_OF(recordings));
}
