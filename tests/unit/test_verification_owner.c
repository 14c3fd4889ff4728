/* Who is the same owner, which names are in the process, what a change does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/registrant.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))
#define START "2026-05-04T15:20:00Z"
#define DAY_16 "2026-05-20T05:00:00Z"

/* Anna is verified; who else is? */
static void
only_the_exact_owner_is_known(void **state)
{
	static const struct {
		const char *first_name, *last_name, *email, *folded, *exact;
	} rows[] = {
		{ "Anna", "Ek", "anna@ek.example", "verified", "verified" },
		{ "Anna", "Ek", "Anna@EK.example", "verified", "verifying" },
		{ " Anna ", "\tEk", " anna@ek.example\n", "verified", "verified" },
		{ "anna", "Ek", "anna@ek.example", "verifying", "verifying" },
		{ "Anna", "EK", "anna@ek.example", "verifying", "verifying" },
		{ "Annabel", "Ek", "anna@ek.example", "verifying", "verifying" },
		{ "Ann", "a Ek", "anna@ek.example", "verifying", "verifying" },
		{ "Anna", "Ek", "anna@ek.examples", "verifying", "verifying" },
		{ "Anna", "Ek", "anna@ek.exampl\xc3\xa9", "verifying", "verifying" },
	};
	(void)state;

	for (size_t i = 0; i < COUNT_OF(rows) * 2; i++) {
		struct lab *lab = lab_open(START);
		int64_t shop = lab_reseller(lab, "shop"), mails = 0;
		bool fold = i % 2 == 0;
		lab_policy(lab, "verification.email_case", fold ? "fold" : "exact");
		lab_register(lab, shop, "one.com", "Anna", "Ek", "anna@ek.example");
		assert_true(click(lab, link_of(lab, "one.com")));
		new_mails(lab, &mails);
		lab_register(lab, shop, "two.com", rows[i / 2].first_name, rows[i / 2].last_name,
		    rows[i / 2].email);
		const char *expected = fold ? rows[i / 2].folded : rows[i / 2].exact;
		assert_status(lab, "two.com", expected);
		bool silent = strcmp(expected, "verified") == 0;
		assert_int_equal(strcmp(new_mails(lab, &mails), "") == 0, silent);
		lab_close(lab);
	}
}

/* Seen from a name that was verified in capitals. */
static void
case_is_folded_both_ways(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);
	int64_t shop = lab_reseller(lab, "shop");

	lab_register(lab, shop, "one.com", "Anna", "Ek", "ANNA@EK.example");
	lab_register(lab, shop, "two.com", "Anna", "Ek", "anna@ek.example");
	assert_true(click(lab, link_of(lab, "one.com")));
	assert_status(lab, "two.com", "verified");
	lab_close(lab);
}

/* The mail goes to the address as it was written. */
static void
an_address_is_kept_as_it_is(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);
	int64_t mails = 0;

	lab_register(lab, lab_reseller(lab, "shop"), "one.com", "Anna", "Ek", "Anna@EK.example");
	assert_string_equal(new_mails(lab, &mails), "verification.request>Anna@EK.example");
	lab_close(lab);
}

/* Three names in three states at two resellers, and one of somebody else. */
static void
one_click_verifies_every_name_of_the_owner(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);
	int64_t shop = lab_reseller(lab, "shop"), other = lab_reseller(lab, "other");
	int64_t mails = 0, events = 0;

	lab_register(lab, shop, "old.com", "Anna", "Ek", "anna@ek.example");
	lab_at(lab, "2026-05-21T12:00:00Z");
	lab_register(lab, other, "young.com", "Anna", "Ek", "anna@ek.example");
	lab_policy(lab, "verification.mail_delay", "PT1H");
	lab_register(lab, other, "new.com", "Anna", "Ek", "anna@ek.example");
	lab_register(lab, shop, "bo.com", "Bo", "Ek", "anna@ek.example");
	new_mails(lab, &mails);
	new_events(lab, &events);
	assert_true(lab_term(lab, "old.com").hold);
	assert_true(click(lab, link_of(lab, "young.com")));
	assert_string_equal(
	    new_events(lab, &events), "young.com verified\nold.com verified\nnew.com verified");
	assert_false(lab_term(lab, "old.com").hold);
	assert_status(lab, "bo.com", "pending");
	assert_string_equal(
	    lab_ask_text(lab, "SELECT reseller, json_extract(data, '$.domain_name') FROM event"
			      " WHERE data LIKE '%\"verified\"%' ORDER BY id"),
	    "2 young.com\n1 old.com\n2 new.com");
	assert_int_equal(lab_ask(lab, "SELECT count(*) FROM agenda WHERE label <> 'bo.com'"
				      " AND kind = 'verification'"),
	    0);
	assert_int_equal(look_at(lab, link_of(lab, "old.com")), LINK_DONE);
	lab_close(lab);
}

/* Not verified yet: each reseller's name is asked for by itself. */
static void
each_reseller_writes_for_itself(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);
	int64_t shop = lab_reseller(lab, "shop"), other = lab_reseller(lab, "other");

	lab_register(lab, shop, "one.com", "Anna", "Ek", "anna@ek.example");
	lab_register(lab, other, "two.com", "Anna", "Ek", "anna@ek.example");
	lab_at(lab, "2026-05-09T05:00:00Z");
	assert_string_equal(lab_ask_text(lab, "SELECT type, sender, domain FROM mail ORDER BY id"),
	    "verification.request support@shop.example one.com\n"
	    "verification.request support@other.example two.com\n"
	    "verification.reminder support@shop.example one.com\n"
	    "verification.reminder support@other.example two.com");
	lab_close(lab);
}

static void
which_names_are_in_the_process(void **state)
{
	static const struct {
		const char *start, *policy, *value, *name, *status;
	} rows[] = {
		{ START, NULL, NULL, "a.com", "verifying" },
		{ START, NULL, NULL, "a.xyz", "verifying" },
		{ START, NULL, NULL, "a.de", "unverified" },
		{ START, NULL, NULL, "a.ws", "unverified" },
		{ START, "verification.nis2", "on", "a.de", "verifying" },
		{ START, "verification.nis2", "on", "a.ca", "unverified" },
		{ START, "tld.com.process", "standard", "a.com", "unverified" },
		{ "2014-01-01T04:59:59Z", NULL, NULL, "a.com", "unverified" },
		{ "2014-01-01T05:00:00Z", NULL, NULL, "a.com", "verifying" },
		{ START, "verification.since", "2026-05-04T15:20:00Z", "a.com", "verifying" },
		{ START, "verification.since", "2026-05-04T15:20:01Z", "a.com", "unverified" },
	};
	(void)state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct lab *lab = lab_open(rows[i].start);
		int64_t shop = lab_reseller(lab, "shop");
		if (rows[i].policy != NULL)
			lab_policy(lab, rows[i].policy, rows[i].value);
		lab_register(lab, shop, rows[i].name, "Anna", "Ek", "anna@ek.example");
		assert_status(lab, rows[i].name, rows[i].status);
		lab_close(lab);
	}
}

/* Q11: any of the four contacts wakes an unverified name, and each field. */
static void
any_change_wakes_an_unverified_name(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct lab *lab = lab_open("2013-06-01T12:00:00Z");
		int64_t mails = 0;
		struct contact c = lab_person("Anna", "Ek", "anna@ek.example");
		lab_register(
		    lab, lab_reseller(lab, "shop"), "a.com", "Anna", "Ek", "anna@ek.example");
		c.city = "Ottawa";
		change_role(lab, "a.com", (enum role)role, c); /* there was no process yet */
		assert_status(lab, "a.com", "unverified");
		lab_at(lab, "2014-02-01T12:00:00Z");
		assert_string_equal(new_mails(lab, &mails), "");
		assert_false(resend(lab, "a.com"));
		c.city = "Montreal";
		change_role(lab, "a.com", (enum role)role, c);
		assert_status(lab, "a.com", "verifying");
		assert_string_equal(new_mails(lab, &mails), "verification.request>anna@ek.example");
		assert_int_equal(status_of(lab, "a.com").days_to_suspend, 15);
		lab_close(lab);
	}
}

/* ... straight to verified where the owner is known. */
static void
a_known_owner_needs_no_mail(void **state)
{
	(void)state;
	struct lab *lab = lab_open("2013-06-01T12:00:00Z");
	int64_t shop = lab_reseller(lab, "shop"), mails = 0, events = 0;
	struct contact c = lab_person("Anna", "Ek", "anna@ek.example");

	lab_register(lab, shop, "old.com", "Anna", "Ek", "anna@ek.example");
	lab_at(lab, "2014-02-01T12:00:00Z");
	lab_register(lab, shop, "new.com", "Anna", "Ek", "anna@ek.example");
	assert_true(click(lab, link_of(lab, "new.com")));
	assert_status(lab, "old.com", "unverified"); /* nobody asked */
	new_mails(lab, &mails);
	new_events(lab, &events);
	c.city = "Ottawa";
	change_owner(lab, "old.com", c);
	assert_string_equal(new_events(lab, &events), "old.com verified");
	assert_string_equal(new_mails(lab, &mails), "");
	lab_close(lab);
}

/* Q11: of a verified name only three fields of the owner count. */
static void
what_wakes_a_verified_name(void **state)
{
	(void)state;
	for (size_t field = 0; field < CONTACT_FIELDS; field++) {
		struct lab *lab = lab_open(START);
		struct contact c = lab_person("Anna", "Ek", "anna@ek.example");
		bool counts = field == CONTACT_first_name || field == CONTACT_last_name ||
			      field == CONTACT_email;
		lab_register(
		    lab, lab_reseller(lab, "shop"), "a.com", "Anna", "Ek", "anna@ek.example");
		assert_true(click(lab, link_of(lab, "a.com")));
		*contact_field(&c, field) = "other@ek.example";
		change_role(lab, "a.com", ADMIN, c);
		change_role(lab, "a.com", BILLING, c);
		change_role(lab, "a.com", TECH, c);
		assert_status(lab, "a.com", "verified");
		lab_advance(lab, "P40D");
		change_owner(lab, "a.com", c);
		assert_status(lab, "a.com", counts ? "verifying" : "verified");
		if (counts)
			assert_int_equal(status_of(lab, "a.com").days_to_suspend, 15);
		lab_close(lab);
	}
}

/* Verified and verified: no event says so twice. */
static void
from_one_known_owner_to_another(void **state)
{
	(void)state;
	struct lab *lab = lab_open(START);
	int64_t shop = lab_reseller(lab, "shop"), events = 0, mails = 0;

	lab_register(lab, shop, "a.com", "Anna", "Ek", "anna@ek.example");
	lab_register(lab, shop, "b.com", "Bo", "Ek", "bo@ek.example");
	assert_true(click(lab, link_of(lab, "a.com")));
	assert_true(click(lab, link_of(lab, "b.com")));
	new_events(lab, &events);
	new_mails(lab, &mails);
	change_owner(lab, "a.com", lab_person("Bo", "Ek", "bo@ek.example"));
	assert_status(lab, "a.com", "verified");
	assert_string_equal(new_events(lab, &events), "");
	assert_string_equal(new_mails(lab, &mails), "");
	lab_close(lab);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_the_exact_owner_is_known),
		cmocka_unit_test(case_is_folded_both_ways),
		cmocka_unit_test(an_address_is_kept_as_it_is),
		cmocka_unit_test(one_click_verifies_every_name_of_the_owner),
		cmocka_unit_test(each_reseller_writes_for_itself),
		cmocka_unit_test(which_names_are_in_the_process),
		cmocka_unit_test(any_change_wakes_an_unverified_name),
		cmocka_unit_test(a_known_owner_needs_no_mail),
		cmocka_unit_test(what_wakes_a_verified_name),
		cmocka_unit_test(from_one_known_owner_to_another),
	};

	return cmocka_run_group_tests_name("verification: owners", tests, NULL, NULL);
}
