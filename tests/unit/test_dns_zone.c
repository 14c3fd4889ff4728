/* DNS zones: records in, the same records out; what may stand in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/name/record.h"

#define ZONE(s, action, ...) \
	ASK((s)->lab, (s)->id, action "_dns_zone", "domain", "domain", "ek.com", __VA_ARGS__)
#define NONE "^x", "y"
#define GOOD "Command Successful"

#define EVERY_KIND \
	"records.A.0.subdomain", "", "records.A.0.ip_address", "192.0.2.1", \
	    "records.A.1.subdomain", "WWW", "records.A.1.ip_address", "192.0.2.2", \
	    "records.AAAA.0.subdomain", "*", "records.AAAA.0.ipv6_address", "2001:DB8::1", \
	    "records.CNAME.0.subdomain", "shop", "records.CNAME.0.hostname", "a.example", \
	    "records.MX.0.hostname", "mx.ek.com", "records.MX.0.priority", "10", \
	    "records.SRV.0.subdomain", "_sip._tcp", "records.SRV.0.hostname", "sip.ek.com", \
	    "records.SRV.0.port", "5060", "records.SRV.0.priority", "0", "records.SRV.0.weight", \
	    "65535", "records.TXT.0.text", "v=spf1 \"-all\" \\"

static void
assert_every_kind(const struct value *r)
{
	static const char *const rows[][2] = {
		{ "A.0.subdomain", "" },
		{ "A.0.ip_address", "192.0.2.1" },
		{ "A.1.subdomain", "www" },
		{ "A.1.ip_address", "192.0.2.2" },
		{ "AAAA.0.subdomain", "*" },
		{ "AAAA.0.ipv6_address", "2001:db8::1" },
		{ "CNAME.0.subdomain", "shop" },
		{ "CNAME.0.hostname", "a.example" },
		{ "MX.0.subdomain", "" },
		{ "MX.0.hostname", "mx.ek.com" },
		{ "MX.0.priority", "10" },
		{ "SRV.0.subdomain", "_sip._tcp" },
		{ "SRV.0.hostname", "sip.ek.com" },
		{ "SRV.0.port", "5060" },
		{ "SRV.0.priority", "0" },
		{ "SRV.0.weight", "65535" },
		{ "TXT.0.subdomain", "" },
		{ "TXT.0.text", "v=spf1 \"-all\" \\" },
	};
	const struct value *records = value_path(r, "attributes.records");

	assert_reply(r, 200, GOOD);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(at(records, rows[i][0]), rows[i][1]);
	assert_int_equal(value_count(records), 6);
	assert_int_equal(value_count(value_get(records, "A")), 2);
}

static void
test_every_kind_comes_back_as_it_went(void **state)
{
	struct shop *s = *state;

	assert_every_kind(ZONE(s, "create", EVERY_KIND));
	lab_reopen(s->lab);
	assert_every_kind(ZONE(s, "get", NONE));
	assert_reply(ZONE(s, "create", NONE), 485, "DNS zone already exists for domain");
	assert_every_kind(ZONE(s, "get", NONE));
}

/* Some clients leave out the map around the lists. */
static void
test_records_may_lie_beside_the_domain(void **state)
{
	struct shop *s = *state;
	const struct value *r = ZONE(s, "create", "A.0.ip_address", "192.0.2.1", "TXT.0.text", "x",
	    "records.MX.0.hostname", "mx.ek.com", "records.MX.0.priority", "1");

	assert_reply(r, 200, GOOD);
	assert_int_equal(value_count(value_path(r, "attributes.records")), 3);
	r = ZONE(s, "set", "A.0.ip_address", "192.0.2.9");
	assert_int_equal(value_count(value_path(r, "attributes.records")), 1);
	assert_string_equal(
	    at(ZONE(s, "get", NONE), "attributes.records.A.0.ip_address"), "192.0.2.9");
}

static void
test_set_replaces_all(void **state)
{
	struct shop *s = *state;

	assert_reply(ZONE(s, "set", "records.A.0.ip_address", "192.0.2.1"), 480,
	    "DNS zone not found for domain");
	ZONE(s, "create", EVERY_KIND);
	const struct value *r = ZONE(s, "set", "records.A.0.ip_address", "192.0.2.1");
	assert_int_equal(value_count(value_path(r, "attributes.records")), 1);
	assert_reply(ZONE(s, "set", NONE), 460, "Required field 'records' not provided");
	r = ZONE(s, "set", "records", "");
	assert_reply(r, 200, GOOD);
	assert_int_equal(value_count(value_path(r, "attributes.records")), 0);
}

static const struct {
	const char *pairs[9], *error;
} mistakes[] = {
	{ { "records.A.0.subdomain", "x" }, "A record 1: ip_address is missing" },
	{ { "records.A.0.ip_address", "192.0.2.256" }, "A record 1: ip_address '192.0.2.256'" },
	{ { "records.A.0.ip_address", "2001:db8::1" }, "A record 1: ip_address '2001:db8::1'" },
	{ { "records.A.0.ip_address", "192.0.2.1", "records.A.1.ip_address", "1.2.3" },
	    "A record 2: ip_address '1.2.3'" },
	{ { "records.A.0.ip_address", "192.0.2.1", "records.A.1.ip_address", "192.0.2.1" },
	    "A record 2: there is another one in its place" },
	{ { "records.A.0.ip_address", "192.0.2.1", "records.A.0.subdomain", "a..b" },
	    "A record 1: subdomain 'a..b'" },
	{ { "records.A.0.ip_address", "192.0.2.1", "records.A.0.subdomain", "a.*" },
	    "A record 1: subdomain 'a.*'" },
	{ { "records.AAAA.0.ipv6_address", "192.0.2.1" },
	    "AAAA record 1: ipv6_address '192.0.2.1'" },
	{ { "records.CNAME.0.hostname", "one" }, "CNAME record 1: hostname 'one'" },
	{ { "records.CNAME.0.hostname", "192.0.2.1" }, "CNAME record 1: hostname '192.0.2.1'" },
	{ { "records.CNAME.0.hostname", "a.b", "records.A.0.ip_address", "192.0.2.1" },
	    "CNAME record 1: there is another one in its place" },
	{ { "records.CNAME.0.hostname", "a.b", "records.CNAME.1.hostname", "c.d" },
	    "CNAME record 2: there is another one in its place" },
	{ { "records.MX.0.hostname", "a.b" }, "MX record 1: priority is missing" },
	{ { "records.MX.0.hostname", "a.b", "records.MX.0.priority", "65536" },
	    "MX record 1: priority '65536'" },
	{ { "records.MX.0.hostname", "a.b", "records.MX.0.priority", "-1" },
	    "MX record 1: priority '-1'" },
	{ { "records.SRV.0.hostname", "a.b", "records.SRV.0.port", "1", "records.SRV.0.priority",
	      "1" },
	    "SRV record 1: weight is missing" },
	{ { "records.TXT.0.text", "" }, "TXT record 1: text is missing" },
	{ { "records.TXT.0.text", "a\nb" }, "TXT record 1: text 'a\nb'" },
	{ { "records.CAA.0.text", "x" }, "CAA is no list of records" },
	{ { "records.dnssec.0.text", "x" }, "dnssec is no list of records" },
	{ { "records.A.x", "y" }, "A is no list of records" },
	{ { "records.A.0", "192.0.2.1" }, "A is no list of records" },
	{ { "A.x", "y" }, "A is no list of records" },
	{ { "records", "x" }, "records 'x'" },
	{ { "records.0.A", "x" }, "0 is no list of records" },
};

/* A slip leaves all as it was. */
static void
test_what_records_may_not_say(void **state)
{
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
		static const char *const actions[] = { "CREATE_DNS_ZONE", "SET_DNS_ZONE" };
		const char *text = arena_printf(
		    s->lab->a, "Invalid data, error=<%s>", mistakes[i].error);
		for (size_t c = 0; c < COUNT_OF(actions); c++) {
			struct value *top = request_new(s->lab->a, actions[c], "DOMAIN");
			request_set(s->lab->a, top, "domain", "ek.com");
			for (size_t p = 0; mistakes[i].pairs[p] != NULL; p += 2)
				request_set(
				    s->lab->a, top, mistakes[i].pairs[p], mistakes[i].pairs[p + 1]);
			if (c == 1)
				ZONE(s, "create", EVERY_KIND);
			assert_reply(ask(s->lab, s->id, top), 465, text);
		}
		assert_every_kind(ZONE(s, "get", NONE));
		assert_reply(ZONE(s, "delete", NONE), 200, GOOD);
	}
}

static void
test_a_zone_has_its_limit(void **state)
{
	struct shop *s = *state;
	struct value *top = request_new(s->lab->a, "CREATE_DNS_ZONE", "DOMAIN");
	struct value *attributes = value_add(s->lab->a, top, "attributes", VALUE_ASSOC);

	value_add_text(s->lab->a, attributes, "domain", "ek.com");
	struct value *list = value_add(s->lab->a, attributes, "A", VALUE_ARRAY);
	for (int i = 0; i < MAX_RECORDS; i++)
		value_add_text(s->lab->a, value_add(s->lab->a, list, NULL, VALUE_ASSOC),
		    "ip_address", arena_printf(s->lab->a, "10.0.%d.%d", i / 256, i % 256));
	struct value *more = value_add(s->lab->a, list, NULL, VALUE_ASSOC);
	value_add_text(s->lab->a, more, "ip_address", "10.1.0.0");
	assert_reply(ask(s->lab, s->id, top), 465, "Invalid data, error=<more than 500 records>");
}

/* Only those of the house answer for the zone. */
static void
test_who_is_asked_for_it(void **state)
{
	static const struct {
		const char *nameservers, *ok;
	} rows[] = {
		{ "[\"ns1.systemdns.com\",\"ns2.systemdns.com\"]", "1" },
		{ "[\"ns3.systemdns.com\"]", "1" },
		{ "[\"ns1.systemdns.com\",\"ns1.other.example\"]", "0" },
		{ "[\"ns1.other.example\"]", "0" },
		{ "[]", "0" },
	};
	struct shop *s = *state;

	ZONE(s, "create", NONE);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct term t = lab_term(s->lab, "ek.com");
		lab_begin(s->lab);
		t.nameservers = rows[i].nameservers;
		term_save(&s->lab->w, &t);
		lab_end(s->lab);
		assert_string_equal(
		    at(ZONE(s, "get", NONE), "attributes.nameservers_ok"), rows[i].ok);
	}
	lab_policy(s->lab, "dns.nameservers", "ns1.other.example");
	assert_string_equal(at(ZONE(s, "get", NONE), "attributes.nameservers_ok"), "0");
}

static void
test_the_name_can_be_pointed_to_it(void **state)
{
	struct shop *s = *state;
	const char *events = "SELECT data FROM event WHERE name = 'NAMESERVER_UPDATE' ORDER BY id";
#define FORCE(s) ASK((s)->lab, (s)->id, "force_dns_nameservers", "domain", "domain", "ek.com")

	assert_reply(FORCE(s), 480, "DNS zone not found for domain");
	ZONE(s, "create", NONE);
	const struct value *r = FORCE(s);
	assert_reply(r, 200, GOOD);
	assert_string_equal(at(r, "attributes.nameservers_ok"), "1");
	r = ASK(s->lab, s->id, "get", "domain", "domain", "ek.com", "type", "nameservers");
	assert_string_equal(at(r, "attributes.nameserver_list.2.name"), "ns3.systemdns.com");
	FORCE(s);
	assert_string_equal(lab_ask_text(s->lab, events),
	    "{\"domain_id\":\"1\",\"domain_name\":\"ek.com\",\"nameserver_list\":"
	    "[\"ns1.systemdns.com\",\"ns2.systemdns.com\",\"ns3.systemdns.com\"]}");
	r = ASK(s->lab, s->id, "poll", "event", "limit", "100");
	bool told = false;
	const struct value *list = value_path(r, "attributes.events");
	for (const struct value *v = list->first; v != NULL; v = v->next)
		told = told || (strcmp(at(v, "event"), "NAMESERVER_UPDATE") == 0 &&
				   strcmp(at(v, "object_data.nameserver_list.1"),
				       "ns2.systemdns.com") == 0);
	assert_true(told);
}

/* As by the command that changes nameservers. */
static void
test_a_locked_name_keeps_its_nameservers(void **state)
{
	static const struct {
		const char *rule;
		int code;
	} rows[] = { { "refused", 405 }, { "allowed", 200 } };
	struct shop *s = *state;

	ZONE(s, "create", NONE);
	ASK(s->lab, s->id, "modify", "domain", "domain", "ek.com", "data", "status", "lock_state",
	    "1");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		lab_policy(s->lab, "nameservers.locked", rows[i].rule);
		assert_int_equal(code_of(FORCE(s)), rows[i].code);
	}
}

static void
test_delete_takes_it_away(void **state)
{
	struct shop *s = *state;

	assert_reply(ZONE(s, "delete", NONE), 480, "DNS zone not found for domain");
	ZONE(s, "create", EVERY_KIND);
	const struct value *r = ZONE(s, "delete", NONE);
	assert_reply(r, 200, GOOD);
	assert_null(value_get(r, "attributes"));
	assert_reply(ZONE(s, "get", NONE), 480, "DNS zone not found for domain");
	assert_reply(ZONE(s, "reset", NONE), 480, "DNS zone not found for domain");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(every_kind_comes_back_as_it_went),
		TEST(records_may_lie_beside_the_domain),
		TEST(set_replaces_all),
		TEST(what_records_may_not_say),
		TEST(a_zone_has_its_limit),
		TEST(who_is_asked_for_it),
		TEST(the_name_can_be_pointed_to_it),
		TEST(a_locked_name_keeps_its_nameservers),
		TEST(delete_takes_it_away),
	};

	return cmocka_run_group_tests_name("DNS zones", tests, NULL, NULL);
}
