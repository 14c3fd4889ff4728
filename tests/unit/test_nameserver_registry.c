/* Registries and nameservers: what they know, what they are told, and what they
 * take their time for or refuse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/fault/fault.h"
#include "world/registry/registry.h"

#define NS(s, action, ...) ASK((s)->lab, (s)->id, action, "nameserver", __VA_ARGS__)
#define NS1 "domain", "ek.com", "name", "ns1.ek.com"
#define ASYNC "Action submitted successfully for processing to asynchronous registry"
#define WAITING \
	"Cannot process command because there is already another request waiting on this domain"
#define FREE "Nameserver name available"

static void
strike(struct shop *s, const char *kind, const char *action, const char *name, const char *value)
{
	struct fault f = {
		.kind = kind,
		.action = action,
		.nth = 1,
		.times = 1,
		.parameters = { { name, value } },
	};

	lab_begin(s->lab);
	assert_null(fault_add(&s->lab->w, s->lab->a, &f));
	lab_end(s->lab);
}

static int
check(struct shop *s, const char *host, const char *tld)
{
	const struct value *r = NS(s, "registry_check_nameserver", "fqdn", host, "tld", tld);

	if (code_of(r) == 200) {
		assert_reply(r, 200, "Command successful");
		assert_string_equal(at(r, "attributes.status"), "1");
	} else {
		assert_false(succeeded(r));
		assert_null(value_get(r, "attributes"));
	}
	return code_of(r);
}

static void
test_what_registries_know(void **state)
{
	static const struct {
		const char *host, *tld;
		int code;
	} rows[] = {
		{ "ns1.ek.com", ".com", 200 },
		{ "NS1.EK.com", "COM", 200 },
		{ "ns1.ek.com", NULL, 200 },
		{ "ns1.ek.com", "net", 200 }, /* one registry */
		{ "ns1.ek.com", "org", 212 },
		{ "ns2.ek.com", "com", 212 },
		{ "ns1.used.example", "com", 200 }, /* names point to it */
		{ "ns1.used.example", "org", 212 },
		{ "ns1.used.example", NULL, 701 },
		{ "ns1.systemdns.com", "org", 200 }, /* the house's */
		{ "ns3.systemdns.com", "shop", 200 },
		{ "ns4.systemdns.com", "com", 212 },
		{ "ns1.ek.com", "nosuch", 701 },
		{ "a..b", "com", 465 },
		{ "", "com", 460 },
	};
	struct shop *s = *state;

	NS(s, "create", NS1, "ipaddress", "192.0.2.1");
	REGISTER(s->lab, s->other, "domain", "user.com", "custom_nameservers", "1",
	    "nameserver_list.0.name", "ns1.used.example", "nameserver_list.0.sortorder", "1");
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(check(s, rows[i].host, rows[i].tld), rows[i].code);
	assert_reply(
	    NS(s, "registry_check_nameserver", "fqdn", "ns2.ek.com", "tld", ".com"), 212, FREE);
	assert_reply(
	    NS(s, "registry_check_nameserver", "tld", ".com"), 460, "Missing required field: fqdn");
}

static const struct value *
add(struct shop *s, const char *host, const char *tld, const char *everywhere)
{
	return NS(s, "registry_add_ns", "fqdn", host, "tld", tld, "all", everywhere);
}

static void
test_one_registry_can_be_told(void **state)
{
	struct shop *s = *state;
	const struct value *r = add(s, "NS1.other.example", ".com", "0");

	assert_reply(r, 200, "Nameserver Added");
	assert_int_equal(value_count(value_get(r, "attributes")), 1);
	assert_string_equal(at(value_get(r, "attributes"), "NSI"), "Successfully added.");
	assert_int_equal(check(s, "ns1.other.example", "com"), 200);
	assert_int_equal(check(s, "ns1.other.example", "net"), 200);
	assert_int_equal(check(s, "ns1.other.example", "org"), 212);
	r = add(s, "ns1.other.example", "net", "0");
	assert_string_equal(at(value_get(r, "attributes"), "NSI"),
	    "Couldn't add nameserver: Nameserver already exists at the registry.");
	r = add(s, "ns1.other.example", "de", "0");
	assert_string_equal(at(value_get(r, "attributes"), "DENIC"),
	    "Couldn't add nameserver: Registry doesn't support nameserver as a separate object.");
	assert_int_equal(check(s, "ns1.other.example", "de"), 212);
}

static void
test_all_can_be_told_at_once(void **state)
{
	static const struct {
		const char *registry;
		bool takes;
	} rows[] = {
		{ "NSI", true },
		{ "NSI .cc", true },
		{ "TV", true },
		{ "ISOC/PIR", true },
		{ "Afilias", true },
		{ "NeuLevel", true },
		{ "NeuStar", true },
		{ "dotName", true },
		{ ".shop", true },
		{ "CIRA", false },
		{ "DENIC", false },
		{ "UK", false },
		{ ".fr", false },
		{ ".ch", false },
	};
	struct shop *s = *state;
	const struct value *attributes = value_get(
	    add(s, "ns1.other.example", "com", "1"), "attributes");

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *said = value_text(attributes, rows[i].registry);
		assert_non_null(said);
		assert_int_equal(strcmp(said, "Successfully added.") == 0, rows[i].takes);
	}
	assert_string_equal(attributes->first->key, "NSI");
	assert_int_equal(check(s, "ns1.other.example", "shop"), 200);
}

static void
test_refusals_of_telling(void **state)
{
	static const struct slip_up rows[] = {
		{ "fqdn", NULL, 460, "Missing required field: fqdn" },
		{ "fqdn", "x", 465, "Invalid data, error=<fqdn 'x'>" },
		{ "tld", NULL, 460, "Required field 'tld' not provided" },
		{ "tld", ".nosuch", 701, "Domain 'nosuch' is of no TLD that is serviced" },
		{ "all", NULL, 460, "Required field 'all' not provided" },
		{ "all", "2", 465, "Invalid data, error=<all '2'>" },
	};
	struct shop *s = *state;

	shop_slips(s, "REGISTRY_ADD_NS", "NAMESERVER",
	    PAIRS("fqdn", "ns1.other.example", "tld", ".com", "all", "0"), rows, COUNT_OF(rows));
	strike(s, "registry_reject", "REGISTRY_ADD_NS", NULL, NULL);
	const struct value *r = add(s, "ns1.other.example", "com", "0");
	assert_reply(r, 200, "Nameserver Added");
	assert_string_equal(at(value_get(r, "attributes"), "NSI"),
	    "Couldn't add nameserver: Our system is experiencing technical difficulties.");
	assert_int_equal(check(s, "ns1.other.example", "com"), 212);
}

static void
test_others_are_told_of_a_new_one(void **state)
{
	static const struct {
		const char *all;
		int org, shop, de;
	} rows[] = {
		{ "", 212, 212, 212 },
		{ "0", 212, 212, 212 },
		{ "1", 200, 200, 212 },
		{ "org", 200, 212, 212 },
		{ ".org, .shop,.de", 200, 200, 212 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_reply(NS(s, "create", NS1, "ipaddress", "192.0.2.1", "add_to_all_registry",
				 rows[i].all),
		    200, "Nameserver Created");
		assert_int_equal(check(s, "ns1.ek.com", "org"), rows[i].org);
		assert_int_equal(check(s, "ns1.ek.com", "shop"), rows[i].shop);
		assert_int_equal(check(s, "ns1.ek.com", "de"), rows[i].de);
		assert_int_equal(code_of(NS(s, "delete", NS1)), 200);
		assert_int_equal(check(s, "ns1.ek.com", "com"), 212);
		assert_int_equal(check(s, "ns1.ek.com", "org"), 212);
	}
}

/* It is of use once the name above it points to it. */
static void
test_at_uk_it_has_to_be_attached(void **state)
{
	struct shop *s = *state;
	struct term t = lab_register(s->lab, s->id, "ek.co.uk", "Anna", "Ek", "anna@ek.example");

	const struct value *r = NS(
	    s, "create", "domain", "ek.co.uk", "name", "ns1.ek.co.uk", "ipaddress", "192.0.2.1");
	assert_reply(r, 251, "Nameserver saved; attach it to its parent domain before it is used");
	assert_true(succeeded(r));
	assert_int_equal(check(s, "ns1.ek.co.uk", "co.uk"), 212);
	lab_begin(s->lab);
	t.nameservers = "[\"ns1.ek.co.uk\"]";
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
	assert_int_equal(check(s, "ns1.ek.co.uk", "co.uk"), 200);
	assert_reply(
	    NS(s, "modify", "domain", "ek.co.uk", "name", "ns1.ek.co.uk", "ipaddress", "192.0.2.2"),
	    200, "Command successful");
}

static const char *
address(struct shop *s)
{
	return at(NS(s, "get", NS1), "attributes.nameserver_list.0.ipaddress");
}

static void
test_an_asynchronous_registry_takes_its_time(void **state)
{
	static const struct {
		const char *wait;
		bool done;
	} rows[] = {
		{ "PT4M59S", false },
		{ "PT1S", true },
		{ "P1D", true },
	};
	struct shop *s = *state;

	lab_policy(s->lab, "tld.com.registry", "async");
	const struct value *r = NS(s, "create", NS1, "ipaddress", "192.0.2.1");
	assert_reply(r, 250, ASYNC);
	assert_string_equal(at(r, "attributes.waiting_requests_no"), "1");
	assert_reply(NS(s, "create", NS1, "ipaddress", "192.0.2.1"), 437, WAITING);
	assert_reply(ASK(s->lab, s->id, "modify", "domain", "domain", "ek.com", "data", "status",
			 "lock_state", "1"),
	    437, WAITING);
	ASK(s->lab, s->id, "create_dns_zone", "domain", "domain", "ek.com");
	assert_reply(ASK(s->lab, s->id, "force_dns_nameservers", "domain", "domain", "ek.com"), 437,
	    WAITING);
	assert_reply(
	    ASK(s->lab, s->id, "set_dnssec_info", "domain", "domain", "ek.com", "dnssec", ""), 437,
	    WAITING);
	assert_string_equal(at(ASK(s->lab, s->id, "get", "userinfo", "domain", "ek.com"),
				"attributes.waiting_requests_no"),
	    "1");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		lab_advance(s->lab, rows[i].wait);
		lab_reopen(s->lab);
		assert_int_equal(address(s) != NULL, rows[i].done);
	}
	assert_reply(NS(s, "modify", NS1, "ipaddress", "192.0.2.2"), 250, ASYNC);
	assert_string_equal(address(s), "192.0.2.1");
	lab_advance(s->lab, "PT5M");
	assert_string_equal(address(s), "192.0.2.2");
	assert_reply(NS(s, "delete", NS1), 250, ASYNC);
	assert_string_equal(address(s), "192.0.2.2");
	lab_advance(s->lab, "PT5M");
	assert_null(address(s));
	const struct value *log = ASK(
	    s->lab, s->id, "get", "domain", "domain", "ek.com", "type", "waiting_history");
	assert_string_equal(at(log, "attributes.record_count"), "3");
	assert_string_equal(at(log, "attributes.waiting_history.0.action"), "remove_nameserver");
	assert_string_equal(at(log, "attributes.waiting_history.1.action"), "modify_nameserver");
	assert_string_equal(at(log, "attributes.waiting_history.2.action"), "add_nameserver");
	assert_string_equal(at(log, "attributes.waiting_history.2.request_status"), "completed");
}

/* Meanwhile somebody points to it, or the name is gone. */
static void
test_what_came_in_between(void **state)
{
	struct shop *s = *state;
	struct term t = lab_term(s->lab, "ek.com");

	NS(s, "create", NS1, "ipaddress", "192.0.2.1");
	lab_policy(s->lab, "tld.com.registry", "async");
	NS(s, "delete", NS1);
	lab_begin(s->lab);
	t.nameservers = "[\"ns1.ek.com\"]";
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
	lab_advance(s->lab, "PT5M");
	assert_string_equal(address(s), "192.0.2.1");
	NS(s, "create", "domain", "ek.com", "name", "ns2.ek.com", "ipaddress", "192.0.2.1");
	lab_begin(s->lab);
	t.state = "deleted";
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
	lab_advance(s->lab, "PT5M");
	assert_string_equal(
	    lab_ask_text(s->lab, "SELECT status FROM request ORDER BY id"), "declined\ndeclined");
}

static void
test_an_order_that_waits_bars_the_way(void **state)
{
	struct shop *s = *state;

	struct order o;
	const struct registry_says silent = { .word = REGISTRY_LATER, .answer = "never" };

	lab_begin(s->lab);
	assert_true(order_load(&s->lab->w, s->lab->a, 1, &o));
	registry_await(&s->lab->w, s->lab->a, &o, &silent);
	lab_end(s->lab);
	assert_reply(NS(s, "create", NS1, "ipaddress", "192.0.2.1"), 437, WAITING);
	REGISTER(s->lab, s->id, "domain", "more.com");
	assert_int_equal(code_of(NS(s, "create", "domain", "more.com", "name", "ns1.more.com",
			     "ipaddress", "192.0.2.1")),
	    200);
}

static void
test_a_registry_may_refuse(void **state)
{
	static const struct {
		const char *action, *text;
	} rows[] = {
		{ "create", "Registry error, nameserver creation failed" },
		{ "modify", "Unable to modify nameserver record" },
		{ "delete", "Nameserver deletion failed at registry" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		strike(s, "registry_reject", NULL, NULL, NULL);
		assert_reply(
		    ASK(s->lab, s->id, rows[i].action, "nameserver", NS1, "ipaddress", "192.0.2.2"),
		    405, rows[i].text);
		strike(s, "registry_reject", NULL, "text", "Not today");
		assert_reply(
		    ASK(s->lab, s->id, rows[i].action, "nameserver", NS1, "ipaddress", "192.0.2.2"),
		    405, "Not today");
		strike(s, "registry_reject", NULL, "code", "705");
		assert_int_equal(code_of(ASK(s->lab, s->id, rows[i].action, "nameserver", NS1,
				     "ipaddress", "192.0.2.2")),
		    705);
		if (i == 0)
			NS(s, "create", NS1, "ipaddress", "192.0.2.1");
	}
	assert_string_equal(address(s), "192.0.2.1");
	strike(s, "registry_delay", NULL, "after", "PT1H");
	strike(s, "registry_reject", NULL, NULL, NULL);
	assert_reply(NS(s, "modify", NS1, "ipaddress", "192.0.2.2"), 250, ASYNC);
	lab_advance(s->lab, "PT1H");
	assert_string_equal(address(s), "192.0.2.1");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(what_registries_know),
		TEST(one_registry_can_be_told),
		TEST(all_can_be_told_at_once),
		TEST(refusals_of_telling),
		TEST(others_are_told_of_a_new_one),
		TEST(at_uk_it_has_to_be_attached),
		TEST(an_asynchronous_registry_takes_its_time),
		TEST(what_came_in_between),
		TEST(an_order_that_waits_bars_the_way),
		TEST(a_registry_may_refuse),
	};

	return cmocka_run_group_tests_name("registries and nameservers", tests, NULL, NULL);
}
