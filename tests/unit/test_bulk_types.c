/* Each type of bulk change, by the command that does it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/bulk.h"

static void
test_availability_check(void **state)
{
	struct shop *s = *state;

	assert_string_equal(bulk_whole(s, SUBMIT(s, "change_type", "availability_check",
					      "change_items", "ek.com, free.com")),
	    "ek.com: 211 Domain taken\nfree.com: 210 Domain available\n");
}

static void
test_nameservers(void **state)
{
	struct shop *s = *state;

	assert_string_equal(
	    bulk_whole(
		s, SUBMIT(s, TWO, "change_type", "domain_nameservers", "op_type", "assign",
		       "assign_ns.0", "ns1.systemdns.com", "assign_ns.1", "ns3.systemdns.com")),
	    EACH("200 Nameserver Update Successful"));
	assert_string_equal(
	    bulk_got(s, "more.com", "nameservers", "nameserver_list.1.name"), "ns3.systemdns.com");
	assert_string_equal(
	    bulk_whole(
		s, SUBMIT(s, TWO, "change_type", "domain_nameservers", "op_type", "add_remove",
		       "remove_ns.0", "ns3.systemdns.com", "add_ns.0", "ns2.systemdns.com")),
	    EACH("200 Nameserver Update Successful"));
	assert_string_equal(
	    bulk_got(s, "ek.com", "nameservers", "nameserver_list.1.name"), "ns2.systemdns.com");
}

static void
test_contacts(void **state)
{
	struct shop *s = *state;
	struct value *top = request_new(s->lab->a, "submit", "bulk_change");
	static const char *const person[][2] = {
		{ "first_name", "Bea" },
		{ "last_name", "Branch" },
		{ "address1", "1 Leaf Lane" },
		{ "city", "Singapore" },
		{ "country", "SG" },
		{ "postal_code", "049315" },
		{ "state", "SG" },
		{ "org_name", "Branch Inc." },
		{ "phone", "+65.61234567" },
		{ "email", "bea@branch.example" },
	};

	request_set_all(s->lab->a, top,
	    PAIRS("change_type", "domain_contacts", "change_items", "ek.com,more.com,theirs.com",
		"contacts.0.type", "admin", "contacts.1.type", "billing"));
	for (size_t i = 0; i < COUNT_OF(person); i++)
		for (int c = 0; c < 2; c++)
			request_set(s->lab->a, top,
			    arena_printf(s->lab->a, "contacts.%d.set.%s", c, person[i][0]),
			    person[i][1]);
	assert_string_equal(bulk_whole(s, ask(s->lab, s->id, top)),
	    EACH("200 Command completed successfully") "theirs.com: 415 Authentication Error.\n");
	assert_string_equal(
	    bulk_got(s, "ek.com", "all_info", "contact_set.admin.first_name"), "Bea");
	assert_string_equal(
	    bulk_got(s, "ek.com", "all_info", "contact_set.billing.first_name"), "Bea");
	assert_string_equal(
	    bulk_got(s, "ek.com", "all_info", "contact_set.owner.first_name"), "Owen");
}

static void
test_renewals_cost_money(void **state)
{
	struct shop *s = *state;

	shop_set_money(s, 1500);
	assert_string_equal(bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_renew", "period",
					      "1", "auto_renew", "1")),
	    "ek.com: 200 Command completed successfully\n"
	    "more.com: 440 Renewal Failed: over quota\n");
	assert_int_equal(shop_money(s).balance, 338);
	assert_string_equal(bulk_got(s, "ek.com", "expire_action", "auto_renew"), "1");
	assert_string_equal(bulk_got(s, "more.com", "expire_action", "auto_renew"), "0");
	assert_string_equal(
	    bulk_got(s, "ek.com", "all_info", "registry_expiredate"), "2028-05-04 15:20:00");
	shop_books(s);
	/* The order stays, as after the command itself. */
	const struct value *r = ASK(
	    s->lab, s->id, "get_orders_by_domain", "domain", "domain", "more.com");
	assert_string_equal(all_at(s->lab, r, "orders", "status"), "pending completed");
}

static void
test_renewals_that_only_set_what_happens(void **state)
{
	struct shop *s = *state;

	assert_string_equal(
	    bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_renew", "let_expire", "1")),
	    EACH("200 Update successful"));
	assert_string_equal(bulk_got(s, "ek.com", "expire_action", "let_expire"), "1");
	assert_string_equal(bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_renew",
					      "let_expire", "1", "auto_renew", "1")),
	    EACH("465 Invalid data, error=<auto_renew and let_expire contradict each other>"));
}

/* Whole or not at all: the years are taken back with what cannot be set. */
static void
test_half_a_change_is_none(void **state)
{
	struct shop *s = *state;
	int64_t before = shop_money(s).balance;

	assert_string_equal(bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_renew", "period",
					      "1", "let_expire", "1", "auto_renew", "1")),
	    EACH("465 Invalid data, error=<auto_renew and let_expire contradict each other>"));
	assert_int_equal(shop_money(s).balance, before);
	assert_string_equal(
	    bulk_got(s, "ek.com", "all_info", "registry_expiredate"), "2027-05-04 15:20:00");
	shop_books(s);
}

static void
test_privacy_and_parked_pages(void **state)
{
	struct shop *s = *state;

	assert_string_equal(
	    bulk_whole(s, SUBMIT(s, TWO, "change_type", "whois_privacy", "op_type", "enable")),
	    EACH("200 Update successful"));
	assert_string_equal(bulk_got(s, "ek.com", "whois_privacy_state", "state"), "enabled");
	bulk_whole(s, SUBMIT(s, TWO, "change_type", "whois_privacy", "op_type", "disable"));
	assert_string_equal(bulk_got(s, "ek.com", "whois_privacy_state", "state"), "disabled");
	assert_string_equal(bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_parked_pages",
					      "op_type", "enable")),
	    EACH("200 Update successful"));
	assert_string_equal(bulk_got(s, "ek.com", "status", "parkp_status"), "on");
	bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_parked_pages", "op_type", "disable"));
	assert_string_equal(bulk_got(s, "ek.com", "status", "parkp_status"), "");
}

static void
test_forwarding(void **state)
{
	struct shop *s = *state;

	assert_string_equal(
	    bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_forwarding", "op_type", "enable")),
	    EACH("200 Command Successful"));
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "get_domain_forwarding", "domain", "domain", "ek.com")),
	    200);
	assert_string_equal(
	    bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_forwarding", "op_type", "enable")),
	    EACH("485 Domain forwarding already exists for domain"));
	bulk_whole(s, SUBMIT(s, TWO, "change_type", "domain_forwarding", "op_type", "disable"));
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "get_domain_forwarding", "domain", "domain", "ek.com")),
	    480);
}

static const char *
record(struct shop *s, const char *path)
{
	return at(ASK(s->lab, s->id, "get_dns_zone", "domain", "domain", "ek.com"),
	    arena_printf(s->lab->a, "attributes.records.%s", path));
}

static void
test_zones(void **state)
{
	struct shop *s = *state;
#define ZONE(action, ...) \
	bulk_whole(s, SUBMIT(s, TWO, "change_type", "dns_zone", "apply_to_domains", "all", \
			  "dns_action", action, __VA_ARGS__))

	ASK(s->lab, s->id, "advanced_update_nameservers", "domain", "domain", "ek.com", "op_type",
	    "assign", "assign_ns.0", "ns9.elsewhere.net", "assign_ns.1", "ns8.elsewhere.net");
	assert_string_equal(ZONE("create", "dns_template", "nosuch"),
	    EACH("478 DNS template specified does not exist. (nosuch)"));
	assert_string_equal(
	    ZONE("create", "force_dns_nameservers", "1"), EACH("200 Command Successful"));
	assert_string_equal(
	    bulk_got(s, "ek.com", "nameservers", "nameserver_list.0.name"), "ns1.systemdns.com");
	assert_string_equal(
	    ZONE("reset", "force_dns_nameservers", "0"), EACH("200 Command Successful"));
	assert_string_equal(ZONE("set", "dns_template", "*blank*"), EACH("200 Command Successful"));
	assert_string_equal(ZONE("delete", "dns_template", ""), EACH("200 Command Successful"));
	assert_string_equal(
	    ZONE("delete", "dns_template", ""), EACH("480 DNS zone not found for domain"));
}

static void
test_records_of_zones(void **state)
{
	struct shop *s = *state;
#define RECORD(action, type, ...) \
	bulk_whole( \
	    s, SUBMIT(s, "change_items", "ek.com,more.com", "change_type", "dns_zone_record", \
		   "dns_action", action, "dns_record_type", type, __VA_ARGS__))
#define DATA "dns_record_data."

	ASK(s->lab, s->id, "create_dns_zone", "domain", "domain", "ek.com", "records.MX.0.hostname",
	    "mx.elsewhere.net", "records.MX.0.priority", "10");
	static const char one[] = "ek.com: 200 Command Successful\n"
				  "more.com: 480 DNS zone not found for domain\n";
	assert_string_equal(
	    RECORD("add", "A", DATA "subdomain", "www", DATA "ip_address", "192.0.2.1"), one);
	assert_string_equal(
	    RECORD("add", "A", DATA "subdomain", "ftp", DATA "ip_address", "192.0.2.2"), one);
	assert_string_equal(record(s, "A.0.ip_address"), "192.0.2.1");
	assert_string_equal(record(s, "A.1.ip_address"), "192.0.2.2");
	assert_string_equal(record(s, "MX.0.hostname"), "mx.elsewhere.net");
	assert_string_equal(RECORD("remove", "A", DATA "subdomain", "WWW"), one);
	assert_string_equal(record(s, "A.0.ip_address"), "192.0.2.2");
	assert_null(record(s, "A.1.ip_address"));
	assert_string_equal(RECORD("add", "A", DATA "ip_address", "everywhere"),
	    "ek.com: 465 Invalid data, error=<A record 2: ip_address 'everywhere'>\n"
	    "more.com: 480 DNS zone not found for domain\n");
	assert_string_equal(record(s, "A.0.ip_address"), "192.0.2.2");
}

/* In every form in which the submission takes them. */
static void
test_flags(void **state)
{
	static const struct {
		const char *flag;
		bool set;
	} rows[] = { { "1", true }, { "Y", true }, { "y", true }, { "0", false }, { "N", false },
		{ "n", false } };

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		const char *flag = rows[i].flag;
		ASK(s->lab, s->id, "advanced_update_nameservers", "domain", "domain", "more.com",
		    "op_type", "assign", "assign_ns.0", "ns9.elsewhere.net");
		bulk_whole(s, SUBMIT(s, "change_type", "dns_zone", "change_items", "more.com",
				  "apply_to_domains", "all", "dns_action", "create",
				  "force_dns_nameservers", flag));
		assert_string_equal(
		    bulk_got(s, "more.com", "nameservers", "nameserver_list.0.name"),
		    rows[i].set ? "ns1.systemdns.com" : "ns9.elsewhere.net");
		ASK(s->lab, s->id, "modify", "domain", "domain", "ek.com", "data", "status",
		    "lock_state", "1");
		bulk_whole(s, SUBMIT(s, "change_type", "whois_privacy", "change_items", "ek.com",
				  "op_type", "enable", "apply_to_locked_domains", flag));
		assert_string_equal(bulk_got(s, "ek.com", "whois_privacy_state", "state"),
		    rows[i].set ? "enabled" : "disabled");
		shop_end(state);
		bulk_begin(state);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, bulk_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(availability_check),
		TEST(nameservers),
		TEST(contacts),
		TEST(renewals_cost_money),
		TEST(renewals_that_only_set_what_happens),
		TEST(half_a_change_is_none),
		TEST(privacy_and_parked_pages),
		TEST(forwarding),
		TEST(zones),
		TEST(records_of_zones),
		TEST(flags),
	};

	return cmocka_run_group_tests_name("bulk types", tests, NULL, NULL);
}
