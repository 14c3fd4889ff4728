/* modify: settings of a name, of all names of a profile, and who may change them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"
#include "world/fault/fault.h"

#define MODIFY(s, ...) ASK((s)->lab, (s)->id, "modify", "domain", __VA_ARGS__)
#define LOCK(s, name, state) MODIFY(s, "domain", name, "data", "status", "lock_state", state)

/* one.com and two.com are of one profile, other.com is not. */
static int
begin(void **state)
{
	shop_begin(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "one.com");
	REGISTER(s->lab, s->id, "domain", "two.com");
	REGISTER(s->lab, s->id, "domain", "other.com");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	struct term two = lab_term(s->lab, "two.com");
	two.profile = lab_term(s->lab, "one.com").id;
	lab_begin(s->lab);
	term_save(&s->lab->w, &two);
	lab_end(s->lab);
	return 0;
}

static const char *
cookie_of(struct shop *s, const char *domain)
{
	return at(ASK(s->lab, s->id, "set", "cookie", "domain", domain, "reg_username", "owen",
		      "reg_password", "secret12"),
	    "attributes.cookie");
}

static struct contact
on_file(struct shop *s, const char *domain, enum role role)
{
	return contacts_parse(s->lab->a, lab_term(s->lab, domain).contacts).of[role];
}

static void
test_the_lock(void **state)
{
	static const struct {
		const char *sent;
		bool locked;
	} rows[] = { { "1", true }, { "1", true }, { "0", false }, { "Y", true }, { "N", false } };
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = LOCK(s, "One.com", rows[i].sent);
		assert_reply(r, 200, "Update successful");
		assert_null(value_get(r, "attributes"));
		assert_int_equal(lab_term(s->lab, "one.com").locked, rows[i].locked);
		r = ASK(s->lab, s->id, "get", "domain", "type", "status", "domain", "one.com");
		assert_string_equal(at(r, "attributes.lock_state"), rows[i].locked ? "1" : "0");
	}
	assert_false(lab_term(s->lab, "two.com").locked);
}

static void
test_what_happens_at_expiry(void **state)
{
	static const struct {
		const char *renew, *let;
		int code;
	} rows[] = {
		{ "1", "0", 200 },
		{ "0", "1", 200 },
		{ "0", "0", 200 },
		{ "1", "1", 465 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = MODIFY(s, "domain", "one.com", "data", "expire_action",
		    "auto_renew", rows[i].renew, "let_expire", rows[i].let);
		assert_int_equal(code_of(r), rows[i].code);
		if (rows[i].code != 200)
			continue;
		r = ASK(s->lab, s->id, "get", "domain", "type", "all_info", "domain", "one.com");
		assert_string_equal(at(r, "attributes.auto_renew"), rows[i].renew);
		assert_string_equal(at(r, "attributes.let_expire"), rows[i].let);
	}
	assert_false(lab_term(s->lab, "one.com").auto_renew);
}

static struct value *
contacts(struct shop *s, const char *domain, const char *role)
{
	struct value *top = request_new(s->lab->a, "MODIFY", "DOMAIN");

	request_set_all(s->lab->a, top, PAIRS("domain", domain, "data", "contact_info"));
	set_person(s->lab->a, top, role);
	request_set(s->lab->a, top, arena_printf(s->lab->a, "contact_set.%s.city", role), "Lund");
	return top;
}

static void
test_contacts_that_are_sent_are_replaced(void **state)
{
	struct shop *s = *state;
	const struct value *r = ask(s->lab, s->id, contacts(s, "one.com", "tech"));

	assert_reply(r, 200, "Command completed successfully");
	assert_string_equal(on_file(s, "one.com", TECH).city, "Lund");
	assert_string_equal(on_file(s, "one.com", ADMIN).city, "SomeCity");
	const struct value *of = value_get(value_path(r, "attributes.details"), "one.com");
	assert_string_equal(value_text(of, "response_code"), "200");
	assert_string_equal(value_text(of, "is_success"), "1");
	assert_string_equal(value_text(of, "waiting_requests_no"), "0");
}

static void
test_one_contact_can_stand_for_others(void **state)
{
	struct shop *s = *state;
	struct value *top = contacts(s, "one.com", "admin");

	set_person(s->lab->a, top, "billing");
	request_set_all(s->lab->a, top,
	    PAIRS("contact_set.billing.city", "Oslo", "contact_set.also_apply_to.0", "tech",
		"contact_set.also_apply_to.1", "billing"));
	assert_int_equal(code_of(ask(s->lab, s->id, top)), 200);
	assert_string_equal(on_file(s, "one.com", ADMIN).city, "Lund");
	assert_string_equal(on_file(s, "one.com", TECH).city, "Lund");
	assert_string_equal(on_file(s, "one.com", BILLING).city, "Oslo");
	assert_string_equal(on_file(s, "one.com", OWNER).city, "SomeCity");
	request_set(s->lab->a, top, "contact_set.also_apply_to.1", "janitor");
	assert_reply(ask(s->lab, s->id, top), 470,
	    "Contact type 'janitor' cannot be updated for this domain");
}

static void
test_a_new_owner_is_to_be_verified(void **state)
{
	struct shop *s = *state;
	struct value *top = contacts(s, "one.com", "owner");

	request_set(s->lab->a, top, "contact_set.owner.email", "anna@ek.example");
	assert_int_equal(code_of(ask(s->lab, s->id, top)), 200);
	assert_string_equal(
	    lab_ask_text(s->lab, "SELECT recipient FROM mail ORDER BY id DESC LIMIT 1"),
	    "anna@ek.example");
}

/* Which of one.com, two.com and other.com are locked then. */
static const char *
locked_names(struct shop *s)
{
	return lab_ask_text(s->lab, "SELECT name FROM term WHERE locked ORDER BY id");
}

static void
test_all_names_of_a_profile(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s, "two.com");

	assert_int_equal(code_of(MODIFY(s, "^cookie", cookie, "data", "status", "lock_state", "1",
			     "affect_domains", "1")),
	    200);
	assert_string_equal(locked_names(s), "one.com\ntwo.com");
	assert_int_equal(code_of(MODIFY(s, "^cookie", cookie, "data", "status", "lock_state", "0",
			     "affect_domains", "1")),
	    200);
	assert_string_equal(locked_names(s), "");
	LOCK(s, "one.com", "1");
	struct value *top = contacts(s, "", "admin");
	request_set_all(s->lab->a, top, PAIRS("^cookie", cookie, "affect_domains", "1"));
	const struct value *r = ask(s->lab, s->id, top);
	assert_reply(r, 200, "Command completed successfully");
	assert_int_equal(value_count(value_path(r, "attributes.details")), 1);
	assert_string_equal(on_file(s, "one.com", ADMIN).city, "SomeCity");
	assert_string_equal(on_file(s, "two.com", ADMIN).city, "Lund");
	assert_int_equal(code_of(LOCK(s, "one.com", "0")), 200);
	r = ask(s->lab, s->id, top);
	assert_int_equal(value_count(value_path(r, "attributes.details")), 2);
	assert_string_equal(on_file(s, "one.com", ADMIN).city, "Lund");
	assert_string_equal(on_file(s, "other.com", ADMIN).city, "SomeCity");
}

/* What the registry of one name refuses does not spoil the others. */
static void
test_one_name_that_cannot_does_not_spoil_the_others(void **state)
{
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "three.ca", "contact_set.billing", NULL);
	struct term three = lab_term(s->lab, "three.ca");
	three.profile = lab_term(s->lab, "one.com").id;
	lab_begin(s->lab);
	term_save(&s->lab->w, &three);
	lab_end(s->lab);
	struct value *top = contacts(s, "", "billing");
	request_set_all(
	    s->lab->a, top, PAIRS("^cookie", cookie_of(s, "one.com"), "affect_domains", "1"));
	const struct value *r = ask(s->lab, s->id, top);
	assert_reply(r, 200, "Command completed successfully");
	const struct value *details = value_path(r, "attributes.details");
	assert_string_equal(value_text(value_get(details, "three.ca"), "response_code"), "470");
	assert_string_equal(value_text(value_get(details, "three.ca"), "is_success"), "0");
	assert_string_equal(value_text(value_get(details, "two.com"), "is_success"), "1");
}

static void
test_refusals(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "data", NULL, 460, "Modify type not specified" },
		{ "data", "colour", 465, "Invalid data, error=<data 'colour'>" },
		{ "data", "nexus_info", 460, "Required field 'nexus' not provided" },
		{ "data", "contact_info", 460, "Required field 'contact_set' not provided" },
		{ "data", "expire_action", 460, "Required field 'auto_renew' not provided" },
		{ "lock_state", NULL, 460, "Required field 'lock_state' not provided" },
		{ "lock_state", "2", 465, "Invalid data, error=<lock_state '2'>" },
		{ "affect_domains", "1", 465, "apply_to_all flag not permitted" },
		{ "affect_domains", "x", 465, "Invalid data, error=<affect_domains 'x'>" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
	};

	shop_slips(*state, "MODIFY", "DOMAIN",
	    PAIRS("domain", "one.com", "data", "status", "lock_state", "1"), rows, COUNT_OF(rows));
	assert_string_equal(locked_names(*state), "");
}

static void
test_both_flags_are_needed(void **state)
{
	static const struct slip_up rows[] = {
		{ "let_expire", NULL, 460, "Required field 'let_expire' not provided" },
		{ "let_expire", "1", 465,
		    "Invalid data, error=<auto_renew and let_expire contradict each other>" },
	};

	shop_slips(*state, "MODIFY", "DOMAIN",
	    PAIRS(
		"domain", "one.com", "data", "expire_action", "auto_renew", "1", "let_expire", "0"),
	    rows, COUNT_OF(rows));
}

static void
test_foreign_and_unknown_names(void **state)
{
	static const char *const names[] = { "theirs.com", "nobodys.com", "example.com" };
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(names); i++)
		assert_int_equal(code_of(LOCK(s, names[i], "1")), 415);
	assert_string_equal(locked_names(s), "");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(the_lock),
		TEST(what_happens_at_expiry),
		TEST(contacts_that_are_sent_are_replaced),
		TEST(one_contact_can_stand_for_others),
		TEST(a_new_owner_is_to_be_verified),
		TEST(all_names_of_a_profile),
		TEST(one_name_that_cannot_does_not_spoil_the_others),
		TEST(refusals),
		TEST(both_flags_are_needed),
		TEST(foreign_and_unknown_names),
	};

	return cmocka_run_group_tests_name("modify", tests, NULL, NULL);
}
