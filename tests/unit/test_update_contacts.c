/* update_contacts: whole contacts, and what follows for the verification. */
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

static struct value *
change(struct shop *s, const char *domain, const char *role)
{
	struct value *top = request_new(s->lab->a, "UPDATE_CONTACTS", "DOMAIN");

	request_set_all(
	    s->lab->a, top, PAIRS("domain", domain, "types.0", role, "affect_domains", "0"));
	set_person(s->lab->a, top, role);
	return top;
}

static struct contact
on_file(struct shop *s, const char *domain, enum role role)
{
	struct term t = lab_term(s->lab, domain);

	return contacts_parse(s->lab->a, t.contacts).of[role];
}

static const char *
verification_of(struct shop *s, const char *domain)
{
	return at(
	    ASK(s->lab, s->id, "get_registrant_verification_status", "domain", "domain", domain),
	    "attributes.registrant_verification_status");
}

static void
test_only_the_types_named_are_replaced(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	struct value *top = change(s, "ek.com", "admin");
	request_set(s->lab->a, top, "contact_set.admin.city", "Lund");
	set_person(s->lab->a, top, "billing");
	request_set(s->lab->a, top, "contact_set.billing.city", "Oslo");
	const struct value *r = ask(s->lab, s->id, top);
	assert_reply(r, 200, "Command completed successfully");
	assert_string_equal(on_file(s, "ek.com", ADMIN).city, "Lund");
	assert_string_equal(on_file(s, "ek.com", BILLING).city, "SomeCity");
	const struct value *of = value_get(value_path(r, "attributes.details"), "ek.com");
	assert_int_equal(value_count(of), 5);
	assert_string_equal(value_text(of, "response_text"), "Command completed successfully");
	assert_string_equal(value_text(of, "response_code"), "200");
	assert_string_equal(value_text(of, "is_success"), "1");
	assert_string_equal(value_text(of, "waiting_requests_no"), "0");
	assert_string_equal(value_text(of, "encoding_type"), "");
}

static void
test_fields_left_out_become_empty(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	struct value *top = change(s, "ek.com", "billing");
	request_set(s->lab->a, top, "contact_set.billing.fax", NULL);
	assert_int_equal(code_of(ask(s->lab, s->id, top)), 200);
	assert_string_equal(on_file(s, "ek.com", BILLING).fax, "");
}

static void
test_several_types_change_in_one_go_or_not_at_all(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	struct value *top = change(s, "ek.com", "admin");
	request_set(s->lab->a, top, "types.1", "tech");
	set_person(s->lab->a, top, "tech");
	request_set(s->lab->a, top, "contact_set.admin.city", "Lund");
	request_set(s->lab->a, top, "contact_set.tech.country", "XX");
	assert_reply(ask(s->lab, s->id, top), 465, "Invalid data, error=<tech.country 'XX'>");
	assert_string_equal(on_file(s, "ek.com", ADMIN).city, "SomeCity");
	request_set(s->lab->a, top, "contact_set.tech.country", "uk");
	assert_int_equal(code_of(ask(s->lab, s->id, top)), 200);
	assert_string_equal(on_file(s, "ek.com", ADMIN).city, "Lund");
	assert_string_equal(on_file(s, "ek.com", TECH).country, "GB");
}

static void
test_a_new_owner_is_to_be_verified(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	assert_string_equal(verification_of(s, "ek.com"), "verifying");
	lab_advance(s->lab, "P3D");
	struct value *top = change(s, "ek.com", "owner");
	request_set(s->lab->a, top, "contact_set.owner.email", "anna@ek.example");
	assert_int_equal(code_of(ask(s->lab, s->id, top)), 200);
	assert_string_equal(verification_of(s, "ek.com"), "verifying");
	assert_string_equal(
	    lab_ask_text(s->lab, "SELECT recipient FROM mail ORDER BY id DESC LIMIT 1"),
	    "anna@ek.example");
}

static void
test_refusals(void **state)
{
	static const struct {
		const char *path, *value;
		int code;
		const char *text;
	} rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "types", NULL, 460, "Required field 'types' not provided" },
		{ "types", "admin", 465, "Invalid data, error=<types 'admin'>" },
		{ "contact_set", NULL, 460, "Required field 'contact_set' not provided" },
		{ "contact_set.admin", NULL, 460, "Required field 'contact_set' not provided" },
		{ "contact_set.admin.email", NULL, 460,
		    "Required field 'admin.email' not provided" },
		{ "contact_set.admin.email", "nobody", 465,
		    "Invalid data, error=<admin.email 'nobody'>" },
		{ "contact_set.admin.phone", "call me", 420,
		    "Failed to create new registrant contact: Parameter value range error\r\n"
		    "Invalid telephone number format." },
		{ "affect_domains", "1", 465, "apply_to_all flag not permitted" },
		{ "affect_domains", "x", 465, "Invalid data, error=<affect_domains 'x'>" },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct value *top = change(s, "ek.com", "admin");
		request_set(s->lab->a, top, rows[i].path, rows[i].value);
		assert_reply(ask(s->lab, s->id, top), rows[i].code, rows[i].text);
	}
}

static void
test_types_that_the_registry_has_not(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "ek.com");
	REGISTER(s->lab, s->id, "domain", "ek.ca", "contact_set.billing", NULL);
	assert_reply(ask(s->lab, s->id, change(s, "ek.com", "janitor")), 470,
	    "Contact type 'janitor' cannot be updated for this domain");
	assert_reply(ask(s->lab, s->id, change(s, "ek.ca", "billing")), 470,
	    "Contact type 'billing' cannot be updated for this domain");
	assert_int_equal(code_of(ask(s->lab, s->id, change(s, "ek.ca", "admin"))), 200);
}

static void
test_foreign_and_unknown_names(void **state)
{
	static const char *const names[] = { "theirs.com", "nobodys.com", "example.com" };
	struct shop *s = *state;

	REGISTER(s->lab, s->other, "domain", "theirs.com");
	for (size_t i = 0; i < COUNT_OF(names); i++)
		assert_int_equal(code_of(ask(s->lab, s->id, change(s, names[i], "admin"))), 415);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(only_the_types_named_are_replaced),
		TEST(fields_left_out_become_empty),
		TEST(several_types_change_in_one_go_or_not_at_all),
		TEST(a_new_owner_is_to_be_verified),
		TEST(refusals),
		TEST(types_that_the_registry_has_not),
		TEST(foreign_and_unknown_names),
	};

	return cmocka_run_group_tests_name("update contacts", tests, NULL, NULL);
}
