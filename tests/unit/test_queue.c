/* The queue of requests to registries, as a reseller reads it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define HISTORY(s, name) \
	ASK((s)->lab, (s)->id, "get", "domain", "type", "waiting_history", "domain", name)

static void
test_a_request_waits_and_is_answered(void **state)
{
	static const struct {
		const char *answer, *status, *text;
	} rows[] = {
		{ "accept", "completed", "Command completed successfully" },
		{ "reject", "declined", "Request declined by the registry" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		lab_policy(s->lab, "tld.com.registry", "async");
		const char *id = at(
		    REGISTER(s->lab, s->id, "domain", "a.com"), "attributes.queue_request_id");
		const struct value *r = ASK(
		    s->lab, s->id, "query_queued_request", "domain", "request_id", id);
		assert_reply(r, 200, "Command completed successfully");
		assert_string_equal(at(r, "attributes.request_id"), id);
		assert_string_equal(at(r, "attributes.request_status"), "waiting");
		assert_string_equal(at(r, "attributes.action"), "sw_register");
		assert_string_equal(at(r, "attributes.request_time"), "04-MAY-2026 11:20:00");
		assert_string_equal(at(r, "attributes.response_time"), "");
		assert_string_equal(at(r, "attributes.response_text"), "");
		lab_advance(s->lab, "PT1M");
		assert_true(shop_registry(s, 1, rows[i].answer));
		r = ASK(s->lab, s->id, "query_queued_request", "domain", "request_id", id);
		assert_string_equal(at(r, "attributes.request_status"), rows[i].status);
		assert_string_equal(at(r, "attributes.response_time"), "04-MAY-2026 11:21:00");
		assert_string_equal(at(r, "attributes.response_text"), rows[i].text);
		shop_end(state);
		shop_begin(state);
		s = *state;
	}
}

static void
test_requests_of_others_are_not_found(void **state)
{
	struct shop *s = *state;

	lab_policy(s->lab, "tld.com.registry", "async");
	REGISTER(s->lab, s->other, "domain", "a.com");
	assert_reply(ASK(s->lab, s->id, "query_queued_request", "domain", "request_id", "1"), 480,
	    "Request not found.");
	assert_int_equal(code_of(HISTORY(s, "a.com")), 415);
}

/* A name that is waited for, then owned, then not known at all. */
static void
test_the_queue_of_a_name(void **state)
{
	struct shop *s = *state;

	lab_policy(s->lab, "tld.com.registry", "async");
	REGISTER(s->lab, s->id, "domain", "a.com");
	assert_true(shop_registry(s, 1, "reject"));
	lab_advance(s->lab, "PT1M");
	REGISTER(s->lab, s->id, "domain", "a.com");
	const struct value *r = HISTORY(s, "a.com");
	assert_int_equal(code_of(r), 200);
	assert_string_equal(at(r, "attributes.record_count"), "2");
	assert_string_equal(all_at(s->lab, r, "waiting_history", "request_id"), "2 1");
	assert_string_equal(
	    all_at(s->lab, r, "waiting_history", "request_status"), "waiting declined");
	lab_advance(s->lab, "PT5M");
	r = HISTORY(s, "a.com");
	assert_string_equal(
	    all_at(s->lab, r, "waiting_history", "request_status"), "completed declined");
	lab_policy(s->lab, "tld.com.registry", "realtime");
	REGISTER(s->lab, s->id, "domain", "b.com");
	r = HISTORY(s, "b.com");
	assert_string_equal(at(r, "attributes.record_count"), "0");
	assert_non_null(value_path(r, "attributes.waiting_history"));
	assert_int_equal(code_of(HISTORY(s, "c.com")), 415);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(a_request_waits_and_is_answered),
		TEST(requests_of_others_are_not_found),
		TEST(the_queue_of_a_name),
	};

	return cmocka_run_group_tests_name("the queue", tests, NULL, NULL);
}
