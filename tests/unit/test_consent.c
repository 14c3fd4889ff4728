/* Consent of ccTLD owners: who is asked, who must answer, and what becomes of it. */
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
#include "world/flow/order/order_flow.h"

#define ANNA "anna@ek.example"
#define BEN "ben@ek.example"

/* .sg asks first, .de along the way, .com not at all. */
static void
assert_mails(struct lab *lab, int64_t *since, const char *mails)
{
	assert_string_equal(new_mails(lab, since), mails);
}

static void
an_asynchronous_name_waits_for_its_owner(void **state)
{
	struct shop *s = *state;
	int64_t mails = 0, id = order_name(s->lab, s->id, "a.sg", ANNA);
	instant ordered = lab_now(s->lab);
	struct consent_status c = consent_of(s->lab, id);

	assert_string_equal(order_state(s->lab, id), "waiting");
	assert_string_equal(money_of(s->lab, s->id), "1000.00 held 29.75");
	assert_string_equal(c.status, "pending");
	assert_true(c.asked == 0 && c.deadline == ordered + 60 + 864000);
	lab_advance(s->lab, "PT59S");
	assert_mails(s->lab, &mails, "");
	lab_advance(s->lab, "PT1S");
	assert_mails(s->lab, &mails, "consent.async>" ANNA);
	c = consent_of(s->lab, id);
	assert_string_equal(c.status, "asked");
	assert_string_equal(c.wire, "PENDING");
	assert_true(c.asked == ordered + 60 && c.deadline == ordered + 60 + 864000);
}

/* Who answers, when after the mail, and how it ends. */
static void
ten_days_are_ten_days(void **state)
{
	static const struct {
		const char *wait;
		int answer; /* 1: yes, 0: no, -1: none */
		const char *order, *consent, *money;
	} rows[] = {
		{ "PT0S", 1, "completed", "given", "970.25 held 0.00" },
		{ "P9D", 1, "completed", "given", "970.25 held 0.00" },
		{ "P10D-PT1S", 1, "completed", "given", "970.25 held 0.00" },
		{ "P10D", 1, "declined", "given", "1000.00 held 0.00" },
		{ "P10DT1S", 1, "declined", "given", "1000.00 held 0.00" },
		{ "P1D", 0, "declined", "refused", "1000.00 held 0.00" },
		{ "P10D-PT1S", 0, "declined", "refused", "1000.00 held 0.00" },
		{ "P10D-PT1S", -1, "waiting", "asked", "1000.00 held 29.75" },
		{ "P10D", -1, "declined", "silent", "1000.00 held 0.00" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		int64_t id = order_name(s->lab, s->id, "a.sg", ANNA);
		lab_advance(s->lab, "PT1M");
		lab_advance(s->lab, rows[i].wait);
		if (rows[i].answer >= 0)
			assert_int_equal(
			    answer_consent(s->lab, consent_link(s->lab, ANNA), rows[i].answer == 1),
			    CONSENT_TAKEN);
		assert_string_equal(order_state(s->lab, id), rows[i].order);
		assert_string_equal(consent_of(s->lab, id).status, rows[i].consent);
		assert_string_equal(money_of(s->lab, s->id), rows[i].money);
		shop_end(state);
		shop_begin(state);
	}
}

static void
a_synchronous_name_stands_whatever_its_owner_says(void **state)
{
	struct shop *s = *state;
	int64_t mails = 0, id = order_name(s->lab, s->id, "a.de", ANNA);

	assert_string_equal(order_state(s->lab, id), "completed");
	assert_string_equal(money_of(s->lab, s->id), "978.00 held 0.00");
	lab_advance(s->lab, "PT1M");
	assert_mails(s->lab, &mails, "consent.sync>" ANNA);
	lab_advance(s->lab, "P30D");
	assert_mails(s->lab, &mails, "");
	assert_string_equal(consent_of(s->lab, id).status, "silent");
	assert_string_equal(consent_of(s->lab, id).wire, "PENDING");
	assert_int_equal(disagree(s->lab, ANNA), CONSENT_TAKEN);
	assert_string_equal(order_state(s->lab, id), "completed");
	assert_string_equal(consent_of(s->lab, id).wire, "CONTRACT_ONLY");
	assert_int_equal(agree(s->lab, ANNA), CONSENT_TAKEN);
	assert_string_equal(consent_of(s->lab, id).wire, "CONSENT_AND_CONTRACT");
	assert_string_equal(order_state(s->lab, id), "completed");
	assert_string_equal(money_of(s->lab, s->id), "978.00 held 0.00");
}

/* The second order of a minute finds the first one's mail, too. */
static void
one_mail_for_each_person(void **state)
{
	struct shop *s = *state;
	int64_t mails = 0;

	order_name(s->lab, s->id, "a.sg", ANNA);
	int64_t second = order_name(s->lab, s->id, "b.sg", ANNA);
	lab_advance(s->lab, "PT1M");
	assert_mails(s->lab, &mails, "consent.async>" ANNA);
	order_name(s->lab, s->other, "c.sg", ANNA);
	order_name(s->lab, s->id, "d.de", ANNA);
	lab_advance(s->lab, "PT1H");
	assert_mails(s->lab, &mails, "");
	lab_policy(s->lab, "consent.async_mail", "order");
	int64_t last = order_name(s->lab, s->id, "e.sg", ANNA);
	order_name(s->lab, s->id, "f.de", ANNA);
	lab_advance(s->lab, "PT1H");
	assert_mails(s->lab, &mails, "consent.async>" ANNA);
	assert_int_equal(agree(s->lab, ANNA), CONSENT_TAKEN);
	assert_string_equal(order_state(s->lab, second), "completed");
	assert_string_equal(order_state(s->lab, last), "completed");
	assert_int_equal(
	    lab_ask(s->lab, "SELECT count(*) FROM orders WHERE status <> 'completed'"), 0);
}

static void
a_yes_on_file_needs_no_mail_and_no_wait(void **state)
{
	struct shop *s = *state;
	int64_t mails = 0;

	order_name(s->lab, s->id, "a.de", ANNA);
	lab_advance(s->lab, "PT1M");
	agree(s->lab, ANNA);
	assert_mails(s->lab, &mails, "consent.sync>" ANNA);
	int64_t id = order_name(s->lab, s->other, "b.sg", ANNA);
	assert_string_equal(order_state(s->lab, id), "completed");
	assert_string_equal(consent_of(s->lab, id).status, "given");
	lab_advance(s->lab, "P20D");
	assert_mails(s->lab, &mails, "");
}

/* For a name that needs a yes, a no or silence of before is no answer. */
static void
a_no_on_file_makes_the_next_one_wait(void **state)
{
	struct shop *s = *state;
	int64_t mails = 0;

	order_name(s->lab, s->id, "a.de", ANNA);
	lab_advance(s->lab, "PT1M");
	disagree(s->lab, ANNA);
	new_mails(s->lab, &mails);
	int64_t needs = order_name(s->lab, s->id, "b.sg", ANNA);
	int64_t stands = order_name(s->lab, s->id, "c.de", ANNA);
	lab_advance(s->lab, "PT1M");
	assert_mails(s->lab, &mails, "");
	assert_string_equal(order_state(s->lab, needs), "waiting");
	assert_string_equal(consent_of(s->lab, needs).status, "asked");
	assert_string_equal(consent_of(s->lab, stands).status, "refused");
	lab_advance(s->lab, "P10D-PT1S");
	assert_int_equal(agree(s->lab, ANNA), CONSENT_TAKEN);
	assert_string_equal(order_state(s->lab, needs), "completed");
	assert_string_equal(consent_of(s->lab, stands).status, "given");
}

static void
an_answer_before_the_mail_counts(void **state)
{
	struct shop *s = *state;
	int64_t mails = 0;

	order_name(s->lab, s->id, "a.de", ANNA);
	lab_advance(s->lab, "PT1M");
	new_mails(s->lab, &mails);
	int64_t first = order_name(s->lab, s->id, "b.sg", ANNA);
	int64_t along = order_name(s->lab, s->id, "b.de", ANNA);
	agree(s->lab, ANNA);
	assert_string_equal(order_state(s->lab, first), "completed");
	assert_string_equal(consent_of(s->lab, along).status, "given");
	disagree(s->lab, ANNA);
	int64_t second = order_name(s->lab, s->id, "c.sg", ANNA);
	int64_t stands = order_name(s->lab, s->id, "d.de", ANNA);
	disagree(s->lab, ANNA);
	assert_string_equal(order_state(s->lab, second), "declined");
	assert_string_equal(order_state(s->lab, stands), "completed");
	lab_advance(s->lab, "P20D");
	assert_mails(s->lab, &mails, "");
}

static void
a_late_answer_is_kept_and_revives_nothing(void **state)
{
	struct shop *s = *state;
	int64_t id = order_name(s->lab, s->id, "a.sg", ANNA);

	lab_advance(s->lab, "P11D");
	assert_string_equal(order_state(s->lab, id), "declined");
	assert_int_equal(agree(s->lab, ANNA), CONSENT_TAKEN);
	assert_string_equal(order_state(s->lab, id), "declined");
	assert_string_equal(money_of(s->lab, s->id), "1000.00 held 0.00");
	int64_t again = order_name(s->lab, s->id, "a.sg", ANNA);
	assert_string_equal(order_state(s->lab, again), "completed");
}

static void
a_withdrawn_consent_leaves_the_name(void **state)
{
	struct shop *s = *state;
	int64_t id = order_name(s->lab, s->id, "a.sg", ANNA);

	lab_advance(s->lab, "PT1M");
	agree(s->lab, ANNA);
	disagree(s->lab, ANNA);
	assert_string_equal(order_state(s->lab, id), "completed");
	assert_string_equal(consent_of(s->lab, id).status, "refused");
	assert_string_equal(lab_term(s->lab, "a.sg").state, "active");
	int64_t next = order_name(s->lab, s->id, "b.sg", ANNA);
	assert_string_equal(order_state(s->lab, next), "waiting");
}

static void
the_registry_comes_after_the_owner(void **state)
{
	struct shop *s = *state;

	lab_policy(s->lab, "tld.sg.registry", "async");
	int64_t id = order_name(s->lab, s->id, "a.sg", ANNA);
	lab_advance(s->lab, "PT10M");
	assert_string_equal(order_state(s->lab, id), "waiting");
	agree(s->lab, ANNA);
	assert_string_equal(order_state(s->lab, id), "processed");
	disagree(s->lab, ANNA); /* the registry works on it already */
	lab_advance(s->lab, "PT4M59S");
	assert_string_equal(money_of(s->lab, s->id), "1000.00 held 29.75");
	lab_advance(s->lab, "PT1S");
	assert_string_equal(order_state(s->lab, id), "completed");
	assert_string_equal(money_of(s->lab, s->id), "970.25 held 0.00");
}

/* Another order for the name cannot come between, but the name itself can. */
static void
a_name_that_is_gone_is_not_registered(void **state)
{
	struct shop *s = *state;
	int64_t id = order_name(s->lab, s->id, "a.sg", ANNA);

	lab_advance(s->lab, "PT1M");
	lab_register(s->lab, s->other, "a.sg", "Ben", "Ek", BEN);
	assert_int_equal(agree(s->lab, ANNA), CONSENT_TAKEN);
	assert_string_equal(order_state(s->lab, id), "declined");
	assert_string_equal(money_of(s->lab, s->id), "1000.00 held 0.00");
}

static void
a_cancelled_order_asks_nobody(void **state)
{
	static const char *const when[] = { "PT0S", "PT59S", "PT1M", "P9D" };

	for (size_t i = 0; i < COUNT_OF(when); i++) {
		struct shop *s = *state;
		int64_t mails = 0, id = order_name(s->lab, s->id, "a.sg", ANNA);
		lab_advance(s->lab, when[i]);
		lab_begin(s->lab);
		assert_true(order_take(&s->lab->w, s->lab->a, id, "cancel"));
		lab_end(s->lab);
		lab_advance(s->lab, "P20D");
		assert_mails(s->lab, &mails, i < 2 ? "" : "consent.async>" ANNA);
		assert_string_equal(order_state(s->lab, id), "cancelled");
		assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM agenda"), 0);
		shop_end(state);
		shop_begin(state);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(an_asynchronous_name_waits_for_its_owner),
		TEST(ten_days_are_ten_days),
		TEST(a_synchronous_name_stands_whatever_its_owner_says),
		TEST(one_mail_for_each_person),
		TEST(a_yes_on_file_needs_no_mail_and_no_wait),
		TEST(a_no_on_file_makes_the_next_one_wait),
		TEST(an_answer_before_the_mail_counts),
		TEST(a_late_answer_is_kept_and_revives_nothing),
		TEST(a_withdrawn_consent_leaves_the_name),
		TEST(the_registry_comes_after_the_owner),
		TEST(a_name_that_is_gone_is_not_registered),
		TEST(a_cancelled_order_asks_nobody),
	};

	return cmocka_run_group_tests_name("consent", tests, NULL, NULL);
}
