/* Profiles: names that share a login, and how one gets in and out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define OWEN "reg_username", "owen", "reg_password", "secret12"
#define PASSWORD(s, ...) ASK((s)->lab, (s)->id, "change", "password", __VA_ARGS__)
#define OWNERSHIP(s, ...) ASK((s)->lab, (s)->id, "change", "ownership", __VA_ARGS__)
#define NINA "username", "nina", "password", "better345"

/* one.com, two.com and three.com belong together, alone.com has the same words. */
static int
begin(void **state)
{
	shop_begin(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "one.com");
	REGISTER(s->lab, s->id, "domain", "two.com", "reg_domain", "one.com");
	REGISTER(s->lab, s->id, "domain", "three.com", "reg_domain", "two.com");
	REGISTER(s->lab, s->id, "domain", "alone.com");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	return 0;
}

static const struct value *
login(struct shop *s, const char *domain, const char *username, const char *password)
{
	return ASK(s->lab, s->id, "set", "cookie", "domain", domain, "reg_username", username,
	    "reg_password", password);
}

/* How many names one sees who logs in with this; 0: one does not get in. */
static int64_t
names_of(struct shop *s, const char *domain, const char *username, const char *password)
{
	const char *count = at(login(s, domain, username, password), "attributes.domain_count");

	return count == NULL ? 0 : strtoll(count, NULL, 10);
}

static const char *
cookie_of(struct shop *s, const char *domain)
{
	const struct value *r = login(s, domain, "owen", "secret12");

	assert_int_equal(code_of(r), 200);
	return at(r, "attributes.cookie");
}

static int
show(struct shop *s, const char *cookie)
{
	return code_of(ASK(s->lab, s->id, "get", "domain", "type", "status", "^cookie", cookie));
}

static void
test_names_join_by_registration(void **state)
{
	struct shop *s = *state;

	assert_int_equal(names_of(s, "one.com", "owen", "secret12"), 3);
	assert_int_equal(names_of(s, "three.com", "owen", "secret12"), 3);
	assert_int_equal(names_of(s, "alone.com", "owen", "secret12"), 1);
}

/* An order that was saved joins when it is processed, if it still can. */
static void
test_a_login_that_has_changed_is_not_joined(void **state)
{
	struct shop *s = *state;

	lab_policy(s->lab, "tld.com.registry", "async");
	REGISTER(s->lab, s->id, "domain", "late.com", "reg_domain", "one.com");
	PASSWORD(s, "domain", "one.com", "reg_password", "better345");
	lab_advance(s->lab, "PT1H");
	assert_int_equal(names_of(s, "late.com", "owen", "secret12"), 1);
}

static void
test_a_password_is_the_whole_profiles(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s, "two.com");

	const struct value *r = PASSWORD(s, "^cookie", cookie, "reg_password", "better345");
	assert_reply(r, 200, "Command Successful");
	assert_null(value_get(r, "attributes"));
	lab_reopen(s->lab);
	assert_int_equal(names_of(s, "three.com", "owen", "better345"), 3);
	assert_int_equal(names_of(s, "one.com", "owen", "secret12"), 0);
	assert_int_equal(names_of(s, "alone.com", "owen", "secret12"), 1);
	assert_int_equal(show(s, cookie), 200);
}

static void
test_a_password_by_the_resellers_word(void **state)
{
	struct shop *s = *state;

	assert_int_equal(
	    code_of(PASSWORD(s, "^domain", "one.com", "reg_password", "a1[]()!@$^")), 200);
	assert_int_equal(
	    code_of(PASSWORD(s, "domain", "one.com", "reg_password", ",.~|=-+_{}#")), 200);
	assert_int_equal(names_of(s, "two.com", "owen", ",.~|=-+_{}#"), 3);
}

static void
test_refusals_of_change_password(void **state)
{
	static const struct slip_up rows[] = {
		{ "reg_password", NULL, 460, "Required field 'reg_password' not provided" },
		{ "reg_password", "ab", 465, "Invalid syntax for password" },
		{ "reg_password", "abc", 200, "Command Successful" },
		{ "reg_password", "12345678901234567890", 200, "Command Successful" },
		{ "reg_password", "123456789012345678901", 465, "Invalid syntax for password" },
		{ "reg_password", "two words", 465, "Invalid syntax for password" },
		{ "reg_password", "per%cent", 465, "Invalid syntax for password" },
		{ "reg_password", "sm\xc3\xb8r", 465, "Invalid syntax for password" },
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
	};
	struct shop *s = *state;

	shop_slips(s, "CHANGE", "PASSWORD", PAIRS("domain", "one.com", "reg_password", "better345"),
	    rows, COUNT_OF(rows));
	assert_int_equal(
	    code_of(PASSWORD(s, "domain", "theirs.com", "reg_password", "better345")), 415);
}

static void
test_one_name_gets_a_profile_of_its_own(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s, "two.com"), *stays = cookie_of(s, "one.com");

	const struct value *r = OWNERSHIP(s, "^cookie", cookie, NINA);
	assert_reply(r, 200, "Command Successful");
	assert_null(value_get(r, "attributes"));
	assert_int_equal(names_of(s, "two.com", "nina", "better345"), 1);
	assert_int_equal(names_of(s, "two.com", "owen", "secret12"), 0);
	assert_int_equal(names_of(s, "one.com", "owen", "secret12"), 2);
	assert_int_equal(show(s, cookie), 415);
	assert_int_equal(show(s, stays), 200);
}

/* The others point to the first name: who comes after it? */
static void
test_the_first_name_leaves(void **state)
{
	struct shop *s = *state;

	assert_int_equal(code_of(OWNERSHIP(s, "domain", "one.com", NINA)), 200);
	lab_reopen(s->lab);
	assert_int_equal(names_of(s, "one.com", "nina", "better345"), 1);
	assert_int_equal(names_of(s, "two.com", "owen", "secret12"), 2);
	assert_int_equal(names_of(s, "three.com", "owen", "secret12"), 2);
	assert_int_equal(code_of(OWNERSHIP(s, "domain", "one.com", "username", "owen", "password",
			     "secret12", "reg_domain", "three.com")),
	    200);
	assert_int_equal(names_of(s, "one.com", "owen", "secret12"), 3);
}

static void
test_all_names_move(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s, "three.com");

	assert_int_equal(
	    code_of(OWNERSHIP(s, "^cookie", cookie_of(s, "two.com"), NINA, "move_all", "1")), 200);
	assert_int_equal(names_of(s, "one.com", "nina", "better345"), 3);
	assert_int_equal(names_of(s, "two.com", "nina", "better345"), 3);
	assert_int_equal(show(s, cookie), 415);
}

static void
test_names_join_another_profile(void **state)
{
	static const struct {
		const char *domain, *move_all;
		int64_t there, left;
	} rows[] = {
		{ "one.com", "0", 2, 2 },
		{ "two.com", NULL, 2, 2 },
		{ "two.com", "1", 4, 4 },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct shop *s = *state;
		assert_int_equal(
		    code_of(OWNERSHIP(s, "domain", rows[i].domain, "username", "owen", "password",
			"secret12", "reg_domain", "alone.com", "move_all", rows[i].move_all)),
		    200);
		assert_int_equal(names_of(s, "alone.com", "owen", "secret12"), rows[i].there);
		assert_int_equal(names_of(s, rows[i].domain, "owen", "secret12"), rows[i].there);
		assert_int_equal(names_of(s, "three.com", "owen", "secret12"), rows[i].left);
		shop_end(state);
		begin(state);
	}
}

/* Who joins the profile that he is in has done nothing, and stays logged in. */
static void
test_to_join_ones_own_profile(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s, "one.com");

	assert_int_equal(code_of(OWNERSHIP(s, "^cookie", cookie, "username", "owen", "password",
			     "secret12", "reg_domain", "two.com")),
	    200);
	assert_int_equal(names_of(s, "one.com", "owen", "secret12"), 3);
	assert_int_equal(show(s, cookie), 200);
}

static void
test_refusals_of_change_ownership(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "username", NULL, 460, "Required field 'username' not provided" },
		{ "password", NULL, 460, "Required field 'password' not provided" },
		{ "username", "ni", 465, "Invalid syntax for username" },
		{ "username", "abcdefghijklmnopqrst", 200, "Command Successful" },
		{ "username", "abcdefghijklmnopqrstu", 465, "Invalid syntax for username" },
		{ "username", "nina-1", 465, "Invalid syntax for username" },
		{ "password", "has%sign", 465, "Invalid syntax for password" },
		{ "reg_domain", "a..b", 465, "Invalid data, error=<reg_domain 'a..b'>" },
		{ "reg_domain", "alone.com", 415, "Invalid Password supplied" },
		{ "reg_domain", "theirs.com", 415, "Invalid Password supplied" },
		{ "reg_domain", "free.com", 415, "Invalid Password supplied" },
		{ "move_all", "2", 465, "Invalid data, error=<move_all '2'>" },
		{ "^cookie", "1:2", 415, "Invalid Cookie Supplied" },
	};
	struct shop *s = *state;

	shop_slips(
	    s, "CHANGE", "OWNERSHIP", PAIRS("domain", "one.com", NINA), rows, COUNT_OF(rows));
	assert_int_equal(code_of(OWNERSHIP(s, "domain", "theirs.com", NINA)), 415);
	assert_int_equal(code_of(OWNERSHIP(s, "domain", "one.com", "username", "owen", "password",
			     "secret12", "reg_domain", "theirs.com")),
	    415);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM term WHERE name = 'theirs.com'"
					 " AND reg_username = 'owen'"),
	    1);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(names_join_by_registration),
		TEST(a_login_that_has_changed_is_not_joined),
		TEST(a_password_is_the_whole_profiles),
		TEST(a_password_by_the_resellers_word),
		TEST(refusals_of_change_password),
		TEST(one_name_gets_a_profile_of_its_own),
		TEST(the_first_name_leaves),
		TEST(all_names_move),
		TEST(names_join_another_profile),
		TEST(to_join_ones_own_profile),
		TEST(refusals_of_change_ownership),
	};

	return cmocka_run_group_tests_name("profiles", tests, NULL, NULL);
}
