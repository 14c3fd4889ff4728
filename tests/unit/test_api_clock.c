/* Time over the control API. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"

static struct house *
house_with_a_name(void)
{
	struct house *h = house_open();

	house_register(h, "ek.com", "Anna", "Ek", "anna@ek.example");
	return h;
}

static void
advance_reports_what_fired_in_its_order(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	json_t *j = house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P10D'}");

	assert_string_equal(text_at(j, "now"), "2026-05-14T15:20:00Z");
	assert_int_equal(number_at(j, "fired_count"), 2);
	assert_string_equal(text_at(j, "fired.0.kind"), "verification.reminder_1");
	assert_string_equal(text_at(j, "fired.0.at"), "2026-05-09T05:00:00Z");
	assert_string_equal(text_at(j, "fired.0.subject"), "ek.com");
	assert_string_equal(text_at(j, "fired.1.at"), "2026-05-14T05:00:00Z");
	house_close(h);
}

static void
the_very_second_counts(void **state)
{
	(void)state;
	const struct {
		const char *to;
		int fired;
	} rows[] = {
		{ "2026-05-09T04:59:59Z", 0 },
		{ "2026-05-09T05:00:00Z", 1 },
		{ "2026-05-09T05:00:01Z", 1 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct house *h = house_with_a_name();
		json_t *j = house_api(h, 200, "POST", "/worlds/demo/clock/advance",
		    arena_printf(h->a, "{'to':'%s'}", rows[i].to));
		assert_int_equal(number_at(j, "fired_count"), rows[i].fired);
		house_close(h);
	}
}

static void
until_stops_right_after_its_event(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	json_t *j = house_api(h, 200, "POST", "/worlds/demo/clock/advance",
	    "{'until':{'kind':'verification.suspension','subject':'ek.com'}}");

	assert_string_equal(text_at(j, "met"), "true");
	assert_string_equal(text_at(j, "now"), "2026-05-20T05:00:00Z");
	j = house_api(h, 200, "POST", "/worlds/demo/clock/advance",
	    "{'until':{'kind':'verification','subject':'other.com'},'max':'P3D'}");
	assert_string_equal(text_at(j, "met"), "false");
	assert_string_equal(text_at(j, "now"), "2026-05-23T05:00:00Z");
	house_close(h);
}

static void
a_key_moves_time_once(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	const char *body = "{'by':'P5D','idempotency_key':'k1'}";
	struct exchange *first, *again;

	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P1D'}");
	json_t *a = house_api(h, 200, "POST", "/worlds/demo/clock/advance", body);
	json_t *b = house_api(h, 200, "POST", "/worlds/demo/clock/advance", body);
	assert_true(json_equal(a, b));
	assert_int_equal(number_at(a, "fired_count"), 1);
	assert_string_equal(
	    text_at(house_api(h, 200, "GET", "/worlds/demo/clock", ""), "now"), text_at(a, "now"));
	assert_string_equal(house_refusal(h, 409, "POST", "/worlds/demo/clock/advance",
				"{'by':'P6D','idempotency_key':'k1'}"),
	    "key_reused");
	assert_string_equal(
	    house_refusal(h, 409, "POST", "/worlds/demo/clock/jump", body), "key_reused");
	/* byte for byte */
	first = house_ask(h, "POST", "/api/v1/worlds/demo/clock/advance",
	    "{\"by\":\"P1D\",\"idempotency_key\":\"k2\"}");
	again = house_ask(h, "POST", "/api/v1/worlds/demo/clock/advance",
	    "{\"by\":\"P1D\",\"idempotency_key\":\"k2\"}");
	assert_string_equal(first->reply, again->reply);
	house_close(h);
}

static void
a_jump_lets_everything_fire_at_the_end(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();
	json_t *j = house_api(h, 200, "POST", "/worlds/demo/clock/jump", "{'by':'P10D'}");

	assert_true(number_at(j, "fired_count") >= 1);
	assert_string_equal(text_at(j, "fired.0.at"), "2026-05-14T15:20:00Z");
	house_close(h);
}

static void
history_and_agenda_show_past_and_future(void **state)
{
	(void)state;
	struct house *h = house_with_a_name();

	json_t *j = house_api(h, 200, "GET", "/worlds/demo/agenda?subject=ek.com", "");
	assert_int_equal(count_at(j, "items"), 1);
	assert_string_equal(text_at(j, "items.0.due"), "2026-05-09T05:00:00Z");
	assert_string_equal(text_at(j, "items.0.kind"), "verification.reminder_1");
	assert_int_equal(
	    count_at(house_api(h, 200, "GET", "/worlds/demo/agenda?subject=no.com", ""), "items"),
	    0);
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'by':'P16D'}");
	j = house_api(h, 200, "GET", "/worlds/demo/history?kind=verification&limit=3", "");
	assert_int_equal(count_at(j, "items"), 3);
	j = house_api(h, 200, "GET",
	    arena_printf(
		h->a, "/worlds/demo/history?kind=verification&since=%s", text_at(j, "next")),
	    "");
	assert_int_equal(count_at(j, "items"), 1);
	assert_string_equal(text_at(j, "items.0.kind"), "verification.suspension");
	house_close(h);
}

static void
the_clock_can_flow_and_stand_still_again(void **state)
{
	(void)state;
	struct house *h = house_open();
	json_t *j = house_api(h, 200, "PUT", "/worlds/demo/clock", "{'mode':'flowing','rate':2}");

	assert_string_equal(text_at(j, "mode"), "flowing");
	assert_int_equal(number_at(j, "rate"), 2);
	j = house_api(h, 200, "PUT", "/worlds/demo/clock", "{'mode':'frozen'}");
	assert_string_equal(text_at(j, "mode"), "frozen");
	house_api(h, 200, "POST", "/worlds/demo/clock/advance", "{'to':'9999-01-01T00:00:00Z'}");
	assert_string_equal(house_refusal(h, 409, "PUT", "/worlds/demo/clock", "{'mode':'system'}"),
	    "not_in_the_future");
	house_close(h);
}

static void
replies_carry_the_time_of_the_world(void **state)
{
	(void)state;
	struct house *h = house_open();
	struct exchange *x = house_ask(h, "GET", "/api/v1/worlds/demo/now", "");

	assert_string_equal(x->reply, "2026-05-04T15:20:00Z");
	assert_string_equal(header_out(x, "Content-Type"), "text/plain; charset=utf-8");
	assert_string_equal(header_out(x, "Date"), "Mon, 04 May 2026 15:20:00 GMT");
	x = house_ask(h, "GET", "/api/v1/worlds/demo/mail/99", "");
	assert_string_equal(header_out(x, "Date"), "Mon, 04 May 2026 15:20:00 GMT");
	x = house_ask(h, "POST", "/api/v1/worlds/demo/clock/advance", "{\"by\":\"PT1S\"}");
	assert_string_equal(header_out(x, "Date"), "Mon, 04 May 2026 15:20:01 GMT");
	house_close(h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(advance_reports_what_fired_in_its_order),
		cmocka_unit_test(the_very_second_counts),
		cmocka_unit_test(until_stops_right_after_its_event),
		cmocka_unit_test(a_key_moves_time_once),
		cmocka_unit_test(a_jump_lets_everything_fire_at_the_end),
		cmocka_unit_test(history_and_agenda_show_past_and_future),
		cmocka_unit_test(the_clock_can_flow_and_stand_still_again),
		cmocka_unit_test(replies_carry_the_time_of_the_world),
	};

	return cmocka_run_group_tests_name("api clock", tests, house_setup, NULL);
}
