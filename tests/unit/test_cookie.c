/* Cookies: who gets one, what it is good for, and how long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define GOOD "domain", "ek.com", "reg_username", "owen", "reg_password", "secret12"
#define SET(s, ...) ASK((s)->lab, (s)->id, "set", "cookie", __VA_ARGS__)
#define BAD_COOKIE "Invalid Cookie Supplied"

static int
begin(void **state)
{
	shop_begin(state);
	struct shop *s = *state;
	REGISTER(s->lab, s->id, "domain", "ek.com");
	REGISTER(s->lab, s->id, "domain", "more.com");
	REGISTER(s->lab, s->id, "domain", "else.com", "reg_username", "otto");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	return 0;
}

static const char *
cookie_of(struct shop *s)
{
	const struct value *r = SET(s, GOOD);

	assert_reply(r, 200, "Command Successful");
	return at(r, "attributes.cookie");
}

/* The name that a cookie stands for, by a command that can name it. */
static const struct value *
show(struct shop *s, int64_t who, const char *cookie)
{
	return ASK(s->lab, who, "get", "domain", "type", "all_info", "^cookie", cookie);
}

static void
test_who_knows_the_login_gets_a_cookie(void **state)
{
	struct shop *s = *state;
	const struct value *r = SET(s, GOOD);
	static const char *const rows[][2] = {
		{ "attributes.expiredate", "2027-05-04 15:20:00" },
		{ "attributes.domain_count", "1" },
		{ "attributes.last_access_time", "1777908000" },
		{ "attributes.f_owner", "1" },
		{ "attributes.permission", "" },
		{ "attributes.waiting_requests_no", "0" },
		{ "attributes.waiting_request", "None" },
		{ "attributes.last_ip", "" },
		{ "object", "COOKIE" },
	};

	assert_reply(r, 200, "Command Successful");
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(at(r, rows[i][0]), rows[i][1]);
	const char *cookie = at(r, "attributes.cookie");
	size_t first = strspn(cookie, "0123456789");
	assert_true(first > 0 && cookie[first] == ':');
	assert_int_equal(first + 1 + strspn(cookie + first + 1, "0123456789"), strlen(cookie));
	assert_string_not_equal(cookie_of(s), cookie);
}

static void
test_others_are_sent_to_their_reseller(void **state)
{
	static const struct {
		const char *path, *value, *reseller;
	} rows[] = {
		{ "reg_password", "secret13", "shop" },
		{ "reg_password", "SECRET12", "shop" },
		{ "reg_username", "otto", "shop" },
		{ "domain", "theirs.com", "other" },
		{ "domain", "free.com", "shop" },
		{ "domain", "example.com", "shop" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = SET(s, GOOD, rows[i].path, rows[i].value);
		assert_int_equal(code_of(r), 415);
		assert_int_equal(strncmp(text_of(r), "Authentication Error.\n", 22), 0);
		assert_non_null(strstr(text_of(r), rows[i].reseller));
		assert_string_equal(at(r, "support_message"), "");
		assert_null(value_get(r, "attributes"));
	}
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM cookie"), 0);
}

static void
test_refusals_of_set(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "No Domain Supplied" },
		{ "domain", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "reg_username", NULL, 460, "Required field 'reg_username' not provided" },
		{ "reg_password", "", 460, "Required field 'reg_password' not provided" },
	};

	shop_slips(*state, "SET", "COOKIE", PAIRS(GOOD), rows, COUNT_OF(rows));
}

static void
test_a_cookie_stands_for_its_name(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s);

	assert_reply(show(s, s->id, cookie), 200, "Query Successful");
	assert_reply(
	    show(s, s->id, arena_printf(s->lab->a, " %s\n", cookie)), 200, "Query Successful");
	struct value *top = request_new(s->lab->a, "UPDATE_CONTACTS", "DOMAIN");
	request_set_all(s->lab->a, top, PAIRS("^cookie", cookie, "types.0", "admin"));
	set_person(s->lab->a, top, "admin");
	const struct value *r = ask(s->lab, s->id, top);
	assert_reply(r, 200, "Command completed successfully");
	assert_non_null(value_get(value_path(r, "attributes.details"), "ek.com"));
}

/* A name that is sent along decides; the cookie has to be good all the same. */
static void
test_a_name_goes_before_a_cookie(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s);
	static const struct {
		const char *domain;
		bool good;
		int code;
	} rows[] = {
		{ "ek.com", true, 200 },
		{ "more.com", true, 200 },
		{ "theirs.com", true, 415 },
		{ "more.com", false, 415 },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(
		    code_of(ASK(s->lab, s->id, "get", "domain", "type", "status", "domain",
			rows[i].domain, "^cookie", rows[i].good ? cookie : "1:2")),
		    rows[i].code);
}

static void
test_what_is_no_cookie(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s);
	const char *const rows[] = {
		"1:2",
		"x",
		":",
		"1",
		"-1:2",
		"99999999999999999999999:1",
		arena_printf(s->lab->a, "%s0", cookie),
		arena_printf(s->lab->a, "1%s", cookie),
		strchr(cookie, ':'),
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_reply(show(s, s->id, rows[i]), 415, BAD_COOKIE);
	assert_reply(show(s, s->other, cookie), 415, BAD_COOKIE);
	assert_reply(show(s, s->id, ""), 460, "No Domain Supplied");
}

/* The second at which it ends is too late. */
static void
test_an_hour_without_use_ends_it(void **state)
{
	static const struct {
		const char *lifetime, *wait;
		int code;
	} rows[] = {
		{ NULL, "PT59M59S", 200 },
		{ NULL, "PT1H", 415 },
		{ NULL, "P1D", 415 },
		{ "PT5M", "PT4M59S", 200 },
		{ "PT5M", "PT5M", 415 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (rows[i].lifetime != NULL)
			lab_policy(s->lab, "cookie.lifetime", rows[i].lifetime);
		const char *cookie = cookie_of(s);
		lab_advance(s->lab, rows[i].wait);
		assert_int_equal(code_of(show(s, s->id, cookie)), rows[i].code);
	}
}

static void
test_use_keeps_it_alive(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s);

	for (int i = 0; i < 5; i++) {
		lab_advance(s->lab, "PT50M");
		lab_reopen(s->lab);
		assert_int_equal(code_of(show(s, s->id, cookie)), 200);
	}
	lab_advance(s->lab, "PT1H");
	assert_int_equal(code_of(show(s, s->id, cookie)), 415);
	cookie_of(s);
	assert_int_equal(lab_ask(s->lab, "SELECT count(*) FROM cookie"), 1);
}

static void
test_it_ends_with_its_name(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s);
	struct term t = lab_term(s->lab, "ek.com");

	lab_begin(s->lab);
	t.state = "deleted";
	term_save(&s->lab->w, &t);
	lab_end(s->lab);
	assert_reply(show(s, s->id, cookie), 415, BAD_COOKIE);
}

static void
test_update_goes_on_to_another_name(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s);
	const struct value *r = ASK(
	    s->lab, s->id, "update", "cookie", GOOD, "^cookie", cookie, "domain_new", "More.com");

	assert_reply(r, 200, "Command Successful");
	static const char *const keys[] = { "cookie", "permission", "f_owner", "domain_count",
		"expiredate", "waiting_requests_no", "waiting_request" };
	for (size_t i = 0; i < COUNT_OF(keys); i++)
		assert_non_null(value_get(value_get(r, "attributes"), keys[i]));
	assert_int_equal(value_count(value_get(r, "attributes")), COUNT_OF(keys));
	assert_string_equal(at(r, "attributes.cookie"), cookie);
	assert_int_equal(code_of(show(s, s->id, cookie)), 200);
	assert_string_equal(
	    lab_ask_text(s->lab, "SELECT name FROM cookie JOIN term ON term.id = cookie.term"),
	    "more.com");
}

static void
test_refusals_of_update(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s);
	static const struct {
		const char *path, *value;
		int code;
		const char *text;
	} rows[] = {
		{ "^cookie", NULL, 460, "No Cookie Supplied" },
		{ "^cookie", "1:2", 415, BAD_COOKIE },
		{ "domain_new", NULL, 460, "Required field 'domain_new' not provided" },
		{ "domain_new", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "domain_new", "else.com", 415, NULL },
		{ "domain_new", "theirs.com", 415, NULL },
		{ "reg_password", "wrong", 415, NULL },
		{ "reg_username", NULL, 460, "Required field 'reg_username' not provided" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct value *top = request_new(s->lab->a, "UPDATE", "COOKIE");
		request_set_all(s->lab->a, top,
		    PAIRS(GOOD, "^cookie", cookie, "domain_new", "more.com", rows[i].path,
			rows[i].value));
		const struct value *r = ask(s->lab, s->id, top);
		if (rows[i].text != NULL)
			assert_reply(r, rows[i].code, rows[i].text);
		else
			assert_int_equal(code_of(r), rows[i].code);
	}
}

static void
test_delete_and_quit_end_it(void **state)
{
	static const struct {
		const char *action, *object, *path, *text;
	} rows[] = {
		{ "delete", "cookie", "cookie", "Command Successful" },
		{ "delete", "cookie", "^cookie", "Command Successful" },
		{ "quit", "session", "^cookie", "Closing connection" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *cookie = cookie_of(s), *stays = cookie_of(s);
		const struct value *r = ASK(
		    s->lab, s->id, rows[i].action, rows[i].object, rows[i].path, cookie);
		assert_reply(r, 200, rows[i].text);
		assert_null(value_get(r, "attributes"));
		assert_reply(show(s, s->id, cookie), 415, BAD_COOKIE);
		assert_int_equal(code_of(show(s, s->id, stays)), 200);
	}
	assert_reply(ASK(s->lab, s->id, "quit", "session", "x", "y"), 200, "Closing connection");
}

static void
test_refusals_of_delete(void **state)
{
	struct shop *s = *state;
	const char *cookie = cookie_of(s);
	static const struct slip_up rows[] = {
		{ "cookie", NULL, 460, "No Cookie Supplied" },
		{ "cookie", "1:2", 415, BAD_COOKIE },
	};

	shop_slips(s, "DELETE", "COOKIE", PAIRS("cookie", cookie), rows, COUNT_OF(rows));
	assert_reply(ASK(s->lab, s->other, "delete", "cookie", "cookie", cookie), 415, BAD_COOKIE);
	assert_int_equal(code_of(show(s, s->id, cookie)), 200);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(who_knows_the_login_gets_a_cookie),
		TEST(others_are_sent_to_their_reseller),
		TEST(refusals_of_set),
		TEST(a_cookie_stands_for_its_name),
		TEST(a_name_goes_before_a_cookie),
		TEST(what_is_no_cookie),
		TEST(an_hour_without_use_ends_it),
		TEST(use_keeps_it_alive),
		TEST(it_ends_with_its_name),
		TEST(update_goes_on_to_another_name),
		TEST(refusals_of_update),
		TEST(delete_and_quit_end_it),
		TEST(refusals_of_delete),
	};

	return cmocka_run_group_tests_name("cookies", tests, NULL, NULL);
}
