/* update_all_info, where it is the only way and where it is one more; activate. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

/* All that the command needs. */
static struct value *
whole(struct shop *s, const char *domain)
{
	struct value *top = request_new(s->lab->a, "UPDATE_ALL_INFO", "DOMAIN");

	request_set_all(s->lab->a, top,
	    PAIRS("domain", domain, "nameserver_list.0.fqdn", "ns1.lund.example",
		"nameserver_list.1.fqdn", "ns2.lund.example"));
	for (size_t i = 0; i < ROLE_COUNT; i++)
		set_person(s->lab->a, top, role_names[i]);
	request_set(s->lab->a, top, "contact_set.tech.city", "Lund");
	return top;
}

static struct term
renewed(struct shop *s, const char *domain)
{
	assert_reply(ask(s->lab, s->id, whole(s, domain)), 200, "Command completed successfully");
	return lab_term(s->lab, domain);
}

static void
contacts_and_nameservers_change_together(void **state)
{
	struct shop *s = *state;
	struct term t = renewed(s, "ek.com");

	assert_string_equal(t.nameservers, "[\"ns1.lund.example\",\"ns2.lund.example\"]");
	assert_string_equal(contacts_parse(s->lab->a, t.contacts).of[TECH].city, "Lund");
}

/* The registry of .ca has no billing contact, and clients send one. */
static void
a_contact_that_the_registry_has_not_is_passed_over(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.ca", "contact_set.billing", NULL);
	struct term t = renewed(s, "ek.ca");
	assert_false(contacts_parse(s->lab->a, t.contacts).given[BILLING]);
}

static void
what_is_refused(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "contact_set", NULL, 460, "Required field 'contact_set' not provided" },
		{ "contact_set.billing.email", NULL, 460,
		    "Required field 'billing.email' not provided" },
		{ "nameserver_list", NULL, 460, "List of nameservers is not provided" },
		{ "nameserver_list.1.fqdn", "ns1.lund.example", 465,
		    "Invalid data, error=<duplicate nameserver 'ns1.lund.example'>" },
		{ "nameserver_list.1.fqdn", "-", 465, "Invalid data, error=<nameserver '-'>" },
		{ "nameserver_list.1.ipaddress", "1.2.3", 465,
		    "Invalid data, error=<ipaddress '1.2.3'>" },
		{ "nameserver_list.1.ipv6", "1.2.3.4", 465,
		    "Invalid data, error=<ipv6 '1.2.3.4'>" },
	};
	struct shop *s = *state;
	struct term before = lab_term(s->lab, "ek.com");

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct value *top = whole(s, "ek.com");
		request_set(s->lab->a, top, rows[i].path, rows[i].value);
		assert_reply(ask(s->lab, s->id, top), rows[i].code, rows[i].text);
	}
	assert_int_equal(code_of(ask(s->lab, s->id, whole(s, "theirs.com"))), 415);
	struct term after = lab_term(s->lab, "ek.com");
	assert_string_equal(after.nameservers, before.nameservers);
	assert_string_equal(after.contacts, before.contacts);
}

/* An address of a nameserver below the name is the one on file, or wrong. */
static void
addresses_are_those_on_file(void **state)
{
	static const struct {
		const char *key, *address;
		int code;
	} rows[] = {
		{ "ipaddress", "192.0.2.1", 200 },
		{ "ipaddress", "192.0.2.2", 465 },
		{ "ipv6", "2001:db8::1", 200 },
		{ "ipv6", "2001:db8::2", 465 },
	};
	struct shop *s = *state;

	ASK(s->lab, s->id, "create", "nameserver", "domain", "ek.com", "name", "ns1.ek.com",
	    "ipaddress", "192.0.2.1", "ipv6", "2001:db8::1");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct value *top = whole(s, "ek.com");
		request_set(s->lab->a, top, "nameserver_list.0.fqdn", "ns1.ek.com");
		request_set(s->lab->a, top,
		    arena_printf(s->lab->a, "nameserver_list.0.%s", rows[i].key), rows[i].address);
		assert_int_equal(code_of(ask(s->lab, s->id, top)), rows[i].code);
	}
}

static void
where_it_is_the_only_way_says_a_policy(void **state)
{
	struct shop *s = *state;
	static const char only[] = "Domain does not support changes in parts, only update_all_info";

	lab_policy(s->lab, "update_all_info.only", "dk com");
	assert_reply(ASK(s->lab, s->id, "advanced_update_nameservers", "domain", "domain", "ek.com",
			 "op_type", "assign", "assign_ns.0", "ns1.lund.example"),
	    465, only);
	struct value *top = request_new(s->lab->a, "UPDATE_CONTACTS", "DOMAIN");
	request_set_all(s->lab->a, top, PAIRS("domain", "ek.com", "types.0", "tech"));
	set_person(s->lab->a, top, "tech");
	assert_reply(ask(s->lab, s->id, top), 465, only);
	renewed(s, "ek.com");
	lab_policy(s->lab, "update_all_info.only", "dk");
	assert_int_equal(code_of(ask(s->lab, s->id, top)), 200);
}

static void
a_parked_name_is_activated_once(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.de", "f_parkp", "Y", "contact_set.tech", NULL);
	assert_reply(ASK(s->lab, s->id, "activate", "domain", "domainname", "ek.de"), 200,
	    "Command Successful");
	assert_string_equal(
	    at(ASK(s->lab, s->id, "get", "domain", "domain", "ek.de", "type", "status"),
		"attributes.parkp_status"),
	    "");
	assert_reply(ASK(s->lab, s->id, "activate", "domain", "domainname", "ek.de"), 465,
	    "Domain 'ek.de' is not parked");
	assert_reply(ASK(s->lab, s->id, "activate", "domain", "domain", "ek.com"), 465,
	    "Domain does not support activation");
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "activate", "domain", "domain", "theirs.com")), 415);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(contacts_and_nameservers_change_together),
		TEST(a_contact_that_the_registry_has_not_is_passed_over),
		TEST(what_is_refused),
		TEST(addresses_are_those_on_file),
		TEST(where_it_is_the_only_way_says_a_policy),
		TEST(a_parked_name_is_activated_once),
	};

	return cmocka_run_group_tests_name("update all info", tests, NULL, NULL);
}
