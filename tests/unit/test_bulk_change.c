/* Bulk changes: one request, many names, a turn and a result for each, and a mail at
 * the end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "tests/support/bulk.h"
#include "world/notice/mail.h"
#include "world/time/move.h"

static void
test_names_have_their_turns_one_by_one(void **state)
{
	struct shop *s = *state;
	int64_t id = bulk_submitted(
	    SUBMIT(s, "change_type", "domain_lock", "op_type", "lock", TWO));

	assert_string_equal(bulk_results(s, id), "ek.com: -\nmore.com: -\n");
	assert_string_equal(bulk_got(s, "ek.com", "status", "lock_state"), "0");
	bulk_advance(s, 119);
	assert_string_equal(bulk_results(s, id), "ek.com: -\nmore.com: -\n");
	bulk_advance(s, 1);
	assert_string_equal(bulk_results(s, id), "ek.com: 200 Update successful\nmore.com: -\n");
	assert_string_equal(bulk_got(s, "ek.com", "status", "lock_state"), "1");
	assert_string_equal(bulk_got(s, "more.com", "status", "lock_state"), "0");
	assert_int_equal(bulk_of(s, id).finished, 0);
	bulk_advance(s, 1);
	assert_string_equal(bulk_results(s, id), EACH("200 Update successful"));
	assert_string_equal(bulk_got(s, "more.com", "status", "lock_state"), "1");
	assert_int_equal(bulk_of(s, id).finished, s->lab->w.now);
}

/* As many turns as were missed, and with no pace all of them. */
static void
test_missed_turns_are_made_up_for(void **state)
{
	struct shop *s = *state;
	int64_t id = bulk_submitted(
	    SUBMIT(s, "change_type", "domain_lock", "op_type", "lock", TWO));

	lab_begin(s->lab);
	assert_int_equal(world_jump(&s->lab->w, s->lab->w.now + 86400), MOVED);
	lab_end(s->lab);
	assert_string_equal(bulk_results(s, id), EACH("200 Update successful"));
	lab_policy(s->lab, "bulk.delay", "PT0S");
	lab_policy(s->lab, "bulk.pace", "PT0S");
	id = bulk_submitted(SUBMIT(s, "change_type", "domain_lock", "op_type", "unlock", TWO));
	assert_string_equal(bulk_results(s, id), EACH("200 Update successful"));
}

/* The last of a thousand turns costs what the first did. */
static void
test_a_turn_costs_the_same_however_many_were_before(void **state)
{
	struct shop *s = *state;
	struct value *top = request_new(s->lab->a, "submit", "bulk_change");

	request_set_all(
	    s->lab->a, top, PAIRS("change_type", "availability_check", "change_items.0", "a.com"));
	struct value *list = (struct value *)value_path(top, "attributes.change_items");
	for (int i = 1; i < 1000; i++)
		value_add_text(s->lab->a, list, NULL, arena_printf(s->lab->a, "a%d.com", i));
	ask(s->lab, s->id, top);
	bulk_advance(s, 120);
	int64_t start = store_steps(s->lab->w.store);
	bulk_advance(s, 1);
	int64_t early = store_steps(s->lab->w.store) - start;
	bulk_advance(s, 990);
	start = store_steps(s->lab->w.store);
	bulk_advance(s, 1);
	int64_t late = store_steps(s->lab->w.store) - start;
	if (late > early * 3 / 2)
		fail_msg("the second turn cost %" PRId64 " steps, one of the last %" PRId64, early,
		    late);
}

static struct mail
report(struct shop *s, const char *to)
{
	const struct mail_filter f = { .to = to, .type = "bulk.report" };
	struct mail m = { 0 };

	lab_begin(s->lab);
	assert_int_equal(mail_list(&s->lab->w, s->lab->a, &f, 1, &m), 1);
	lab_end(s->lab);
	return m;
}

static void
test_what_is_refused_is_reported_and_stops_nothing(void **state)
{
	struct shop *s = *state;
	int64_t id = bulk_submitted(SUBMIT(s, "change_type", "domain_lock", "op_type", "lock",
	    "change_items.0", "theirs.com", "change_items.1", "no name", "change_items.2",
	    "free.com", "change_items.3", "EK.com", "change_items.4", "ek.com", "contact_email",
	    "ops@shop.example"));

	bulk_advance(s, 3600);
	static const char wanted[] = "theirs.com: 415 Authentication Error.\n"
				     "no name: 465 Invalid domain syntax: no name\n"
				     "free.com: 415 Authentication Error.\n"
				     "ek.com: 200 Update successful\n";
	assert_string_equal(bulk_results(s, id), wanted);
	struct mail m = report(s, "ops@shop.example");
	assert_string_equal(mail_variable(&m, "results"), wanted);
	assert_string_equal(mail_variable(&m, "count"), "4");
	assert_string_equal(mail_variable(&m, "done"), "1");
	assert_string_equal(mail_variable(&m, "refused"), "3");
	assert_string_equal(mail_variable(&m, "change"), "domain_lock");
}

static void
test_without_an_address_the_technical_contact_gets_the_report(void **state)
{
	struct shop *s = *state;

	bulk_whole(s, SUBMIT(s, "change_type", "domain_lock", "op_type", "lock", TWO));
	report(s, "support@shop.example");
}

static void
test_all_names_of_the_reseller(void **state)
{
	struct shop *s = *state;

	assert_string_equal(bulk_whole(s, SUBMIT(s, "change_type", "domain_lock", "op_type", "lock",
					      "apply_to_all_reseller_items", "1")),
	    EACH("200 Update successful"));
	assert_reply(ASK(s->lab, lab_reseller(s->lab, "empty"), "submit_bulk_change", "bulk_change",
			 "change_type", "domain_lock", "op_type", "lock",
			 "apply_to_all_reseller_items", "1"),
	    465, "Invalid data, error=<no names>");
}

static void
test_what_is_wrong_is_said_at_once(void **state)
{
	struct shop *s = *state;
	static const char *const good[] = { "change_type", "domain_lock", "op_type", "lock",
		"change_items.0", "ek.com", end_of_pairs };
	static const struct slip_up slips[] = {
		{ "change_type", NULL, 460, "Required field 'change_type' not provided" },
		{ "change_type", "paint", 465, "Invalid data, error=<change_type 'paint'>" },
		{ "op_type", NULL, 460, "Required field 'op_type' not provided" },
		{ "op_type", "enable", 465, "Invalid data, error=<op_type 'enable'>" },
		{ "op_type", "lock,unlock", 465, "Invalid data, error=<op_type 'lock,unlock'>" },
		{ "change_items", NULL, 460, "Required field 'change_items' not provided" },
		{ "apply_to_all_reseller_items", "1", 465,
		    "Invalid data, error=<change_items with apply_to_all_reseller_items>" },
		{ "contact_email", "nobody", 465, "Invalid data, error=<contact_email 'nobody'>" },
		{ "only_if", "x", 465, "Invalid data, error=<only_if>" },
		{ "change_type", "whois_privacy", 465, "Invalid data, error=<op_type 'lock'>" },
		{ "change_type", "domain_contacts", 460, "Required field 'contacts' not provided" },
		{ "change_type", "domain_renew", 460, "Required field 'auto_renew' not provided" },
		{ "change_type", "dns_zone", 460, "Required field 'dns_action' not provided" },
		{ "change_type", "dns_zone_record", 460,
		    "Required field 'dns_record_data' not provided" },
	};

	shop_slips(s, "submit", "bulk_change", good, slips, COUNT_OF(slips));
	assert_reply(SUBMIT(s, TWO, "change_type", "domain_nameservers", "op_type", "assign"), 460,
	    "Required field 'assign_ns' not provided");
	assert_reply(
	    SUBMIT(s, TWO, "change_type", "dns_zone", "apply_to_domains", "x", "dns_action", "add"),
	    465, "Invalid data, error=<dns_action 'add'>");
	assert_reply(SUBMIT(s, TWO, "change_type", "dns_zone", "apply_to_domains", "x",
			 "dns_action", "paint"),
	    465, "Invalid data, error=<dns_action 'paint'>");
	lab_begin(s->lab);
	struct bulk b;
	assert_int_equal(bulk_list(&s->lab->w, s->lab->a, 0, 1, &b), 0);
	lab_end(s->lab);
}

/* A thousand, and one. */
static void
test_so_many_and_no_more(void **state)
{
	struct shop *s = *state;
	struct value *top = request_new(s->lab->a, "submit", "bulk_change");

	request_set_all(
	    s->lab->a, top, PAIRS("change_type", "availability_check", "change_items.0", "a.com"));
	struct value *list = (struct value *)value_path(top, "attributes.change_items");
	for (int i = 1; i < 1000; i++)
		value_add_text(s->lab->a, list, NULL, arena_printf(s->lab->a, "a%d.com", i));
	int64_t id = bulk_submitted(ask(s->lab, s->id, top));
	assert_int_equal(bulk_of(s, id).names, 1000);
	value_add_text(s->lab->a, list, NULL, "a1.com"); /* twice is once */
	assert_int_equal(code_of(ask(s->lab, s->id, top)), 200);
	value_add_text(s->lab->a, list, NULL, "a1000.com");
	assert_reply(
	    ask(s->lab, s->id, top), 465, "Invalid data, error=<more than 1000 change_items>");
	lab_begin(s->lab);
	assert_int_equal(world_jump(&s->lab->w, s->lab->w.now + 86400), MOVED);
	lab_end(s->lab);
	assert_true(bulk_of(s, id).finished != 0);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, bulk_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(names_have_their_turns_one_by_one),
		TEST(missed_turns_are_made_up_for),
		TEST(a_turn_costs_the_same_however_many_were_before),
		TEST(what_is_refused_is_reported_and_stops_nothing),
		TEST(without_an_address_the_technical_contact_gets_the_report),
		TEST(all_names_of_the_reseller),
		TEST(what_is_wrong_is_said_at_once),
		TEST(so_many_and_no_more),
	};

	return cmocka_run_group_tests_name("bulk change", tests, NULL, NULL);
}
