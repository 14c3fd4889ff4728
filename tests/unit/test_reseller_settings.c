/* What a reseller sets for itself, and which commands it tells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/party/subuser.h"

/* ns1.ek.com, ns1.theirs.com and ns1.ek.de are hosts that their registries know. */
static int
begin(void **state)
{
	shop_with_names(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "more.com");
	REGISTER(s->lab, s->id, "domain", "ek.de");
	ASK(s->lab, s->id, "create", "nameserver", "domain", "ek.com", "name", "ns1.ek.com",
	    "ipaddress", "192.0.2.1");
	ASK(s->lab, s->other, "create", "nameserver", "domain", "theirs.com", "name",
	    "ns1.theirs.com", "ipaddress", "192.0.2.2");
	return 0;
}

static void
set_nameserver_rules(struct shop *s, bool foreign, bool unregistered)
{
	struct reseller r = shop_settings(s);

	r.foreign_nameservers = foreign;
	r.unregistered_hosts = unregistered;
	r.nameservers = "[\"ns1.default.net\",\"ns2.default.net\"]";
	shop_set(s, &r);
}

static const struct value *
assign(struct shop *s, const char *host)
{
	return ASK(s->lab, s->id, "advanced_update_nameservers", "domain", "domain", "more.com",
	    "op_type", "assign", "assign_ns.0", host);
}

#define FOREIGN(host) "Permission Denied: foreign nameserver '" host "'"
#define UNKNOWN(host) \
	"Request failed validation: Name server '" host "' is not found at the registry." \
	" Please double check the nameserver and re-submit."

static void
test_foreign_nameservers(void **state)
{
	static const struct {
		const char *host, *says; /* when they are not allowed; NULL: it is none */
	} rows[] = {
		{ "ns1.ek.com", NULL },
		{ "ns7.ek.com", NULL },
		{ "a.b.c.ek.com", NULL },
		{ "ek.com", NULL },
		{ "NS1.EK.com", NULL },
		{ "ns1.more.com", NULL },
		{ "ns1.systemdns.com", NULL },
		{ "ns2.default.net", NULL },
		{ "ns3.default.net", FOREIGN("ns3.default.net") },
		{ "ns1.theirs.com", FOREIGN("ns1.theirs.com") },
		{ "ns1.example.com", FOREIGN("ns1.example.com") },
		{ "ns1.free.com", FOREIGN("ns1.free.com") },
		{ "ns1.xek.com", FOREIGN("ns1.xek.com") },
		{ "ns1.ek.com.nosuch", FOREIGN("ns1.ek.com.nosuch") },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		set_nameserver_rules(s, true, true);
		assert_int_equal(code_of(assign(s, rows[i].host)), 200);
		set_nameserver_rules(s, false, true);
		const struct value *r = assign(s, rows[i].host);
		if (rows[i].says != NULL)
			assert_reply(r, 435, rows[i].says);
		else
			assert_reply(r, 200, "No nameserver changes necessary");
	}
}

static void
test_unregistered_hosts(void **state)
{
	static const struct {
		const char *host, *says;
	} rows[] = {
		{ "ns1.ek.com", NULL }, { "ns1.theirs.com", NULL },
		{ "ns2.ek.com", UNKNOWN("ns2.ek.com") },
		{ "ns1.example.com", UNKNOWN("ns1.example.com") },
		{ "ns1.free.com", UNKNOWN("ns1.free.com") }, { "ns1.systemdns.com", NULL },
		{ "ns1.ek.de", NULL }, /* DENIC keeps none, so nobody can tell */
		{ "ns1.hosts.nosuch", NULL }, /* nor of a TLD that is not offered */
	};
	struct shop *s = *state;

	set_nameserver_rules(s, true, false);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = assign(s, rows[i].host);
		assert_int_equal(code_of(r), rows[i].says == NULL ? 200 : 435);
		if (rows[i].says != NULL)
			assert_string_equal(text_of(r), rows[i].says);
	}
}

/* Told by hand, or known since a name of its points there. */
static void
test_a_registry_may_be_told_of_a_host(void **state)
{
	struct shop *s = *state;

	assert_int_equal(code_of(assign(s, "ns1.old.com")), 200);
	set_nameserver_rules(s, true, false);
	assert_reply(assign(s, "ns1.old.com"), 200, "No nameserver changes necessary");
	assert_int_equal(code_of(assign(s, "ns1.new.com")), 435);
	ASK(s->lab, s->id, "registry_add_ns", "nameserver", "fqdn", "ns1.new.com", "tld", ".com",
	    "all", "0");
	assert_int_equal(code_of(assign(s, "ns1.new.com")), 200);
}

static void
test_what_goes_is_not_asked_about(void **state)
{
	struct shop *s = *state;

	assign(s, "ns1.free.com");
	set_nameserver_rules(s, false, false);
	const struct value *r = ASK(s->lab, s->id, "advanced_update_nameservers", "domain",
	    "domain", "more.com", "op_type", "add_remove", "add_ns.0", "ns1.ek.com", "remove_ns.0",
	    "ns1.free.com");
	assert_int_equal(code_of(r), 200);
	r = ASK(s->lab, s->id, "advanced_update_nameservers", "domain", "domain", "more.com",
	    "op_type", "add_remove", "add_ns.0", "ns2.free.com");
	assert_reply(r, 435, FOREIGN("ns2.free.com"));
}

static void
test_registrations_keep_to_the_rules(void **state)
{
	static const struct {
		const char *domain, *custom, *host;
		int code;
	} rows[] = {
		{ "a.com", "0", "ns1.free.com", 200 }, /* the reseller's own two */
		{ "b.com", "1", "ns1.ek.com", 200 }, { "c.com", "1", "ns1.free.com", 435 },
		{ "d.com", "1", "ns1.d.com", 200 }, /* below the name itself */
	};
	struct shop *s = *state;

	set_nameserver_rules(s, false, true);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = REGISTER(s->lab, s->id, "domain", rows[i].domain,
		    "custom_nameservers", rows[i].custom, "nameserver_list.0.name", rows[i].host);
		assert_int_equal(code_of(r), rows[i].code);
		r = ASK(s->lab, s->id, "lookup", "domain", "domain", rows[i].domain);
		assert_int_equal(code_of(r), rows[i].code == 200 ? 211 : 210);
	}
	assert_string_equal(
	    lab_term(s->lab, "a.com").nameservers, "[\"ns1.default.net\",\"ns2.default.net\"]");
	/* A nameserver can be made only below a name that is there. */
	set_nameserver_rules(s, true, false);
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "e.com", "custom_nameservers",
			     "1", "nameserver_list.0.name", "ns1.e.com")),
	    435);
}

/* Another reseller's rules are its own. */
static void
test_rules_are_one_resellers(void **state)
{
	struct shop *s = *state;

	set_nameserver_rules(s, false, false);
	assert_int_equal(
	    code_of(ASK(s->lab, s->other, "advanced_update_nameservers", "domain", "domain",
		"theirs.com", "op_type", "assign", "assign_ns.0", "ns1.free.com")),
	    200);
}

static void
assert_tech(struct shop *s, const char *domain, const char *field, const char *value)
{
	const struct value *r = ASK(
	    s->lab, s->id, "get", "domain", "domain", domain, "type", "tech");

	assert_string_equal(
	    at(r, arena_printf(s->lab->a, "attributes.contact_set.tech.%s", field)), value);
}

static void
test_names_have_the_resellers_technical_contact(void **state)
{
	static const char *const rows[][2] = { { "first_name", "Ada" },
		{ "last_name", "van der Berg" }, { "org_name", "Berg Hosting" },
		{ "email", "ada@berg.example" }, { "phone", "+31.201234567" },
		{ "fax", "+31.207654321" }, { "address1", "Kade 1" }, { "address2", "" },
		{ "city", "Utrecht" }, { "country", "NL" } };
	struct shop *s = *state;
	struct reseller r = shop_settings(s);

	r.company = "Berg Hosting";
	r.tech_name = "Ada van der Berg";
	r.tech_email = "ada@berg.example";
	r.tech_phone = "+31.201234567";
	r.tech_address = "{\"fax\":\"+31.207654321\",\"address1\":\"Kade 1\",\"city\":\"Utrecht\","
			 "\"country\":\"NL\"}";
	shop_set(s, &r);
	REGISTER(s->lab, s->id, "domain", "new.com");
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_tech(s, "new.com", rows[i][0], rows[i][1]);
	/* What was registered before keeps what it had. */
	assert_tech(s, "ek.com", "email", "support@shop.example");
	REGISTER(s->lab, s->id, "domain", "own.com", "custom_tech_contact", "1",
	    "contact_set.tech.first_name", "Tom", "contact_set.tech.last_name", "Tech",
	    "contact_set.tech.org_name", "Tech", "contact_set.tech.address1", "1 Main",
	    "contact_set.tech.city", "Toronto", "contact_set.tech.state", "ON",
	    "contact_set.tech.postal_code", "M5V 2T6", "contact_set.tech.country", "CA",
	    "contact_set.tech.phone", "+1.4165550100", "contact_set.tech.email",
	    "tom@tech.example");
	assert_tech(s, "own.com", "email", "tom@tech.example");
}

static const struct value *
let_in(struct shop *s, const char *permission)
{
	return ASK(s->lab, s->id, "add", "subuser", "domain", "ek.com", "sub_username", "sue",
	    "sub_password", "helper45", "sub_permission", permission);
}

static const char *
log_in(struct shop *s)
{
	return at(ASK(s->lab, s->id, "set", "cookie", "domain", "ek.com", "reg_username", "sue",
		      "reg_password", "helper45"),
	    "attributes.cookie");
}

static void
set_subusers(struct shop *s, bool allowed, int64_t permissions)
{
	struct reseller r = shop_settings(s);

	r.subusers = allowed;
	r.subuser_permissions = permissions;
	shop_set(s, &r);
}

static void
test_a_reseller_may_have_no_sub_users(void **state)
{
	struct shop *s = *state;

	set_subusers(s, false, MAY_ALL);
	assert_reply(let_in(s, "1"), 447, "Sub-user limit exceeded");
	set_subusers(s, true, MAY_ALL);
	assert_int_equal(code_of(let_in(s, "1")), 200);
	const char *cookie = log_in(s);
	assert_non_null(cookie);
	/* Who is in is out, and comes back when they are allowed again. */
	set_subusers(s, false, MAY_ALL);
	assert_null(log_in(s));
	assert_reply(ASK(s->lab, s->id, "get", "domain", "type", "status", "^cookie", cookie), 415,
	    "Invalid Cookie Supplied");
	set_subusers(s, true, MAY_ALL);
	assert_int_equal(
	    code_of(ASK(s->lab, s->id, "get", "domain", "type", "status", "^cookie", cookie)), 200);
}

static void
test_no_owner_can_permit_more_than_the_reseller(void **state)
{
	static const struct {
		int64_t mask;
		const char *permission;
		int code;
	} rows[] = {
		{ MAY_ALL, "127", 200 },
		{ MAY_ALL & ~MAY_owner, "127", 435 },
		{ MAY_ALL & ~MAY_owner, "1", 435 },
		{ MAY_ALL & ~MAY_owner, "126", 200 },
		{ MAY_nameservers, "16", 200 },
		{ MAY_nameservers, "17", 435 },
		{ 0, "0", 200 },
		{ 0, "64", 435 },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		set_subusers(s, true, rows[i].mask);
		assert_int_equal(code_of(let_in(s, rows[i].permission)), rows[i].code);
		set_subusers(s, true, MAY_ALL);
		let_in(s, "127");
		set_subusers(s, true, rows[i].mask);
		assert_int_equal(
		    code_of(ASK(s->lab, s->id, "modify", "subuser", "domain", "ek.com", "sub_id",
			"1", "sub_username", "sue", "sub_permission", rows[i].permission)),
		    rows[i].code);
		shop_end(state);
		begin(state);
	}
}

static void
test_what_was_permitted_before_is_bounded_too(void **state)
{
	struct shop *s = *state;

	let_in(s, "127");
	const char *cookie = log_in(s);
	const char *const pairs[] = { "^cookie", cookie, "op_type", "assign", "assign_ns.0",
		"ns1.ek.com", end_of_pairs };
	set_subusers(s, true, MAY_ALL & ~MAY_nameservers);
	assert_reply(ask_pairs(s->lab, s->id, "advanced_update_nameservers", "domain", pairs), 435,
	    "Permission denied, subuser permissions");
	assert_string_equal(
	    at(ASK(s->lab, s->id, "get", "userinfo", "^cookie", cookie), "attributes.permission"),
	    "111");
	set_subusers(s, true, MAY_ALL);
	assert_int_equal(
	    code_of(ask_pairs(s->lab, s->id, "advanced_update_nameservers", "domain", pairs)), 200);
	assert_string_equal(
	    at(ASK(s->lab, s->id, "get", "subuser", "domain", "ek.com"), "attributes.permission"),
	    "127");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(foreign_nameservers),
		TEST(unregistered_hosts),
		TEST(a_registry_may_be_told_of_a_host),
		TEST(what_goes_is_not_asked_about),
		TEST(registrations_keep_to_the_rules),
		TEST(rules_are_one_resellers),
		TEST(names_have_the_resellers_technical_contact),
		TEST(a_reseller_may_have_no_sub_users),
		TEST(no_owner_can_permit_more_than_the_reseller),
		TEST(what_was_permitted_before_is_bounded_too),
	};

	return cmocka_run_group_tests_name("settings of a reseller", tests, NULL, NULL);
}
