/* Sub-resellers at the doors: they log in with a user name and a key of their own, which
 * no other world of the process has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/legacy.h"
#include "tests/support/signed.h"

#define CONTACT(role) \
	"contact_set." role ".first_name", "Bea", "contact_set." role ".last_name", "Branch", \
	    "contact_set." role ".org_name", "Branch Inc.", "contact_set." role ".phone", \
	    "+1.4165550111", "contact_set." role ".email", "bea@branch.example", \
	    "contact_set." role ".address1", "1 Leaf Lane", "contact_set." role ".city", \
	    "Singapore"
#define SETTINGS(name) \
	"username", name, "password", "secret12", "ccp_enabled", "N", "low_balance_email", \
	    "low@branch.example", "system_status_email", "status@branch.example", "pricing_plan", \
	    "7", "status", "active", CONTACT("admin"), CONTACT("tech")

static struct seller
demo(struct house *h)
{
	return (struct seller){ h->engine, "demo", h->key };
}

static const char *
text(const struct value *reply, const char *path)
{
	const struct value *v = value_path(reply, path);

	return v == NULL || v->kind != VALUE_TEXT ? "" : v->text;
}

static struct seller
branch(struct house *h)
{
	struct seller parent = demo(h);
	const struct value *r = SIGNED(h->a, &parent, "create", "subreseller", SETTINGS("branch"));

	assert_int_equal(signed_code(r), 200);
	return (struct seller){ h->engine, "branch", text(r, "attributes.key") };
}

static void
it_logs_in_at_the_https_door(void **state)
{
	struct house *h = *state;
	struct seller parent = demo(h), sub = branch(h), thief = { h->engine, "branch", h->key };

	const struct value *r = SIGNED(h->a, &sub, "get_balance", "balance", NULL);
	assert_int_equal(signed_code(r), 200);
	assert_string_equal(text(r, "attributes.balance"), "0.00");
	assert_int_equal(signed_code(SIGNED(h->a, &thief, "get_balance", "balance", NULL)), 401);
	assert_int_equal(signed_code(SIGNED(h->a, &parent, "pay", "subreseller", "username",
			     "branch", "amount", "20.00")),
	    200);
	assert_int_equal(
	    signed_code(signed_register(h->a, &sub, "twig.com", "anna@ek.example")), 200);
	assert_int_equal(signed_code(SIGNED(h->a, &parent, "get", "domain", "domain", "twig.com",
			     "type", "status")),
	    415);
}

static void
it_logs_in_at_the_legacy_port(void **state)
{
	struct house *h = *state;
	struct seller sub = branch(h);
	struct caller c = legacy_caller(h);

	assert_int_equal(caller_code(caller_login(&c, CIPHER_BLOWFISH, "branch", sub.key)), 200);
	const struct value *r = CALL(&c, "get_balance", "balance", NULL);
	assert_int_equal(caller_code(r), 200);
	assert_string_equal(text(r, "attributes.balance"), "0.00");
	caller_close(&c);
}

static void
its_name_is_nobody_elses(void **state)
{
	struct house *h = *state;
	struct seller parent = demo(h);

	house_api(h, 201, "POST", "/worlds", "{'name':'mine'}");
	house_api(h, 201, "POST", "/worlds/mine/resellers", "{'username':'taken'}");
	const struct value *r = SIGNED(h->a, &parent, "create", "subreseller", SETTINGS("taken"));
	assert_int_equal(signed_code(r), 485);
	branch(h);
	house_api(h, 409, "POST", "/worlds/mine/resellers", "{'username':'branch'}");
	/* What was refused keeps no name. */
	r = SIGNED(
	    h->a, &parent, "create", "subreseller", SETTINGS("later"), "nameservers.fqdn1", "-");
	assert_int_equal(signed_code(r), 465);
	house_api(h, 201, "POST", "/worlds/mine/resellers", "{'username':'later'}");
}

static void
the_control_api_shows_whose_it_is(void **state)
{
	struct house *h = *state;
	struct seller sub = branch(h);
	json_t *one = house_api(h, 200, "GET", "/worlds/demo/resellers/branch", "");

	assert_string_equal(text_at(one, "parent"), "demo");
	assert_string_equal(text_at(one, "status"), "active");
	assert_string_equal(text_at(one, "users.0.key"), sub.key);
	assert_string_equal(text_at(one, "company"), "Branch Inc.");
	json_t *all = house_api(h, 200, "GET", "/worlds/demo/resellers", "");
	assert_string_equal(text_at(all, "items.0.name"), "demo");
	assert_string_equal(text_at(all, "items.0.parent"), "");
	size_t n = count_at(all, "items");
	assert_string_equal(text_at(all, arena_printf(h->a, "items.%zu.parent", n - 1)), "demo");
	json_t *next = house_api(h, 200, "GET", "/worlds/demo/resellers?limit=1", "");
	assert_int_equal(count_at(next, "items"), 1);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, legacy_open, legacy_close)
	const struct CMUnitTest tests[] = {
		TEST(it_logs_in_at_the_https_door),
		TEST(it_logs_in_at_the_legacy_port),
		TEST(its_name_is_nobody_elses),
		TEST(the_control_api_shows_whose_it_is),
	};

	return cmocka_run_group_tests_name("subreseller login", tests, house_setup, NULL);
}
