/* The registry of an order that waits, turned by hand over the control API. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

#define ORDER "/worlds/demo/orders/1"
#define REGISTRY ORDER "/registry"

/* Order 1 waits: its registry answers in five minutes, or by these rules. */
static struct house *
house_that_waits(void)
{
	struct house *h = house_open();

	house_api(h, 200, "PUT", "/worlds/demo/policies", "{'tld.com.registry':'async'}");
	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	return h;
}

static void
the_operator_answers_for_the_registry(void **state)
{
	static const struct {
		const char *body, *status;
		size_t names;
	} rows[] = {
		{ "{'answer':'accept'}", "completed", 1 },
		{ "{'answer':'reject'}", "declined", 0 },
		{ "{'answer':'never'}", "waiting", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct house *h = house_that_waits();
		json_t *j = house_api(h, 200, "POST", REGISTRY, rows[i].body);
		assert_string_equal(text_at(j, "status"), rows[i].status);
		house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P1D'}");
		j = house_api(h, 200, "GET", ORDER, "");
		assert_string_equal(text_at(j, "status"), rows[i].status);
		j = house_api(h, 200, "GET", "/worlds/demo/domains?reseller=demo", "");
		assert_int_equal(count_at(j, "items"), rows[i].names);
		house_close(h);
	}
}

static void
a_delay_moves_the_answer_and_silence_gets_one(void **state)
{
	static const struct {
		const char *first, *body, *due;
	} rows[] = {
		{ NULL, "{'delay':'PT0S'}", "" },
		{ NULL, "{'delay':'PT1H'}", "2026-05-04T16:20:00Z" },
		{ NULL, "{'delay':'2026-05-05T00:00:00Z'}", "2026-05-05T00:00:00Z" },
		{ "{'answer':'never'}", "{'delay':'PT1H'}", "2026-05-04T16:20:00Z" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct house *h = house_that_waits();
		if (rows[i].first != NULL)
			house_api(h, 200, "POST", REGISTRY, rows[i].first);
		house_api(h, 200, "POST", REGISTRY, rows[i].body);
		json_t *j = house_api(h, 200, "GET", "/worlds/demo/agenda", "");
		bool waits = strcmp(text_at(j, "items.0.kind"), "registry.accept") == 0;
		assert_int_equal(waits, *rows[i].due != '\0');
		if (waits)
			assert_string_equal(text_at(j, "items.0.due"), rows[i].due);
		house_close(h);
	}
}

static void
nobody_answers_twice_or_where_nothing_was_asked(void **state)
{
	static const struct {
		int status;
		const char *path, *body, *code;
	} rows[] = {
		{ 400, REGISTRY, "{}", "bad_value" },
		{ 400, REGISTRY, "{'answer':'accept','delay':'P1D'}", "bad_value" },
		{ 400, REGISTRY, "{'answer':'perhaps'}", "bad_value" },
		{ 400, REGISTRY, "{'delay':'-PT1S'}", "bad_value" },
		{ 404, "/worlds/demo/orders/2/registry", "{'answer':'accept'}", "unknown_order" },
	};

	(void)state;
	struct house *h = house_that_waits();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_string_equal(
		    house_refusal(h, rows[i].status, "POST", rows[i].path, rows[i].body),
		    rows[i].code);
	house_api(h, 200, "POST", REGISTRY, "{'answer':'accept'}");
	assert_string_equal(
	    house_refusal(h, 409, "POST", REGISTRY, "{'answer':'accept'}"), "not_allowed");
	assert_string_equal(
	    house_refusal(h, 409, "POST", REGISTRY, "{'delay':'P1D'}"), "not_allowed");
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_operator_answers_for_the_registry),
		cmocka_unit_test(a_delay_moves_the_answer_and_silence_gets_one),
		cmocka_unit_test(nobody_answers_twice_or_where_nothing_was_asked),
	};

	return cmocka_run_group_tests_name("registry over the API", tests, house_setup, NULL);
}
