/* sw_register: what is asked for, what becomes of it, what it costs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "tests/support/ask.h"
#include "world/journal/journal.h"
#include "world/money/account.h"
#include "world/name/domain.h"
#include "world/party/reseller.h"
#include "world/turn.h"

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
set_balance(struct shop *s, int64_t cents)
{
	lab_begin(s->lab);
	struct balance b = account_balance(&s->lab->w, s->id);
	account_deposit(&s->lab->w, s->id, cents - b.balance, "test");
	lab_end(s->lab);
}

static int64_t
balance(struct shop *s)
{
	lab_begin(s->lab);
	struct balance b = account_balance(&s->lab->w, s->id);
	lab_end(s->lab);
	return b.balance;
}

static void
test_a_name_is_registered_and_paid(void **state)
{
	struct shop *s = *state;
	int64_t before = balance(s);
	const struct value *r = REGISTER(s->lab, s->id, "domain", "Ek-Bikes.com", "period", "2",
	    "auto_renew", "1", "f_lock_domain", "0");

	assert_reply(r, 200, "Domain registration successfully completed");
	assert_string_equal(at(r, "attributes.registration_code"), "200");
	assert_string_equal(at(r, "attributes.admin_email"), "ottway@example.com");
	struct term t = lab_term(s->lab, "ek-bikes.com");
	assert_int_equal(t.reseller, s->id);
	assert_string_equal(t.state, "active");
	assert_true(t.auto_renew);
	assert_false(t.locked);
	assert_string_equal(instant_iso(t.created).text, "2026-05-04T15:20:00Z");
	assert_string_equal(instant_iso(t.expires).text, "2028-05-04T15:20:00Z");
	assert_int_equal(before - balance(s), 2 * 1162);
	assert_string_equal(
	    lab_ask_text(s->lab, "SELECT what FROM entry WHERE order_id IS NOT NULL"),
	    "Order #1: Domain Registration (2 years: $23.24)");
}

static void
test_events_tell_of_it_in_order(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	const struct value *r = ASK(s->lab, s->id, "poll", "event", "limit", "100");
	assert_string_equal(at(r, "attributes.events.0.object"), "ORDER");
	assert_string_equal(at(r, "attributes.events.0.event"), "STATUS_CHANGE");
	assert_string_equal(at(r, "attributes.events.0.object_data.order_status"), "completed");
	assert_string_equal(at(r, "attributes.events.0.object_data.order_reg_type"), "new");
	assert_string_equal(at(r, "attributes.events.0.object_data.order_id"), "1");
	assert_string_equal(at(r, "attributes.events.0.object_data.domain_name"), "ek.com");
	assert_string_equal(at(r, "attributes.events.1.event"), "CREATED");
	assert_string_equal(
	    at(r, "attributes.events.1.object_data.expiration_date"), "2027-05-04T15:20:00Z");
	assert_null(at(r, "attributes.events.1.object_data.period"));
	assert_string_equal(at(r, "attributes.events.2.event"), "REGISTERED");
	assert_string_equal(at(r, "attributes.events.2.object_data.period"), "1");
	assert_string_equal(
	    at(r, "attributes.events.3.event"), "REGISTRANT_VERIFICATION_STATUS_CHANGE");
}

static void
test_a_registration_writes_at_most_twelve_rows(void **state)
{
	struct shop *s = *state;
	struct value *top = registration(s->lab->a, "ek.com");

	REGISTER(s->lab, s->id, "domain", "warm.com"); /* templates are learnt once */
	int64_t before = store_changes(s->lab->w.store);
	turn_begin(&s->lab->w);
	struct outcome o = dispatch(&s->lab->w, s->lab->a, s->id, top);
	turn_settle(&s->lab->w, o.granted);
	journal_add(&s->lab->w,
	    &(struct journal_row){
		.at = s->lab->w.now,
		.door = "http",
		.username = "shop",
		.action = o.action,
		.object = o.object,
		.code = o.code,
		.diagnosis = "",
		.target = "/",
		.request = "",
		.reply = "",
	    },
	    -1);
	assert_true(turn_commit(&s->lab->w));
	assert_int_equal(o.code, 200);
	int64_t rows = store_changes(s->lab->w.store) - before;
	print_message("a registration writes %" PRId64 " rows\n", rows);
	assert_true(rows <= 12);
}

static void
test_a_taken_name_leaves_a_pending_order(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->other, "domain", "ek.com");
	int64_t before = balance(s);
	const struct value *r = REGISTER(s->lab, s->id, "domain", "ek.com");
	assert_reply(r, 485, "Domain taken");
	assert_false(succeeded(r));
	assert_non_null(at(r, "transaction_id"));
	const char *order = at(r, "attributes.forced_pending");
	r = ASK(s->lab, s->id, "get_order_info", "domain", "order_id", order);
	assert_string_equal(at(r, "attributes.field_hash.status"), "pending");
	assert_int_equal(balance(s), before);
	r = ASK(s->lab, s->id, "poll", "event", "limit", "1");
	assert_string_equal(at(r, "attributes.events.0.object_data.order_status"), "pending");
}

static void
test_a_new_order_cancels_older_pending_ones(void **state)
{
	struct shop *s = *state;
	const char *first = at(REGISTER(s->lab, s->id, "handle", "save"), "attributes.id");
	const struct value *r = REGISTER(s->lab, s->id, "handle", "save");

	assert_string_equal(at(r, "attributes.cancelled_orders.0"), first);
	r = REGISTER(s->lab, s->id, "handle", "process");
	assert_string_equal(at(r, "attributes.cancelled_orders.0"), "2");
	assert_null(at(r, "attributes.cancelled_orders.1"));
	r = ASK(s->lab, s->id, "get_order_info", "domain", "order_id", first);
	assert_string_equal(at(r, "attributes.field_hash.status"), "cancelled");
	assert_int_equal(
	    lab_ask(s->lab, "SELECT count(*) FROM event WHERE data LIKE '%cancelled%'"), 2);
	r = REGISTER(s->lab, s->id, "domain", "another.com");
	assert_null(value_path(r, "attributes.cancelled_orders"));
}

static void
test_a_saved_order_waits_and_costs_nothing(void **state)
{
	struct shop *s = *state;
	int64_t before = balance(s);
	const struct value *r = REGISTER(s->lab, s->id, "handle", "save");

	assert_reply(r, 200, "Order created");
	assert_int_equal(balance(s), before);
	assert_int_equal(code_of(ASK(s->lab, s->id, "lookup", "domain", "domain", "a.com")), 210);
	assert_null(at(r, "attributes.registration_code"));
}

static void
test_without_a_handle_the_resellers_setting_counts(void **state)
{
	static const struct {
		bool immediately;
		const char *domain, *handle, *text;
	} rows[] = {
		{ true, "a1.com", NULL, "Domain registration successfully completed" },
		{ true, "a2.com", "", "Domain registration successfully completed" },
		{ true, "a3.com", "save", "Order created" },
		{ false, "a4.com", NULL, "Order created" },
		{ false, "a5.com", "process", "Domain registration successfully completed" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct reseller r;
		lab_begin(s->lab);
		assert_true(reseller_load(&s->lab->w, s->lab->a, s->id, &r));
		r.process_immediately = rows[i].immediately;
		reseller_save(&s->lab->w, &r);
		lab_end(s->lab);
		assert_reply(
		    REGISTER(s->lab, s->id, "domain", rows[i].domain, "handle", rows[i].handle),
		    200, rows[i].text);
	}
}

static void
test_short_of_funds_the_order_waits(void **state)
{
	static const struct {
		int64_t cents;
		bool enough;
	} rows[] = { { 1161, false }, { 1162, true }, { 0, false } };
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		set_balance(s, rows[i].cents);
		const struct value *r = REGISTER(
		    s->lab, s->id, "domain", arena_printf(s->lab->a, "n%zu.com", i));
		assert_int_equal(code_of(r), 200);
		assert_true(succeeded(r));
		assert_int_equal(at(r, "attributes.forced_pending") == NULL, rows[i].enough);
		assert_int_equal(balance(s), rows[i].enough ? 0 : rows[i].cents);
		if (rows[i].enough)
			continue;
		assert_string_equal(text_of(r), "Registration successful");
		assert_string_equal(at(r, "attributes.forced_pending"), at(r, "attributes.id"));
	}
}

static void
test_nameservers_are_the_resellers_or_the_orders(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "d.com");
	assert_string_equal(
	    lab_term(s->lab, "d.com").nameservers, "[\"ns1.systemdns.com\",\"ns2.systemdns.com\"]");
	const struct value *r = REGISTER(s->lab, s->id, "domain", "c.com", "custom_nameservers",
	    "1", "nameserver_list.0.name", "NS2.ek.com", "nameserver_list.0.sortorder", "2",
	    "nameserver_list.1.name", "ns1.ek.com", "nameserver_list.1.sortorder", "1");
	assert_int_equal(code_of(r), 200);
	assert_string_equal(
	    lab_term(s->lab, "c.com").nameservers, "[\"ns1.ek.com\",\"ns2.ek.com\"]");
	r = REGISTER(s->lab, s->id, "domain", "u.com", "custom_nameservers", "1",
	    "nameserver_list.0.name", "b.ek.com", "nameserver_list.1.name", "a.ek.com");
	assert_int_equal(code_of(r), 200);
	assert_string_equal(lab_term(s->lab, "u.com").nameservers, "[\"b.ek.com\",\"a.ek.com\"]");
}

static void
test_the_tech_contact_is_the_resellers_or_the_orders(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "d.com");
	struct term t = lab_term(s->lab, "d.com");
	struct contact_set set = contacts_parse(s->lab->a, t.contacts);
	assert_string_equal(set.of[TECH].email, "support@shop.example");
	struct value *top = registration(s->lab->a, "c.com");
	request_set(s->lab->a, top, "custom_tech_contact", "1");
	set_person(s->lab->a, top, "tech");
	assert_int_equal(code_of(ask(s->lab, s->id, top)), 200);
	t = lab_term(s->lab, "c.com");
	set = contacts_parse(s->lab->a, t.contacts);
	assert_string_equal(set.of[TECH].email, "ottway@example.com");
}

static void
test_contacts_that_a_registry_has_not_are_left_out(void **state)
{
	struct shop *s = *state;
	const struct value *r = REGISTER(s->lab, s->id, "domain", "ek.eu", "contact_set.admin",
	    NULL, "contact_set.billing", NULL);

	assert_int_equal(code_of(r), 200);
	assert_string_equal(at(r, "attributes.admin_email"), "ottway@example.com");
	struct term t = lab_term(s->lab, "ek.eu");
	struct contact_set set = contacts_parse(s->lab->a, t.contacts);
	assert_true(set.given[OWNER] && set.given[TECH]);
	assert_false(set.given[ADMIN] || set.given[BILLING]);
}

static void
test_options_are_answered_for(void **state)
{
	struct shop *s = *state;
	const struct value *r = REGISTER(
	    s->lab, s->id, "f_lock_domain", "1", "f_whois_privacy", "1");

	assert_reply(r, 200,
	    "Domain registration successfully completed Domain successfully locked."
	    " Whois Privacy successfully enabled.");
	assert_string_equal(at(r, "attributes.registration_text"), text_of(r));
	assert_string_equal(at(r, "attributes.whois_privacy_state"), "enabled");
	assert_true(lab_term(s->lab, "a.com").locked);
}

static void
test_what_begins_on_a_leap_day_ends_by_its_tlds_rule(void **state)
{
	static const struct {
		const char *rule, *period, *expires;
	} rows[] = {
		{ "28", "1", "2029-02-28T12:00:00Z" },
		{ "28", "4", "2032-02-28T12:00:00Z" },
		{ "keep", "4", "2032-02-29T12:00:00Z" },
		{ "keep", "1", "2029-02-28T12:00:00Z" },
		{ "mar1", "1", "2029-03-01T12:00:00Z" },
		{ "mar1", "4", "2032-02-29T12:00:00Z" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct lab *lab = lab_open("2028-02-29T12:00:00Z");
		int64_t shop = lab_reseller(lab, "shop");
		lab_policy(lab, "tld.com.leap_day", rows[i].rule);
		assert_int_equal(code_of(REGISTER(lab, shop, "period", rows[i].period)), 200);
		struct term t = lab_term(lab, "a.com");
		assert_string_equal(instant_iso(t.expires).text, rows[i].expires);
		lab_close(lab);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(a_name_is_registered_and_paid),
		TEST(events_tell_of_it_in_order),
		TEST(a_registration_writes_at_most_twelve_rows),
		TEST(a_taken_name_leaves_a_pending_order),
		TEST(a_new_order_cancels_older_pending_ones),
		TEST(a_saved_order_waits_and_costs_nothing),
		TEST(without_a_handle_the_resellers_setting_counts),
		TEST(short_of_funds_the_order_waits),
		TEST(nameservers_are_the_resellers_or_the_orders),
		TEST(the_tech_contact_is_the_resellers_or_the_orders),
		TEST(contacts_that_a_registry_has_not_are_left_out),
		TEST(options_are_answered_for),
		TEST(what_begins_on_a_leap_day_ends_by_its_tlds_rule),
	};

	return cmocka_run_group_tests_name("register", tests, NULL, NULL);
}
