/* What registries demand of a contact: every field's limit, every form, every TLD. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/ask.h"
#include "world/party/contact_rules.h"
#include "world/policy/rulebook.h"

static struct contact
good(void)
{
	return (struct contact){
		.first_name = "Anna",
		.last_name = "Ek",
		.org_name = "Ek Bikes",
		.address1 = "1 Road",
		.address2 = "",
		.address3 = "",
		.city = "Lund",
		.state = "",
		.postal_code = "",
		.country = "SE",
		.phone = "+46.123456",
		.fax = "",
		.email = "anna@ek.example",
	};
}

/* Rules are asked of a world; each of these asks has one of its own. */
static struct contact_verdict
check(const char *domain, enum role role, const struct contact *c)
{
	struct lab *l = lab_open("2026-05-04T15:20:00Z");

	lab_begin(l);
	struct contact_verdict v = contact_check(&l->w, l->a, domain, role, c);
	lab_end(l);
	lab_close(l);
	return v;
}

static enum contact_flaw
flaw_with(const char *domain, enum role role, enum contact_field field, const char *value)
{
	struct contact c = good();

	*contact_field(&c, field) = value;
	struct contact_verdict v = check(domain, role, &c);
	if (v.flaw != FLAW_NONE)
		assert_int_equal(v.field, field);
	return v.flaw;
}

static void
test_every_field_has_its_length_and_its_need(void **state)
{
	static const struct {
		enum contact_field field;
		size_t most;
		bool required;
	} rows[] = {
		{ CONTACT_first_name, 64, true },
		{ CONTACT_last_name, 63, true },
		{ CONTACT_org_name, 64, true },
		{ CONTACT_address1, 64, true },
		{ CONTACT_address2, 64, false },
		{ CONTACT_address3, 64, false },
		{ CONTACT_city, 64, true },
		{ CONTACT_state, 32, false },
		{ CONTACT_postal_code, 16, false },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		char *text = arena_alloc(a, 2 * rows[i].most + 3);
		/* two bytes, one character each */
		for (size_t n = 0; n < rows[i].most; n++)
			memcpy(text + 2 * n, "\xc3\xa9", 2);
		assert_int_equal(flaw_with("a.com", OWNER, rows[i].field, text), FLAW_NONE);
		text[2 * rows[i].most] = 'x';
		assert_int_equal(flaw_with("a.com", OWNER, rows[i].field, text), FLAW_LONG);
		assert_int_equal(flaw_with("a.com", OWNER, rows[i].field, ""),
		    rows[i].required ? FLAW_MISSING : FLAW_NONE);
		assert_int_equal(
		    flaw_with("a.com", OWNER, rows[i].field, "two\nlines"), FLAW_LINES);
	}
	arena_free(a);
	assert_int_equal(flaw_with("a.com", OWNER, CONTACT_country, ""), FLAW_MISSING);
	assert_int_equal(flaw_with("a.com", OWNER, CONTACT_phone, ""), FLAW_MISSING);
	assert_int_equal(flaw_with("a.com", OWNER, CONTACT_fax, ""), FLAW_NONE);
	assert_int_equal(flaw_with("a.com", OWNER, CONTACT_email, ""), FLAW_MISSING);
}

static void
test_names_have_a_letter(void **state)
{
	static const enum contact_field rows[] = { CONTACT_first_name, CONTACT_last_name,
		CONTACT_org_name, CONTACT_city, CONTACT_state };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_int_equal(flaw_with("a.com", OWNER, rows[i], "42 - ."), FLAW_LETTERS);
		assert_int_equal(flaw_with("a.com", OWNER, rows[i], "42b"), FLAW_NONE);
		assert_int_equal(flaw_with("a.com", OWNER, rows[i], "\xe6\x9d\x8e"), FLAW_NONE);
	}
	assert_int_equal(flaw_with("a.com", OWNER, CONTACT_address1, "42"), FLAW_NONE);
}

static void
test_state_and_postal_code_by_country(void **state)
{
	static const struct {
		const char *country;
		bool needed;
	} rows[] = { { "US", true }, { "CA", true }, { "SE", false }, { "GB", false } };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct contact c = good();
		c.country = rows[i].country;
		struct contact_verdict v = check("a.com", ADMIN, &c);
		assert_int_equal(v.flaw, rows[i].needed ? FLAW_MISSING : FLAW_NONE);
		if (rows[i].needed)
			assert_int_equal(v.field, CONTACT_state);
		c.state = "ON";
		v = check("a.com", ADMIN, &c);
		assert_int_equal(v.flaw, rows[i].needed ? FLAW_MISSING : FLAW_NONE);
		if (rows[i].needed)
			assert_int_equal(v.field, CONTACT_postal_code);
		c.postal_code = "M5V";
		assert_int_equal(check("a.com", ADMIN, &c).flaw, FLAW_NONE);
	}
}

static void
test_countries_are_two_letters_of_the_standard(void **state)
{
	static const struct {
		const char *code;
		bool known;
	} rows[] = {
		{ "AD", true },
		{ "ZW", true },
		{ "GB", true },
		{ "UK", false },
		{ "XX", false },
		{ "us", false },
		{ "U", false },
		{ "USA", false },
		{ "D ", false },
		{ " A", false },
	};
	struct arena *a = arena_new();
	const struct rulebook *r = rulebook_open(NULL);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(country_known(r, rows[i].code), rows[i].known);
	assert_string_equal(country_folded(a, "uk"), "GB");
	assert_string_equal(country_folded(a, "IM"), "GB");
	assert_string_equal(country_folded(a, "se"), "SE");
	assert_true(language_known(r, "de"));
	assert_true(language_known(r, "DE"));
	assert_true(language_known(r, "ger"));
	assert_true(language_known(r, "deu"));
	assert_false(language_known(r, "d"));
	assert_false(language_known(r, "zzz"));
	assert_false(language_known(r, "de "));
	rulebook_close(r);
	arena_free(a);
}

static void
test_numbers_have_one_form_at_epp_registries_and_many_elsewhere(void **state)
{
	static const struct {
		const char *text;
		bool epp, generic;
	} rows[] = {
		{ "+1.4165550123x1902", true, true },
		{ "+1.4165550123 x1902", true, true },
		{ "+123.123456789012", true, true },
		{ "+123.1234567890123", false, true },
		{ "+1234.123456", false, true },
		{ "+1.1", true, false },
		{ "+.4165550123", false, true },
		{ "+1.", false, false },
		{ "+1.4165550123x19023", false, true },
		{ "+1.4165550123x", false, false },
		{ "+1 416 555 0123", false, true },
		{ "(416) 555-0123", false, true },
		{ "(416 555-0123", false, false },
		{ "416-555-0123 ext. 12", false, true },
		{ "416-555-0123xt12", false, true },
		{ "416-555-0123 TDD", false, true },
		{ "416-555-0123 call", false, false },
		{ "1234", false, true },
		{ "123", false, false },
		{ "1234--------", false, true },
		{ "1234---------", false, false },
		{ "phone", false, false },
		{ "1234567890123456789012345678901234567890", false, true },
		{ "12345678901234567890123456789012345678901", false, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (phone_well_formed(rows[i].text, true) != rows[i].epp)
			fail_msg("epp: %s", rows[i].text);
		if (phone_well_formed(rows[i].text, false) != rows[i].generic)
			fail_msg("generic: %s", rows[i].text);
	}
}

static void
test_fax_has_no_extension_and_may_be_empty(void **state)
{
	static const struct {
		const char *text;
		bool epp, generic;
	} rows[] = {
		{ "", true, true },
		{ "+1.4165550124", true, true },
		{ "416 555 0124", false, true },
		{ "416-555-0124 ext 1", false, false },
		{ "123", false, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_int_equal(fax_well_formed(rows[i].text, true), rows[i].epp);
		assert_int_equal(fax_well_formed(rows[i].text, false), rows[i].generic);
	}
}

static void
test_the_tld_decides_which_numbers_pass(void **state)
{
	static const struct {
		const char *domain;
		bool generic;
	} rows[] = { { "a.com", true }, { "a.org", true }, { "a.co.uk", true }, { "a.info", false },
		{ "a.biz", false }, { "a.name", false }, { "a.us", false }, { "a.de", false } };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(
		    flaw_with(rows[i].domain, BILLING, CONTACT_phone, "416 555 0123") == FLAW_NONE,
		    rows[i].generic);
}

static void
test_addresses_of_mail(void **state)
{
	static const struct {
		const char *text;
		bool good;
	} rows[] = {
		{ "a@b.se", true },
		{ "anna.ek+x@mail.ek-bikes.photography", true },
		{ "a@b", false },
		{ "a@b.c", false },
		{ "@b.se", false },
		{ "a@", false },
		{ "a@b@c.se", false },
		{ "a..b@c.se", false },
		{ "a@.c.se", false },
		{ "a.@c.se", false },
		{ ".a@c.se", false },
		{ "a b@c.se", false },
		{ "a@c_d.se", false },
		{ "a@-c.se", false },
		{ "a@c.se\r\nBcc: x@y.se", false },
		{ "1234567890123456789012345678901234567890123456789012345678901234@b.se", true },
		{ "12345678901234567890123456789012345678901234567890123456789012345@b.se", false },
		{ "a@123456789012345678901234567890123456789012345678901234567890.se", true },
		{ "a@1234567890123456789012345678901234567890123456789012345678901.se", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (email_well_formed(rows[i].text) != rows[i].good)
			fail_msg("%s", rows[i].text);
}

static void
test_tlds_ask_for_more_or_less(void **state)
{
	static const struct {
		const char *domain;
		enum role role;
		enum contact_field field;
		enum contact_flaw flaw; /* where the field is empty */
	} rows[] = {
		{ "a.com", ADMIN, CONTACT_org_name, FLAW_MISSING },
		{ "a.co.uk", ADMIN, CONTACT_org_name, FLAW_NONE },
		{ "a.co.uk", ADMIN, CONTACT_email, FLAW_MISSING },
		{ "a.co.uk", BILLING, CONTACT_phone, FLAW_NONE },
		{ "a.co.uk", OWNER, CONTACT_phone, FLAW_MISSING },
		{ "a.ca", OWNER, CONTACT_last_name, FLAW_NONE },
		{ "a.ca", OWNER, CONTACT_org_name, FLAW_MISSING },
		{ "a.ca", ADMIN, CONTACT_last_name, FLAW_MISSING },
		{ "a.es", OWNER, CONTACT_state, FLAW_MISSING },
		{ "a.mx", OWNER, CONTACT_state, FLAW_MISSING },
		{ "a.us", OWNER, CONTACT_state, FLAW_MISSING },
		{ "a.com", OWNER, CONTACT_state, FLAW_NONE },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(
		    flaw_with(rows[i].domain, rows[i].role, rows[i].field, ""), rows[i].flaw);
}

static void
test_german_zone_contacts_need_a_fax_and_dutch_ones_no_state(void **state)
{
	struct contact c = good();

	(void)state;
	assert_int_equal(check("a.de", TECH, &c).field, CONTACT_fax);
	assert_int_equal(check("a.de", OWNER, &c).flaw, FLAW_NONE);
	c.fax = "+46.123456";
	assert_int_equal(check("a.de", TECH, &c).flaw, FLAW_NONE);
	c.org_name = "";
	assert_int_equal(check("a.de", ADMIN, &c).flaw, FLAW_NONE);
	assert_int_equal(check("a.de", BILLING, &c).field, CONTACT_org_name);
	c = good();
	c.country = "US";
	c.postal_code = "90210";
	assert_int_equal(check("a.nl", OWNER, &c).flaw, FLAW_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_field_has_its_length_and_its_need),
		cmocka_unit_test(test_names_have_a_letter),
		cmocka_unit_test(test_state_and_postal_code_by_country),
		cmocka_unit_test(test_countries_are_two_letters_of_the_standard),
		cmocka_unit_test(test_numbers_have_one_form_at_epp_registries_and_many_elsewhere),
		cmocka_unit_test(test_fax_has_no_extension_and_may_be_empty),
		cmocka_unit_test(test_the_tld_decides_which_numbers_pass),
		cmocka_unit_test(test_addresses_of_mail),
		cmocka_unit_test(test_tlds_ask_for_more_or_less),
		cmocka_unit_test(test_german_zone_contacts_need_a_fax_and_dutch_ones_no_state),
	};

	return cmocka_run_group_tests_name("contact rules", tests, NULL, NULL);
}
