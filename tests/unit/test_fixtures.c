/* Ready-made worlds: each can be made, is what its file says, and comes back with
 * a reset; what is wrong with one is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"
#include "world/policy/loader.h"

static json_t *
make(struct house *h, const char *fixture)
{
	return house_api(h, 201, "POST", "/worlds",
	    arena_printf(h->a, "{'name':'%s','fixture':'%s'}", fixture, fixture));
}

static json_t *
show(struct house *h, const char *fixture, const char *what)
{
	return house_api(h, 200, "GET", arena_printf(h->a, "/worlds/%s/%s", fixture, what), "");
}

static void
every_one_can_be_made_and_reset(void **state)
{
	(void)state;
	struct house *h = house_open();

	assert_true(h->rules->world_count >= 3);
	for (size_t i = 0; i < h->rules->world_count; i++) {
		const char *name = h->rules->worlds[i].name;
		json_t *made = make(h, name), *before = show(h, name, "domains");
		assert_true(count_at(before, "items") > 5); /* three names are in any world */
		house_api(h, 200, "POST", arena_printf(h->a, "/worlds/%s/clock/advance", name),
		    "{'by':'P400D'}");
		json_t *again = house_api(
		    h, 200, "POST", arena_printf(h->a, "/worlds/%s/reset", name), "");
		assert_true(json_equal(json_object_get(show(h, name, "domains"), "items"),
		    json_object_get(before, "items")));
		assert_true(
		    json_equal(json_object_get(again, "users"), json_object_get(made, "users")));
	}
	house_close(h);
}

static void
a_portfolio_has_names_of_every_kind(void **state)
{
	static const struct {
		const char *name, *field, *value;
	} rows[] = {
		{ "ek-new.com", "created", "2025-12-30T00:00:00Z" },
		{ "ek-bikes.org", "locked", "true" },
		{ "okoye-foods.com", "expires", "2026-01-21T00:00:00Z" },
		{ "okoye-foods.net", "let_expire", "true" },
		{ "okoye-foods.ca", "auto_renew", "true" },
		{ "okoye-lapsed.com", "state", "expired" },
		{ "tan-trading.sg", "contacts.owner.country", "SG" },
		{ "tan-trading.com", "nameservers.0", "ns1.tan.example" },
		{ "rival-foods.com", "registrar", "elsewhere" },
		{ "ek-bikes.com", "reseller", "portfolio" },
	};
	(void)state;
	struct house *h = house_open();

	make(h, "portfolio");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_string_equal(
		    text_at(show(h, "portfolio", arena_printf(h->a, "domains/%s", rows[i].name)),
			rows[i].field),
		    rows[i].value);
	assert_string_equal(
	    text_at(show(h, "portfolio", "resellers/portfolio"), "balance"), "5000.00");
	house_close(h);
}

/* It was furnished before anybody asked, without orders, letters or history. */
static void
nothing_has_happened_in_it(void **state)
{
	static const char *const lists[] = { "orders", "mail", "events", "journal", "history" };
	(void)state;
	struct house *h = house_open();

	make(h, "portfolio");
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		assert_int_equal(count_at(show(h, "portfolio", lists[i]), "items"), 0);
	house_close(h);
}

static void
its_second_reseller_is_named_after_the_first(void **state)
{
	(void)state;
	struct house *h = house_open();
	json_t *made = make(h, "two-resellers");

	assert_string_equal(text_at(made, "users.0.username"), "two-resellers");
	assert_string_equal(text_at(made, "users.1.username"), "two-resellers-2");
	assert_string_not_equal(text_at(made, "users.0.key"), text_at(made, "users.1.key"));
	assert_string_equal(
	    house_refusal(h, 409, "POST", "/worlds", "{'name':'two-resellers-2'}"), "user_taken");
	house_api(h, 201, "POST", "/worlds", "{'name':'b-2'}");
	assert_string_equal(
	    house_refusal(h, 409, "POST", "/worlds", "{'name':'b','fixture':'two-resellers'}"),
	    "user_taken");
	house_close(h);
}

static void
an_unknown_one_is_told_with_those_that_are_there(void **state)
{
	(void)state;
	struct house *h = house_open();
	json_t *j = house_api(h, 400, "POST", "/worlds", "{'fixture':'atlantis'}");

	assert_string_equal(text_at(j, "error.code"), "unknown_fixture");
	assert_string_equal(text_at(j, "error.message"),
	    "There is no ready-made world \"atlantis\". There are: portfolio, short-of-funds, "
	    "two-resellers.");
	house_close(h);
}

static void
the_form_of_a_file_is_checked_at_start(void **state)
{
	static const struct {
		const char *text, *said;
	} rows[] = {
		{ "{]", "world/x.json:1: is not JSON: " },
		{ "{\"about\":\"x\"}",
		    "world/x.json: a ready-made world is {\"about\": TEXT, \"requests\": [...]}\n" },
		{ "{\"about\":\"x\",\"requests\":[{\"request\":\"POST\"}]}",
		    "world/x.json: request 1 wants \"request\": \"METHOD /PATH\"\n" },
		{ "{\"about\":\"x\",\"requests\":[{\"request\":\"POST /x\",\"body\":1}]}",
		    "world/x.json: request 1 wants a map as its \"body\"\n" },
		{ "{\"about\":\"x\",\"requests\":[{\"request\":\"POST /x\",\"bdy\":{}}]}",
		    "world/x.json: request 1 takes nothing but \"request\" and \"body\"\n" },
		{ "{\"about\":\"x\",\"requests\":[{\"request\":\"POST /x\"}]}", "" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct loader l = loader_open(NULL);
		struct fixture file = { "world/x.json", "x", rows[i].text, strlen(rows[i].text) };
		struct rulebook r = { 0 };
		load_worlds(&l, &(struct fixtures){ &file, 1 }, &r);
		assert_true(strncmp(l.wrong.data, rows[i].said, strlen(rows[i].said)) == 0);
		assert_int_equal(l.wrong.size == 0, *rows[i].said == '\0');
		loader_close(&l);
	}
}

/* What has the form, and yet a world cannot begin with. */
static void
a_request_that_is_refused_makes_no_world(void **state)
{
	static const char *const requests[] = {
		"{\"request\":\"POST /domains\",\"body\":{\"name\":\"no name\"}}",
		"{\"request\":\"POST /domains\"}",
		"{\"request\":\"POST /nowhere\"}",
		"{\"request\":\"GET /domains\"}",
		"{\"request\":\"POST /clock/advance\",\"body\":{\"by\":\"P1D\"}}",
		"{\"request\":\"POST /fork\",\"body\":{\"name\":\"x\"}}",
		"{\"request\":\"POST /reset\"}",
	};
	(void)state;
	struct house *h = house_open();

	for (size_t i = 0; i < sizeof(requests) / sizeof(*requests); i++) {
		struct ready_world bad = { "bad", "world/bad.json",
			arena_printf(h->a,
			    "{\"about\":\"x\",\"requests\":[{\"request\":\"POST /domains\","
			    "\"body\":{\"name\":\"good.com\"}},%s]}",
			    requests[i]) };
		struct rulebook rules = *h->rules;
		rules.worlds = &bad;
		rules.world_count = 1;
		struct engine_config config = *engine_config(h->engine);
		config.rules = &rules;
		struct engine *e = engine_new(&config);
		struct world_wish wish = { .name = "w", .fixture = "bad" };
		struct world_card card;
		assert_int_equal(engine_create(e, h->a, &wish, &card), BAD_FIXTURE);
		assert_false(engine_card(e, h->a, "w", &card));
		engine_free(e);
	}
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_one_can_be_made_and_reset),
		cmocka_unit_test(a_portfolio_has_names_of_every_kind),
		cmocka_unit_test(nothing_has_happened_in_it),
		cmocka_unit_test(its_second_reseller_is_named_after_the_first),
		cmocka_unit_test(an_unknown_one_is_told_with_those_that_are_there),
		cmocka_unit_test(the_form_of_a_file_is_checked_at_start),
		cmocka_unit_test(a_request_that_is_refused_makes_no_world),
	};

	return cmocka_run_group_tests_name("fixtures", tests, house_setup, NULL);
}
