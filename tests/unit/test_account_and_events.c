/* get_order_info, get_balance, poll, ack, and the two commands of verification. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/ask.h"

struct shop {
	struct lab *lab;
	int64_t id, other;
};

static int
begin(void **state)
{
	struct shop *s = calloc(1, sizeof(*s));

	s->lab = lab_open("2026-05-04T15:20:00Z");
	s->id = lab_reseller(s->lab, "shop");
	s->other = lab_reseller(s->lab, "other");
	*state = s;
	return 0;
}

static int
end(void **state)
{
	struct shop *s = *state;

	lab_close(s->lab);
	free(s);
	return 0;
}

static void
test_an_order_tells_what_was_asked(void **state)
{
	static const char *const rows[][2] = {
		{ "id", "1" },
		{ "domain", "ek.com" },
		{ "reg_type", "new" },
		{ "status", "completed" },
		{ "order_date", "1777908000" },
		{ "completed_date", "1777908000" },
		{ "processed_date", "" },
		{ "period", "2" },
		{ "cost", "23.24" },
		{ "f_auto_renew", "Y" },
		{ "f_lock_domain", "1" },
		{ "f_bypass_confirm", "" },
		{ "affiliate_id", "aff" },
		{ "encoding_type", "" },
		{ "reg_domain", "" },
		{ "comments", "for Anna" },
		{ "master_order_id", "0" },
		{ "flag_saved_ns_fields", "0" },
		{ "flag_saved_tech_fields", "0" },
		{ "fqdn1", "ns1.systemdns.com" },
		{ "fqdn2", "ns2.systemdns.com" },
		{ "fqdn3", "" },
		{ "fqdn6", "" },
		{ "owner_first_name", "Owen" },
		{ "admin_email", "ottway@example.com" },
		{ "billing_country", "US" },
		{ "tech_email", "support@shop.example" },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com", "period", "2", "auto_renew", "1",
	    "f_lock_domain", "1", "affiliate_id", "aff", "comments", "for Anna");
	const struct value *r = ASK(s->lab, s->id, "get_order_info", "domain", "order_id", "1");
	const struct value *hash = value_path(r, "attributes.field_hash");
	assert_reply(r, 200, "Command completed successfully");
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(value_text(hash, rows[i][0]), rows[i][1]);
	assert_null(value_get(hash, "reg_password"));
}

static void
test_orders_of_others_are_not_found(void **state)
{
	static const struct {
		const char *id;
		int code;
		const char *text;
	} rows[] = {
		{ "1", 480, "Order not found." },
		{ "99", 480, "Order not found." },
		{ "0", 465, "Invalid data, error=<order_id '0'>" },
		{ "one", 465, "Invalid data, error=<order_id 'one'>" },
		{ NULL, 460, "Required field 'order_id' not provided" },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->other, "domain", "theirs.com");
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_reply(ASK(s->lab, s->id, "get_order_info", "domain", "order_id", rows[i].id,
				 "x", "y"),
		    rows[i].code, rows[i].text);
}

static void
test_the_balance_is_true(void **state)
{
	struct shop *s = *state;
	const struct value *r = ASK(s->lab, s->id, "get_balance", "balance", "x", "y");
	const char *before = at(r, "attributes.balance");

	assert_reply(r, 200, "Command successful");
	assert_string_equal(at(r, "attributes.hold_balance"), "0.00");
	REGISTER(s->lab, s->id, "domain", "ek.com");
	const char *after = at(
	    ASK(s->lab, s->id, "get_balance", "domain", "x", "y"), "attributes.balance");
	double paid = strtod(before, NULL) - strtod(after, NULL);
	assert_true(paid > 11.615 && paid < 11.625);
	assert_string_equal(
	    at(ASK(s->lab, s->other, "get_balance", "domain", "x", "y"), "attributes.balance"),
	    before);
}

static void
test_events_wait_until_acknowledged(void **state)
{
	struct shop *s = *state;
	const struct value *r = ASK(s->lab, s->id, "poll", "event", "x", "y");

	assert_reply(r, 200, "Command successful");
	assert_string_equal(at(r, "attributes.total"), "0");
	assert_int_equal(value_path(r, "attributes.events")->kind, VALUE_ARRAY);
	REGISTER(s->lab, s->id, "domain", "ek.com");
	for (int again = 0; again < 2; again++) {
		r = ASK(s->lab, s->id, "poll", "event", "x", "y");
		assert_int_equal(value_count(value_path(r, "attributes.events")), 1);
		assert_string_equal(at(r, "attributes.total"), "5");
		assert_string_equal(at(r, "attributes.events.0.event"), "STATUS_CHANGE");
		assert_string_equal(
		    at(r, "attributes.events.0.event_date"), "2026-05-04T15:20:00Z");
		assert_int_equal(strlen(at(r, "attributes.events.0.event_id")), 32);
	}
	const char *id = at(r, "attributes.events.0.event_id");
	r = ASK(s->lab, s->id, "ack", "event", "event_id", id);
	assert_reply(r, 200, "Command successful");
	assert_string_equal(at(r, "object"), "EVENT");
	assert_non_null(at(r, "transaction_id"));
	r = ASK(s->lab, s->id, "POLL", "EVENT", "limit", "100");
	assert_string_equal(at(r, "attributes.total"), "4");
	assert_string_equal(at(r, "attributes.events.0.event"), "CREATED");
	assert_int_equal(value_count(value_path(r, "attributes.events")), 4);
	assert_string_equal(
	    at(ASK(s->lab, s->other, "poll", "event", "limit", "9"), "attributes.total"), "0");
}

static void
test_poll_takes_one_to_a_hundred(void **state)
{
	static const struct {
		const char *limit;
		int code;
	} rows[] = { { "1", 200 }, { "100", 200 }, { "", 200 }, { "0", 465 }, { "101", 465 },
		{ "all", 465 } };
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(
		    code_of(ASK(s->lab, s->id, "poll", "event", "limit", rows[i].limit)),
		    rows[i].code);
}

static void
test_acknowledging_what_is_not_there(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->other, "domain", "theirs.com");
	const char *foreign = at(
	    ASK(s->lab, s->other, "poll", "event", "x", "y"), "attributes.events.0.event_id");
	assert_reply(
	    ASK(s->lab, s->id, "ack", "event", "event_id", foreign), 480, "Event not found.");
	assert_reply(
	    ASK(s->lab, s->id, "ack", "event", "event_id", "nothing"), 480, "Event not found.");
	assert_reply(ASK(s->lab, s->id, "ack", "event", "x", "y"), 460,
	    "Required field 'event_id' not provided");
}

static void
test_verification_is_told_while_it_runs(void **state)
{
	static const struct {
		const char *at, *status, *days;
	} rows[] = {
		{ "2026-05-04T15:20:00Z", "verifying", "15" },
		{ "2026-05-19T15:20:00Z", "verifying", "0" },
		{ "2026-05-20T05:00:00Z", "suspended", "-1" },
		{ "2026-07-23T15:20:00Z", "suspended", "-65" },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (i > 0)
			lab_at(s->lab, rows[i].at);
		const struct value *r = ASK(s->lab, s->id, "get_registrant_verification_status",
		    "domain", "domain", "ek.com");
		assert_reply(r, 200, "Registrant verification status retrieved successfully");
		assert_string_equal(
		    at(r, "attributes.registrant_verification_status"), rows[i].status);
		assert_string_equal(at(r, "attributes.days_to_suspend"), rows[i].days);
		assert_string_equal(
		    at(r, "attributes.verification_deadline"), "2026-05-20 05:00:00");
		assert_string_equal(at(r, "attributes.email_bounced"), "0");
	}
}

static void
test_names_outside_the_process_tell_a_status_only(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.co.uk");
	const struct value *r = ASK(
	    s->lab, s->id, "get_registrant_verification_status", "domain", "domain", "ek.co.uk");
	assert_int_equal(code_of(r), 200);
	assert_int_equal(value_count(value_get(r, "attributes")), 1);
	assert_reply(ASK(s->lab, s->id, "send_registrant_verification_email", "domain", "domain",
			 "ek.co.uk"),
	    465, "Domain 'ek.co.uk' is not in the registrant verification process.");
}

static void
test_the_mail_is_sent_again(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	int64_t before = lab_ask(s->lab, "SELECT count(*) FROM mail");
	const struct value *r = ASK(
	    s->lab, s->id, "send_registrant_verification_email", "domain", "domain", "ek.com");
	assert_reply(r, 200, "Verification email has been resent successfully.");
	assert_null(value_get(r, "attributes"));
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM mail"), before + 1);
}

static void
test_both_commands_find_only_their_resellers_names(void **state)
{
	static const char *const actions[] = { "get_registrant_verification_status",
		"send_registrant_verification_email" };
	static const struct {
		const char *domain;
		int code;
		const char *text;
	} rows[] = {
		{ "theirs.com", 480, "Domain not found." },
		{ "nobodys.com", 480, "Domain not found." },
		{ "example.com", 480, "Domain not found." },
		{ "a..com", 465, "Invalid domain syntax: a..com" },
		{ NULL, 460, "Required field 'domain' not provided" },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->other, "domain", "theirs.com");
	for (size_t a = 0; a < COUNT_OF(actions); a++)
		for (size_t i = 0; i < COUNT_OF(rows); i++)
			assert_reply(ASK(s->lab, s->id, actions[a], "domain", "domain",
					 rows[i].domain, "x", "y"),
			    rows[i].code, rows[i].text);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(an_order_tells_what_was_asked),
		TEST(orders_of_others_are_not_found),
		TEST(the_balance_is_true),
		TEST(events_wait_until_acknowledged),
		TEST(poll_takes_one_to_a_hundred),
		TEST(acknowledging_what_is_not_there),
		TEST(verification_is_told_while_it_runs),
		TEST(names_outside_the_process_tell_a_status_only),
		TEST(the_mail_is_sent_again),
		TEST(both_commands_find_only_their_resellers_names),
	};

	return cmocka_run_group_tests_name("account and events", tests, NULL, NULL);
}
