/* Worlds over the control API. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

static void
health_and_the_index_need_no_world(void **state)
{
	(void)state;
	struct house *h = house_open();

	assert_string_equal(text_at(house_api(h, 200, "GET", "/health", ""), "status"), "ok");
	assert_string_equal(
	    text_at(house_api(h, 200, "GET", "/health", ""), "version"), ORRERY_VERSION);
	assert_true(count_at(house_api(h, 200, "GET", "", ""), "items") > 30);
	house_close(h);
}

static void
a_world_without_a_word_has_the_documented_defaults(void **state)
{
	(void)state;
	struct house *h = house_open();
	json_t *j = house_api(h, 201, "POST", "/worlds", "");
	const char *name = text_at(j, "name");

	assert_string_equal(text_at(j, "now"), "2026-01-01T00:00:00Z");
	assert_int_equal(count_at(j, "users"), 1);
	assert_int_equal(strlen(text_at(j, "users.0.key")), 112);
	j = house_api(h, 200, "GET", arena_printf(h->a, "/worlds/%s/clock", name), "");
	assert_string_equal(text_at(j, "mode"), "frozen");
	house_close(h);
}

static void
worlds_are_listed_by_name_page_by_page(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_api(h, 201, "POST", "/worlds", "{'name':'beta'}");
	house_api(h, 201, "POST", "/worlds", "{'name':'alpha'}");
	json_t *j = house_api(h, 200, "GET", "/worlds?limit=2", "");
	assert_string_equal(text_at(j, "items.0.name"), "alpha");
	assert_string_equal(text_at(j, "items.1.name"), "beta");
	j = house_api(
	    h, 200, "GET", arena_printf(h->a, "/worlds?since=%s", text_at(j, "next")), "");
	assert_int_equal(count_at(j, "items"), 1);
	assert_string_equal(text_at(j, "items.0.name"), "demo");
	house_close(h);
}

static void
a_world_begins_with_its_clock_seed_and_policies(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_api(h, 201, "POST", "/worlds",
	    "{'name':'w','start':'2030-02-03T04:05:06Z','seed':7,'clock':'flowing:60',"
	    "'policies':{'verification.batch_zone':'Toronto'}}");
	json_t *j = house_api(h, 200, "GET", "/worlds/w/clock", "");
	assert_string_equal(text_at(j, "mode"), "flowing");
	assert_int_equal(number_at(j, "rate"), 60);
	assert_true(strncmp(text_at(j, "now"), "2030-02-03T04:", 14) == 0);
	j = house_api(h, 200, "GET", "/worlds/w/policies", "");
	assert_int_equal(json_object_size(j), 1);
	assert_string_equal(
	    json_string_value(json_object_get(j, "verification.batch_zone")), "Toronto");
	house_close(h);
}

static void
a_deleted_world_is_gone_and_its_name_is_free(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_api(h, 200, "DELETE", "/worlds/demo", "");
	assert_string_equal(house_refusal(h, 404, "GET", "/worlds/demo", ""), "unknown_world");
	house_api(h, 201, "POST", "/worlds", "{'name':'demo'}");
	house_close(h);
}

static void
restore_brings_back_state_and_clock_and_ends_cursors(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_register(h, "before.com", "Anna", "Ek", "anna@ek.example");
	json_t *kept = house_api(h, 201, "POST", "/worlds/demo/snapshots", "{'name':'one'}");
	assert_string_equal(text_at(kept, "name"), "one");
	house_register(h, "after.com", "Anna", "Ek", "anna@ek.example");
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P20D'}");
	const char *next = text_at(house_api(h, 200, "GET", "/worlds/demo/mail", ""), "next");
	json_t *j = house_api(h, 200, "POST", "/worlds/demo/restore", "{'name':'one'}");
	assert_string_equal(text_at(j, "now"), "2026-05-04T15:20:00Z");
	assert_string_equal(text_at(j, "users.0.key"), h->key);
	house_api(h, 200, "GET", "/worlds/demo/domains/before.com", "");
	house_refusal(h, 404, "GET", "/worlds/demo/domains/after.com", "");
	assert_string_equal(house_refusal(h, 410, "GET",
				arena_printf(h->a, "/worlds/demo/mail?since=%s", next), ""),
	    "stale_cursor");
	house_close(h);
}

static void
reset_leads_to_the_beginning_and_ends_cursors(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P1D'}");
	const char *next = text_at(house_api(h, 200, "GET", "/worlds/demo/events", ""), "next");
	json_t *j = house_api(h, 200, "POST", "/worlds/demo/reset", "");
	assert_string_equal(text_at(j, "now"), "2026-05-04T15:20:00Z");
	house_refusal(h, 404, "GET", "/worlds/demo/domains/ek.com", "");
	house_refusal(h, 410, "GET", arena_printf(h->a, "/worlds/demo/events?since=%s", next), "");
	house_close(h);
}

static void
a_fork_goes_its_own_way_under_its_own_users(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	json_t *j = house_api(h, 201, "POST", "/worlds/demo/fork", "{'name':'other'}");
	assert_string_equal(text_at(j, "users.0.username"), "demo.other");
	assert_string_equal(text_at(j, "users.0.key"), h->key);
	house_api(h, 200, "POST", "/worlds/other/clock/advance", "{'by':'P16D'}");
	assert_string_equal(text_at(house_api(h, 200, "GET", "/worlds/other/domains/ek.com", ""),
				"verification.status"),
	    "suspended");
	assert_string_equal(text_at(house_api(h, 200, "GET", "/worlds/demo/domains/ek.com", ""),
				"verification.status"),
	    "verifying");
	house_close(h);
}

static void
policies_are_merged_into_what_is_there(void **state)
{
	(void)state;
	struct house *h = house_open();

	house_api(h, 200, "PUT", "/worlds/demo/policies", "{'verification.batch_zone':'Toronto'}");
	json_t *j = house_api(
	    h, 200, "PUT", "/worlds/demo/policies", "{'verification.restart':'keep'}");
	assert_int_equal(json_object_size(j), 2);
	/* one wrong among them: none is set */
	house_refusal(h, 400, "PUT", "/worlds/demo/policies",
	    "{'verification.batch_zone':'EST','verification.restart':'never'}");
	j = house_api(h, 200, "GET", "/worlds/demo/policies", "");
	assert_string_equal(
	    json_string_value(json_object_get(j, "verification.batch_zone")), "Toronto");
	house_close(h);
}

static void
a_further_reseller_can_be_made_and_changed(void **state)
{
	(void)state;
	struct house *h = house_open();
	json_t *j = house_api(
	    h, 201, "POST", "/worlds/demo/resellers", "{'username':'shop','balance':'12.50'}");

	assert_int_equal(strlen(text_at(j, "key")), 112);
	assert_string_not_equal(text_at(j, "key"), h->key);
	j = house_api(h, 200, "GET", "/worlds/demo/resellers/shop", "");
	assert_string_equal(text_at(j, "balance"), "12.50");
	j = house_api(h, 200, "PATCH", "/worlds/demo/resellers/shop",
	    "{'balance':1000,'tech_contact':{'email':'help@shop.example'},"
	    "'notices':{'rsp.suspended_list':false},'branding':{'header':'<b>Shop</b>'}}");
	assert_string_equal(text_at(j, "balance"), "1000.00");
	assert_string_equal(text_at(j, "tech_contact.email"), "help@shop.example");
	assert_string_equal(text_at(j, "branding.header"), "<b>Shop</b>");
	assert_true(
	    json_is_false(json_object_get(json_object_get(j, "notices"), "rsp.suspended_list")));
	/* what is not named stays */
	j = house_api(
	    h, 200, "PATCH", "/worlds/demo/resellers/shop", "{'branding':{'footer':'x'}}");
	assert_string_equal(text_at(j, "branding.header"), "<b>Shop</b>");
	assert_string_equal(text_at(j, "balance"), "1000.00");
	j = house_api(h, 201, "POST", "/worlds/demo/resellers", "");
	assert_true(*text_at(j, "username") != '\0');
	assert_int_equal(count_at(house_api(h, 200, "GET", "/worlds/demo", ""), "users"), 3);
	house_close(h);
}

static void
without_tls_there_is_no_ca(void **state)
{
	(void)state;
	struct house *h = house_open();

	assert_int_equal(house_ask(h, "GET", "/ca.pem", "")->status, 404);
	house_close(h);
	h = house_open_with(&(struct engine_config){ .journal = 10, .ca_pem = "PEM" });
	struct exchange *x = house_ask(h, "GET", "/ca.pem", "");
	assert_int_equal(x->status, 200);
	assert_string_equal(x->reply, "PEM");
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(health_and_the_index_need_no_world),
		cmocka_unit_test(a_world_without_a_word_has_the_documented_defaults),
		cmocka_unit_test(worlds_are_listed_by_name_page_by_page),
		cmocka_unit_test(a_world_begins_with_its_clock_seed_and_policies),
		cmocka_unit_test(a_deleted_world_is_gone_and_its_name_is_free),
		cmocka_unit_test(restore_brings_back_state_and_clock_and_ends_cursors),
		cmocka_unit_test(reset_leads_to_the_beginning_and_ends_cursors),
		cmocka_unit_test(a_fork_goes_its_own_way_under_its_own_users),
		cmocka_unit_test(policies_are_merged_into_what_is_there),
		cmocka_unit_test(a_further_reseller_can_be_made_and_changed),
		cmocka_unit_test(without_tls_there_is_no_ca),
	};

	return cmocka_run_group_tests_name("api worlds", tests, house_setup, NULL);
}
