/* Sub-resellers: accounts below one's own, with settings and money of their own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/party/reseller.h"
#include "world/turn.h"

#define SUB(s, action, ...) ASK((s)->lab, (s)->id, action, "subreseller", __VA_ARGS__)
#define DONE "Command Successful"
#define BRANCH \
	"username", "branch", "password", "secret12", "ccp_enabled", "N", "low_balance_email", \
	    "low@branch.example", "system_status_email", "status@branch.example", "pricing_plan", \
	    "7", "status", "active", "contact_set.admin.first_name", "Bea", \
	    "contact_set.admin.last_name", "Branch", "contact_set.admin.org_name", "Branch Inc.", \
	    "contact_set.admin.phone", "+1.4165550111", "contact_set.admin.email", \
	    "bea@branch.example", "contact_set.tech.first_name", "Ted", \
	    "contact_set.tech.last_name", "Twig", "contact_set.tech.org_name", "Branch Inc.", \
	    "contact_set.tech.address1", "1 Leaf Lane", "contact_set.tech.city", "Toronto", \
	    "contact_set.tech.country", "CA", "contact_set.tech.state", "ON", \
	    "contact_set.tech.postal_code", "M5V 1A1", "contact_set.tech.phone", "+1.4165550112", \
	    "contact_set.tech.email", "ted@branch.example"

static int64_t
create(struct shop *s)
{
	const struct value *r = SUB(s, "create", BRANCH);

	assert_reply(r, 200, DONE);
	assert_string_equal(at(r, "attributes.username"), "branch");
	assert_int_equal(strlen(at(r, "attributes.key")), 112);
	return strtoll(at(r, "attributes.id"), NULL, 10);
}

static const char *
setting(struct shop *s, const char *name)
{
	const struct value *r = SUB(s, "get", "username", "branch");

	assert_reply(r, 200, DONE);
	return at(r, arena_printf(s->lab->a, "attributes.%s", name));
}

static const char *
balance_of(struct shop *s, int64_t reseller)
{
	return at(ASK(s->lab, reseller, "get_balance", "balance", "x", "y"), "attributes.balance");
}

static void
test_one_is_created_and_read(void **state)
{
	struct shop *s = *state;
	struct login l;
	int64_t id = create(s);

	assert_string_equal(setting(s, "username"), "branch");
	assert_string_equal(setting(s, "status"), "active");
	assert_string_equal(setting(s, "ccp_enabled"), "N");
	assert_string_equal(setting(s, "pricing_plan"), "7");
	assert_string_equal(setting(s, "low_balance_email"), "low@branch.example");
	assert_string_equal(setting(s, "system_status_email"), "status@branch.example");
	assert_string_equal(setting(s, "payment_email"), "");
	assert_string_equal(setting(s, "storefront_rwi"), "N");
	assert_string_equal(setting(s, "cert_permission"), "0");
	assert_string_equal(setting(s, "contact_set.tech.city"), "Toronto");
	assert_string_equal(setting(s, "nameservers.fqdn1"), "ns1.systemdns.com");
	assert_string_equal(setting(s, "balance"), "0.00");
	assert_null(setting(s, "password"));
	lab_begin(s->lab);
	assert_true(login_find(&s->lab->w, s->lab->a, "branch", &l));
	assert_int_equal(l.reseller, id);
	lab_end(s->lab);
}

static void
test_settings_change_one_by_one(void **state)
{
	struct shop *s = *state;

	create(s);
	assert_reply(SUB(s, "modify", "username", "branch", "pricing_plan", "8", "storefront_rwi",
			 "Y", "nameservers.fqdn2", "ns2.branch.example", "nameservers.fqdn1",
			 "NS1.branch.example", "allowed_tld_list", "com,net", "url",
			 "http://branch.example/", "ccp_enabled", "1"),
	    200, DONE);
	assert_string_equal(setting(s, "pricing_plan"), "8");
	assert_string_equal(setting(s, "storefront_rwi"), "Y");
	assert_string_equal(setting(s, "ccp_enabled"), "Y");
	assert_string_equal(setting(s, "url"), "http://branch.example/");
	assert_string_equal(setting(s, "allowed_tld_list.1"), "net");
	assert_string_equal(setting(s, "nameservers.fqdn1"), "ns1.branch.example");
	assert_string_equal(setting(s, "nameservers.fqdn2"), "ns2.branch.example");
	assert_string_equal(setting(s, "contact_set.admin.first_name"), "Bea");
	assert_string_equal(setting(s, "low_balance_email"), "low@branch.example");
}

static void
test_other_contacts_come_whole(void **state)
{
	struct shop *s = *state;
	static const char *const change[] = { "username", "branch", "contact_set.admin.first_name",
		"Ann", "contact_set.admin.last_name", "Other", "contact_set.admin.org_name",
		"Other Inc.", "contact_set.admin.phone", "+1.4165550113", "contact_set.admin.email",
		"ann@branch.example", end_of_pairs };
	static const struct slip_up slips[] = {
		{ "contact_set.admin.last_name", NULL, 460,
		    "Required field 'admin.last_name' not provided" },
		{ "contact_set.admin.phone", "home", 465,
		    "Invalid data, error=<admin.phone 'home'>" },
	};

	create(s);
	shop_slips(s, "modify", "subreseller", change, slips, COUNT_OF(slips));
	assert_string_equal(setting(s, "contact_set.admin.first_name"), "Bea");
	assert_reply(ask_pairs(s->lab, s->id, "modify", "subreseller", change), 200, DONE);
	assert_string_equal(setting(s, "contact_set.admin.first_name"), "Ann");
	assert_string_equal(setting(s, "contact_set.tech.first_name"), "Ted");
}

static void
test_what_is_wrong_is_named(void **state)
{
	struct shop *s = *state;
	static const struct slip_up slips[] = {
		{ "username", NULL, 460, "Required field 'username' not provided" },
		{ "username", "b-b", 465, "Invalid syntax for username" },
		{ "password", NULL, 460, "Required field 'password' not provided" },
		{ "password", "a b", 465, "Invalid syntax for password" },
		{ "ccp_enabled", "maybe", 465, "Invalid data, error=<ccp_enabled 'maybe'>" },
		{ "pricing_plan", NULL, 460, "Required field 'pricing_plan' not provided" },
		{ "status", "asleep", 465, "Invalid data, error=<status 'asleep'>" },
		{ "low_balance_email", "nobody", 465,
		    "Invalid data, error=<low_balance_email 'nobody'>" },
		{ "system_status_email", NULL, 460,
		    "Required field 'system_status_email' not provided" },
		{ "contact_set", NULL, 460, "Required field 'contact_set' not provided" },
		{ "contact_set.admin", NULL, 460,
		    "Required field 'admin.first_name' not provided" },
		{ "contact_set.tech.city", NULL, 460, "Required field 'tech.city' not provided" },
		{ "contact_set.tech.state", NULL, 460, "Required field 'tech.state' not provided" },
		{ "contact_set.tech.email", "x", 465, "Invalid data, error=<tech.email 'x'>" },
		{ "nameservers.fqdn1", "-", 465, "Invalid data, error=<nameserver '-'>" },
		{ "nameservers.first", "ns1.branch.example", 465,
		    "Invalid data, error=<nameservers>" },
		{ "username", "other", 485, "Sub-reseller exists" },
	};

	shop_slips(s, "create", "subreseller", PAIRS(BRANCH), slips, COUNT_OF(slips));
	assert_reply(SUB(s, "get", "username", "branch"), 480, "Sub-reseller not found.");
	create(s);
	assert_reply(SUB(s, "create", BRANCH), 485, "Sub-reseller exists");
}

/* A country without states asks for none. */
static void
test_a_state_is_asked_where_there_are_some(void **state)
{
	struct shop *s = *state;
	struct value *top = request_new(s->lab->a, "create", "subreseller");

	request_set_all(s->lab->a, top,
	    PAIRS(BRANCH, "contact_set.tech.country", "SG", "contact_set.tech.state", NULL,
		"contact_set.tech.postal_code", NULL));
	assert_reply(ask(s->lab, s->id, top), 200, DONE);
}

static void
test_it_is_its_parents_only(void **state)
{
	struct shop *s = *state;
	static const char *const actions[] = { "get", "modify", "pay" };

	create(s);
	for (size_t i = 0; i < COUNT_OF(actions); i++)
		assert_reply(ASK(s->lab, s->other, actions[i], "subreseller", "username", "branch",
				 "amount", "1.00"),
		    480, "Sub-reseller not found.");
	assert_reply(SUB(s, "get", "username", "other"), 480, "Sub-reseller not found.");
	assert_reply(
	    SUB(s, "pay", "username", "shop", "amount", "1.00"), 480, "Sub-reseller not found.");
}

static void
test_money_moves_between_two_accounts(void **state)
{
	struct shop *s = *state;
	int64_t id = create(s);

	shop_set_money(s, 10000);
	const struct value *r = SUB(s, "pay", "username", "branch", "amount", "30.5");
	assert_reply(r, 200, DONE);
	assert_string_equal(at(r, "attributes.balance"), "30.50");
	assert_string_equal(balance_of(s, s->id), "69.50");
	assert_string_equal(balance_of(s, id), "30.50");
	assert_reply(SUB(s, "pay", "username", "branch", "amount", "69.51"), 440,
	    "Payment Failed: over quota");
	assert_string_equal(balance_of(s, s->id), "69.50");
	assert_reply(SUB(s, "pay", "username", "branch", "amount", "69.50"), 200, DONE);
	assert_string_equal(balance_of(s, s->id), "0.00");
	assert_string_equal(balance_of(s, id), "100.00");
	shop_books(s);
}

/* What an order holds is not there to be given away. */
static void
test_what_is_held_is_not_paid(void **state)
{
	struct shop *s = *state;

	create(s);
	shop_set_money(s, 2000);
	FAULT(s, "registry_delay", NULL, NULL);
	assert_int_equal(code_of(REGISTER(s->lab, s->id, "domain", "late.com")), 250);
	assert_int_equal(shop_money(s).held, 1162);
	assert_int_equal(code_of(SUB(s, "pay", "username", "branch", "amount", "8.39")), 440);
	assert_int_equal(code_of(SUB(s, "pay", "username", "branch", "amount", "8.38")), 200);
	shop_books(s);
}

static void
test_amounts_are_more_than_nothing(void **state)
{
	struct shop *s = *state;
	static const struct slip_up slips[] = {
		{ "amount", NULL, 460, "Required field 'amount' not provided" },
		{ "amount", "0", 465, "Invalid data, error=<amount '0'>" },
		{ "amount", "-5", 465, "Invalid data, error=<amount '-5'>" },
		{ "amount", "1.999", 465, "Invalid data, error=<amount '1.999'>" },
		{ "amount", "all", 465, "Invalid data, error=<amount 'all'>" },
		{ "username", NULL, 460, "Required field 'username' not provided" },
	};

	create(s);
	shop_slips(s, "pay", "subreseller", PAIRS("username", "branch", "amount", "1.00"), slips,
	    COUNT_OF(slips));
	assert_string_equal(setting(s, "balance"), "0.00");
}

/* Names and money are the sub-reseller's own; strangers are sent to its support. */
static void
test_it_registers_for_itself(void **state)
{
	struct shop *s = *state;
	int64_t id = create(s);

	assert_int_equal(code_of(SUB(s, "pay", "username", "branch", "amount", "20.00")), 200);
	assert_int_equal(code_of(REGISTER(s->lab, id, "domain", "twig.com")), 200);
	assert_string_equal(balance_of(s, id), "8.38");
	const struct value *r = ASK(
	    s->lab, s->id, "get", "domain", "domain", "twig.com", "type", "status");
	assert_int_equal(code_of(r), 415);
	assert_non_null(strstr(text_of(r), "Branch Inc., ted@branch.example\n    +1.4165550112"));
	shop_books(s);
}

static void
test_any_command_may_be_sent_for_it(void **state)
{
	struct shop *s = *state;
	int64_t id = create(s);

	SUB(s, "pay", "username", "branch", "amount", "20.00");
	assert_int_equal(
	    code_of(REGISTER(s->lab, s->id, "domain", "twig.com", "as_subreseller", "branch")),
	    200);
	assert_string_equal(balance_of(s, id), "8.38");
	assert_int_equal(code_of(ASK(s->lab, s->id, "get", "domain", "domain", "twig.com", "type",
			     "status", "as_subreseller", "branch")),
	    200);
	assert_int_equal(
	    code_of(ASK(s->lab, id, "get", "domain", "domain", "twig.com", "type", "status")), 200);
	assert_reply(ASK(s->lab, s->other, "get_balance", "balance", "as_subreseller", "branch"),
	    480, "Sub-reseller not found.");
	assert_reply(ASK(s->lab, s->id, "get_balance", "balance", "as_subreseller", "other"), 480,
	    "Sub-reseller not found.");
}

static void
test_the_state_of_its_account_can_shut_it_out(void **state)
{
	struct shop *s = *state;
	int64_t id = create(s);
	static const struct {
		const char *status;
		int code;
	} rows[] = {
		{ "onhold", 410 },
		{ "locked", 410 },
		{ "canceled", 410 },
		{ "paid_only", 200 },
		{ "active", 200 },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		SUB(s, "modify", "username", "branch", "status", rows[i].status);
		assert_string_equal(setting(s, "status"), rows[i].status);
		assert_int_equal(
		    code_of(ASK(s->lab, id, "get_balance", "balance", "x", "y")), rows[i].code);
	}
	lab_policy(s->lab, "subreseller.shut_out", "locked");
	SUB(s, "modify", "username", "branch", "status", "onhold");
	assert_int_equal(code_of(ASK(s->lab, id, "get_balance", "balance", "x", "y")), 200);
}

static bool
asked_and_refused(const struct usher *u, const char *username, const char *key)
{
	*(const char **)u->closure = username;
	return strlen(key) == 0;
}

/* Another world of the process has a user of this name. */
static void
test_a_name_that_is_taken_elsewhere(void **state)
{
	struct shop *s = *state;
	const char *asked = NULL;
	const struct usher usher = { asked_and_refused, &asked };
	struct value *top = request_new(s->lab->a, "create", "subreseller");

	request_set_all(s->lab->a, top, PAIRS(BRANCH));
	turn_begin(&s->lab->w);
	struct outcome o = dispatch_at(&s->lab->w, s->lab->a, s->id, top, NULL, &usher);
	turn_settle(&s->lab->w, o.granted);
	assert_true(turn_commit(&s->lab->w));
	assert_reply(o.reply, 485, "Sub-reseller exists");
	assert_string_equal(asked, "branch");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(one_is_created_and_read),
		TEST(settings_change_one_by_one),
		TEST(other_contacts_come_whole),
		TEST(what_is_wrong_is_named),
		TEST(a_state_is_asked_where_there_are_some),
		TEST(it_is_its_parents_only),
		TEST(money_moves_between_two_accounts),
		TEST(what_is_held_is_not_paid),
		TEST(amounts_are_more_than_nothing),
		TEST(it_registers_for_itself),
		TEST(any_command_may_be_sent_for_it),
		TEST(the_state_of_its_account_can_shut_it_out),
		TEST(a_name_that_is_taken_elsewhere),
	};

	return cmocka_run_group_tests_name("subreseller", tests, NULL, NULL);
}
