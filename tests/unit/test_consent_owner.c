/* Consent: who is the same person, and the page that stands behind their link. */
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

/* Seed: first name, last name, organisation, country, e-mail, and no more. */
static void
five_fields_make_a_person(void **state)
{
	static const struct {
		const char *path, *value;
		bool same;
	} rows[] = {
		{ "contact_set.owner.first_name", "Owena", false },
		{ "contact_set.owner.last_name", "Otto", false },
		{ "contact_set.owner.org_name", "Another Inc.", false },
		{ "contact_set.owner.country", "CA", false },
		{ "contact_set.owner.email", "ottway@example.net", false },
		{ "contact_set.owner.first_name", "OWEN", false },
		{ "contact_set.owner.email", "Ottway@EXAMPLE.com", true },
		{ "contact_set.owner.first_name", " Owen ", true },
		{ "contact_set.owner.address1", "1 Elm Street", true },
		{ "contact_set.owner.phone", "+1.4165550199", true },
		{ "contact_set.owner.city", "Elsewhere", true },
		{ "contact_set.admin.first_name", "Admin", true },
	};
	struct shop *s = *state;
	int64_t mails = 0;

	REGISTER(s->lab, s->id, "domain", "first.de");
	lab_advance(s->lab, "PT1M");
	new_mails(s->lab, &mails);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *name = arena_printf(s->lab->a, "name%zu.de", i);
		const struct value *r = REGISTER(
		    s->lab, s->id, "domain", name, rows[i].path, rows[i].value);
		assert_int_equal(code_of(r), 200);
		lab_advance(s->lab, "PT1M");
		const char *written = new_mails(s->lab, &mails);
		if ((*written == '\0') != rows[i].same)
			fail_msg("%s = %s: \"%s\"", rows[i].path, rows[i].value, written);
	}
}

static void
whether_case_counts_says_a_policy(void **state)
{
	struct shop *s = *state;
	int64_t mails = 0;

	lab_policy(s->lab, "consent.email_case", "exact");
	order_name(s->lab, s->id, "a.sg", ANNA);
	int64_t other = order_name(s->lab, s->id, "b.sg", "Anna@Ek.Example");
	lab_advance(s->lab, "PT1M");
	assert_string_equal(
	    new_mails(s->lab, &mails), "consent.async>" ANNA "\nconsent.async>Anna@Ek.Example");
	answer_consent(s->lab,
	    strrchr(lab_ask_text(s->lab, "SELECT json_extract(variables, '$.consent_url') FROM mail"
					 " ORDER BY id LIMIT 1"),
		'/') +
		1,
	    true);
	assert_string_equal(order_state(s->lab, other), "waiting");
}

static void
the_link_is_open_for_a_hundred_and_eighty_days(void **state)
{
	struct shop *s = *state;

	order_name(s->lab, s->id, "a.de", ANNA);
	lab_advance(s->lab, "PT1M");
	const char *link = consent_link(s->lab, ANNA);
	lab_advance(s->lab, "P180D-PT1S");
	assert_true(look_at_consent(s->lab, link).open);
	assert_int_equal(agree(s->lab, ANNA), CONSENT_TAKEN);
	lab_advance(s->lab, "PT1S");
	assert_false(look_at_consent(s->lab, link).open);
	assert_int_equal(disagree(s->lab, ANNA), CONSENT_DEAD_LINK);
	/* A mail that carries it opens it once more, whatever the policy was. */
	lab_policy(s->lab, "consent.link_days", "1");
	ASK(s->lab, s->id, "gdpr_send_consent_reminder_email", "domain", "domain", "a.de");
	assert_true(look_at_consent(s->lab, link).open);
	lab_advance(s->lab, "P1D-PT1S");
	assert_true(look_at_consent(s->lab, link).open);
	lab_advance(s->lab, "PT1S");
	assert_false(look_at_consent(s->lab, link).open);
}

static void
only_links_of_ours_lead_anywhere(void **state)
{
	static const char *const wrong[] = { "", "0", "00000000000000000000000000000000", "x" };
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		assert_false(look_at_consent(s->lab, wrong[i]).open);
		assert_int_equal(answer_consent(s->lab, wrong[i], true), CONSENT_DEAD_LINK);
	}
	/* Nobody was written to yet: there is no link that could have been sent. */
	order_name(s->lab, s->id, "a.de", ANNA);
	lab_advance(s->lab, "PT59S");
	assert_int_equal(lab_ask(s->lab, "SELECT open_until IS NULL FROM data_subject"), 1);
}

static void
a_form_serves_once(void **state)
{
	struct shop *s = *state;

	int64_t id = order_name(s->lab, s->id, "a.sg", ANNA);
	lab_advance(s->lab, "PT1M");
	const char *link = consent_link(s->lab, ANNA);
	struct consent_page page = look_at_consent(s->lab, link);
	assert_string_equal(look_at_consent(s->lab, link).nonce, page.nonce);
	struct consent_answer answer = { .nonce = page.nonce, .agrees = true, .language = "de" };
	lab_begin(s->lab);
	assert_int_equal(consent_answer(&s->lab->w, s->lab->a, link, &answer), CONSENT_TAKEN);
	answer.agrees = false;
	assert_int_equal(consent_answer(&s->lab->w, s->lab->a, link, &answer), CONSENT_USED_FORM);
	answer.nonce = "";
	assert_int_equal(consent_answer(&s->lab->w, s->lab->a, link, &answer), CONSENT_USED_FORM);
	lab_end(s->lab);
	assert_string_equal(order_state(s->lab, id), "completed");
	struct consent_page next = look_at_consent(s->lab, link);
	assert_string_not_equal(next.nonce, page.nonce);
	assert_string_equal(next.choice, "given");
	assert_string_equal(next.language, "de");
}

static void
more_is_shared_by_those_who_agree_and_want_it(void **state)
{
	static const struct {
		bool agrees, asks, shares;
	} rows[] = { { true, true, true }, { true, false, false }, { true, true, true },
		{ false, true, false }, { false, false, false } };
	struct shop *s = *state;
	int64_t id = order_name(s->lab, s->id, "a.de", ANNA);

	lab_advance(s->lab, "PT1M");
	const char *link = consent_link(s->lab, ANNA);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct consent_answer answer = { .nonce = look_at_consent(s->lab, link).nonce,
			.agrees = rows[i].agrees,
			.share_more = rows[i].asks,
			.language = "en" };
		lab_begin(s->lab);
		consent_answer(&s->lab->w, s->lab->a, link, &answer);
		lab_end(s->lab);
		assert_int_equal(look_at_consent(s->lab, link).share_more, rows[i].shares);
		assert_int_equal(consent_of(s->lab, id).share_more, rows[i].shares);
	}
}

/* What waits for an answer stands first, then what is newest; what has ended
 * otherwise is nothing to decide about. */
static void
the_page_lists_the_names_of_a_person(void **state)
{
	struct shop *s = *state;

	order_name(s->lab, s->id, "old.de", ANNA);
	order_name(s->lab, s->other, "new.de", ANNA);
	lab_advance(s->lab, "PT1M");
	int64_t silent = order_name(s->lab, s->id, "ended.sg", ANNA);
	lab_advance(s->lab, "P11D");
	assert_string_equal(order_state(s->lab, silent), "declined");
	order_name(s->lab, s->id, "waits.sg", ANNA);
	order_name(s->lab, s->id, "ben.sg", "ben@ek.example");
	order_name(s->lab, s->id, "newest.de", ANNA);
	struct consent_page page = look_at_consent(s->lab, consent_link(s->lab, ANNA));
	assert_string_equal(page.email, ANNA);
	assert_string_equal(page.choice, "");
	assert_int_equal(page.count, 4);
	assert_int_equal(page.more, 0);
	static const char *const names[] = { "waits.sg", "newest.de", "new.de", "old.de" };
	for (size_t i = 0; i < COUNT_OF(names); i++)
		assert_string_equal(page.names[i].domain, names[i]);
	assert_true(page.names[0].deadline == lab_now(s->lab) + 60 + 864000);
	assert_true(page.names[1].deadline == 0);
	for (size_t i = 0; i < CONSENT_NAMES; i++)
		order_name(s->lab, s->id, arena_printf(s->lab->a, "n%zu.de", i), ANNA);
	page = look_at_consent(s->lab, consent_link(s->lab, ANNA));
	assert_int_equal(page.count, CONSENT_NAMES);
	assert_int_equal(page.more, 4);
	assert_string_equal(page.names[0].domain, "waits.sg");
}

static void
a_reminder_wins_no_day(void **state)
{
	struct shop *s = *state;
	int64_t mails = 0, id = order_name(s->lab, s->id, "a.sg", ANNA);
	const char *const pairs[] = { "domain", "a.sg", end_of_pairs };

	for (int day = 0; day < 2; day++) {
		lab_advance(s->lab, "P4D");
		new_mails(s->lab, &mails);
		const struct value *r = ask_pairs(
		    s->lab, s->id, "gdpr_send_consent_reminder_email", "domain", pairs);
		assert_reply(r, 200, "GDPR consent reminder email request has been submitted");
		assert_string_equal(new_mails(s->lab, &mails), "consent.resend>" ANNA);
	}
	lab_advance(s->lab, "P2D");
	assert_string_equal(order_state(s->lab, id), "waiting");
	lab_advance(s->lab, "PT1M");
	assert_string_equal(order_state(s->lab, id), "declined");
}

/* Before the first mail, after silence, after an answer: a mail each time. */
static void
a_reminder_can_be_had_in_every_state(void **state)
{
	static const struct {
		const char *wait;
		int answer;
	} rows[] = { { "PT0S", -1 }, { "PT1M", -1 }, { "P11D", -1 }, { "PT1M", 1 }, { "PT1M", 0 } };

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		int64_t mails = 0, id = order_name(s->lab, s->id, "a.de", ANNA);
		lab_advance(s->lab, rows[i].wait);
		if (rows[i].answer >= 0)
			answer_consent(s->lab, consent_link(s->lab, ANNA), rows[i].answer == 1);
		new_mails(s->lab, &mails);
		const char *before = consent_of(s->lab, id).status;
		ASK(s->lab, s->id, "gdpr_send_consent_reminder_email", "domain", "domain", "a.de");
		assert_string_equal(new_mails(s->lab, &mails), "consent.resend>" ANNA);
		assert_string_equal(consent_of(s->lab, id).status, before);
		/* A reminder is not the first mail of a person. */
		lab_advance(s->lab, "PT1M");
		assert_string_equal(new_mails(s->lab, &mails), i == 0 ? "consent.sync>" ANNA : "");
		shop_end(state);
		shop_begin(state);
	}
}

static void
who_can_have_a_reminder(void **state)
{
	static const struct {
		const char *domain;
		int code;
	} rows[] = {
		{ "mine.de", 200 },
		{ "waits.sg", 200 },
		{ "ended.sg", 480 },
		{ "mine.com", 465 },
		{ "placed.de", 465 },
		{ "theirs.de", 480 },
		{ "theirs.sg", 480 },
		{ "nobodys.de", 480 },
	};
	struct shop *s = *state;

	order_name(s->lab, s->id, "mine.de", ANNA);
	order_name(s->lab, s->id, "mine.com", ANNA);
	order_name(s->lab, s->id, "ended.sg", ANNA);
	lab_register(s->lab, s->id, "placed.de", "Owen", "Ottway", "ottway@example.com");
	order_name(s->lab, s->other, "theirs.de", ANNA);
	lab_advance(s->lab, "P11D");
	order_name(s->lab, s->id, "waits.sg", ANNA);
	order_name(s->lab, s->other, "theirs.sg", ANNA);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = ASK(s->lab, s->id, "gdpr_send_consent_reminder_email",
		    "domain", "domain", rows[i].domain);
		if (code_of(r) != rows[i].code)
			fail_msg("%s: %d %s", rows[i].domain, code_of(r), text_of(r));
	}
}

/* Another owner was never asked for this name; one who answered has answered. */
static void
a_name_shows_what_its_present_owner_said(void **state)
{
	static const char *const wire = "attributes.gdpr_consent_status";
	struct shop *s = *state;
	const char *const pairs[] = { "type", "all_info", "domain", "a.de", end_of_pairs };

	order_name(s->lab, s->id, "a.de", ANNA);
	assert_string_equal(at(ask_pairs(s->lab, s->id, "get", "domain", pairs), wire), "PENDING");
	lab_advance(s->lab, "PT1M");
	disagree(s->lab, ANNA);
	assert_string_equal(
	    at(ask_pairs(s->lab, s->id, "get", "domain", pairs), wire), "CONTRACT_ONLY");
	change_owner(s->lab, "a.de", lab_person("Ben", "Ek", "ben@ek.example"));
	assert_string_equal(at(ask_pairs(s->lab, s->id, "get", "domain", pairs), wire), "NONE");
	struct contact back = lab_person("Owen", "Ottway", ANNA);
	back.org_name = "Example Inc.";
	back.country = "US";
	change_owner(s->lab, "a.de", back);
	assert_string_equal(
	    at(ask_pairs(s->lab, s->id, "get", "domain", pairs), wire), "CONTRACT_ONLY");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(five_fields_make_a_person),
		TEST(whether_case_counts_says_a_policy),
		TEST(the_link_is_open_for_a_hundred_and_eighty_days),
		TEST(only_links_of_ours_lead_anywhere),
		TEST(a_form_serves_once),
		TEST(more_is_shared_by_those_who_agree_and_want_it),
		TEST(the_page_lists_the_names_of_a_person),
		TEST(a_reminder_wins_no_day),
		TEST(a_reminder_can_be_had_in_every_state),
		TEST(who_can_have_a_reminder),
		TEST(a_name_shows_what_its_present_owner_said),
	};

	return cmocka_run_group_tests_name("consent: owners", tests, NULL, NULL);
}
