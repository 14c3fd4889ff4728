/* Consent: what the policies decide, each value of each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "tests/support/consenting.h"
#include "tests/support/registrant.h"
#include "tests/support/shop.h"

#define ANNA "anna@ek.example"
#define BEN "ben@ek.example"

/* .sg asks first, .de along the way, .com not at all. */
static void
assert_mails(struct lab *lab, int64_t *since, const char *mails)
{
	assert_string_equal(new_mails(lab, since), mails);
}

static void
how_a_refused_order_ends_says_a_policy(void **state)
{
	static const char *const ends[][2] = { { "declined", "declined" },
		{ "cancelled", "cancelled" }, { "hold", "pending" } };

	for (size_t i = 0; i < COUNT_OF(ends); i++) {
		struct shop *s = *state;
		lab_policy(s->lab, "consent.refused_status", ends[i][0]);
		int64_t silent = order_name(s->lab, s->id, "a.sg", ANNA);
		lab_advance(s->lab, "PT1M");
		int64_t denied = order_name(s->lab, s->id, "b.sg", BEN);
		lab_advance(s->lab, "PT1M");
		disagree(s->lab, BEN);
		assert_string_equal(order_state(s->lab, denied), ends[i][1]);
		assert_string_equal(money_of(s->lab, s->id), "1000.00 held 29.75");
		lab_advance(s->lab, "P10D-PT1M");
		assert_string_equal(order_state(s->lab, silent), ends[i][1]);
		assert_string_equal(money_of(s->lab, s->id), "1000.00 held 0.00");
		shop_end(state);
		shop_begin(state);
	}
}

static void
success_of_a_waiting_order_says_a_policy(void **state)
{
	static const char text[] =
	    "Registration is pending contact agreeing to share information per GDPR.";
	struct shop *s = *state;

	const struct value *r = REGISTER(s->lab, s->id, "domain", "a.sg");
	assert_reply(r, 300, text);
	assert_true(succeeded(r));
	lab_policy(s->lab, "consent.is_success", "0");
	const struct value *no = REGISTER(s->lab, s->id, "domain", "b.sg");
	assert_reply(no, 300, text);
	assert_false(succeeded(no));
	static const char *const same[] = { "attributes.registration_text",
		"attributes.registration_code", "attributes.admin_email",
		"attributes.async_reason" };
	for (size_t i = 0; i < COUNT_OF(same); i++)
		assert_string_equal(at(r, same[i]), at(no, same[i]));
	assert_string_equal(at(r, "attributes.async_reason"), "consent pending");
	assert_string_equal(
	    order_state(s->lab, strtoll(at(no, "attributes.id"), NULL, 10)), "waiting");
}

/* A policy is read when what it decides is planned. */
static void
changed_policies_move_nothing_that_is_planned(void **state)
{
	struct shop *s = *state;
	int64_t mails = 0, id = order_name(s->lab, s->id, "a.sg", ANNA);

	lab_policy(s->lab, "consent.mail_delay", "PT1H");
	lab_advance(s->lab, "PT1M");
	assert_mails(s->lab, &mails, "consent.async>" ANNA);
	lab_policy(s->lab, "consent.window", "P1D");
	lab_advance(s->lab, "P10D-PT1S");
	assert_string_equal(order_state(s->lab, id), "waiting");
	lab_advance(s->lab, "PT1S");
	assert_string_equal(order_state(s->lab, id), "declined");
	order_name(s->lab, s->id, "b.sg", BEN);
	lab_advance(s->lab, "PT1H");
	assert_mails(s->lab, &mails, "consent.async>" BEN);
	lab_advance(s->lab, "P1D");
	assert_string_equal(order_state(s->lab, id + 1), "declined");
}

/* Without delays, all of it happens in the command. */
static void
no_delay_means_before_the_reply(void **state)
{
	struct shop *s = *state;
	int64_t mails = 0;

	lab_policy(s->lab, "consent.mail_delay", "PT0S");
	order_name(s->lab, s->id, "a.sg", ANNA);
	assert_mails(s->lab, &mails, "consent.async>" ANNA);
	lab_policy(s->lab, "consent.window", "PT0S");
	int64_t id = order_name(s->lab, s->id, "b.sg", BEN);
	assert_mails(s->lab, &mails, "consent.async>" BEN);
	assert_string_equal(order_state(s->lab, id), "declined");
}

static void
the_standard_process_and_gtlds_ask_nobody(void **state)
{
	struct shop *s = *state;
	int64_t mails = 0;

	lab_policy(s->lab, "tld.de.process", "standard");
	int64_t standard = order_name(s->lab, s->id, "a.de", ANNA);
	int64_t generic = order_name(s->lab, s->id, "a.com", ANNA);
	lab_advance(s->lab, "P1D");
	assert_mails(s->lab, &mails, "verification.request>" ANNA);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM consent"), 0);
	assert_string_equal(consent_of(s->lab, standard).wire, "NA");
	assert_string_equal(consent_of(s->lab, generic).wire, "NONE");
	lab_policy(s->lab, "consent.gtld_mail", "on");
	order_name(s->lab, s->id, "b.com", BEN);
	lab_advance(s->lab, "PT1M");
	assert_mails(s->lab, &mails, "verification.request>" BEN "\nconsent.sync>" BEN);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(how_a_refused_order_ends_says_a_policy),
		TEST(success_of_a_waiting_order_says_a_policy),
		TEST(changed_policies_move_nothing_that_is_planned),
		TEST(no_delay_means_before_the_reply),
		TEST(the_standard_process_and_gtlds_ask_nobody),
	};

	return cmocka_run_group_tests_name("consent: policies", tests, NULL, NULL);
}
