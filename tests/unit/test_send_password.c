/* Who has forgotten a password: the mail, its link, and the page behind it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/engine.h"
#include "tests/support/signed.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))
#define ANNA "anna@ek.example"

struct forgetful {
	struct house *h;
	struct seller shop;
};

static int
begin(void **state)
{
	struct forgetful *f = calloc(1, sizeof(*f));

	f->h = house_open();
	f->shop = (struct seller){ f->h->engine, "demo", f->h->key };
	signed_register(f->h->a, &f->shop, "ek.com", ANNA);
	SIGNED(f->h->a, &f->shop, "change", "ownership", "domain", "ek.com", "username", "anna",
	    "password", "pedal4567");
	*state = f;
	return 0;
}

static int
end(void **state)
{
	struct forgetful *f = *state;

	house_close(f->h);
	free(f);
	return 0;
}

#define CALL(f, ...) SIGNED((f)->h->a, &(f)->shop, __VA_ARGS__)

static int
login(struct forgetful *f, const char *username, const char *password)
{
	return signed_code(CALL(f, "set", "cookie", "domain", "ek.com", "reg_username", username,
	    "reg_password", password));
}

/* The newest mail of this type to Anna; its one link, from /w/ on. */
static const json_t *
newest(struct forgetful *f)
{
	json_t *list = house_api(
	    f->h, 200, "GET", "/worlds/demo/mail?to=" ANNA "&type=profile.password", "");

	assert_true(count_at(list, "items") > 0);
	return json_array_get(json_object_get(list, "items"), count_at(list, "items") - 1);
}

static const char *
link_of(struct forgetful *f)
{
	return strstr(text_at(newest(f), "links.0.url"), "/w/demo/");
}

static const char *
send(struct forgetful *f, const char *sub_user)
{
	assert_int_equal(signed_code(CALL(f, "send_password", "domain", "domain_name", "ek.com",
			     "send_to", "owner", "sub_user", sub_user)),
	    200);
	return link_of(f);
}

static int
post(struct forgetful *f, const char *link, const char *body)
{
	return house_ask(f->h, "POST", link, body)->status;
}

static void
test_a_link_replaces_a_password_once(void **state)
{
	struct forgetful *f = *state;
	const char *link = send(f, "0");

	assert_string_equal(text_at(newest(f), "links.0.rel"), "password");
	assert_non_null(strstr(text_at(newest(f), "text"), "anna"));
	struct exchange *x = house_ask(f->h, "GET", link, "");
	assert_int_equal(x->status, 200);
	assert_non_null(strstr(x->reply, "<form id=\"answer\""));
	assert_non_null(strstr(x->reply, "<dd>anna</dd>"));
	assert_int_equal(post(f, link, "password=saddle89"), 200);
	assert_int_equal(login(f, "anna", "saddle89"), 200);
	assert_int_equal(login(f, "anna", "pedal4567"), 415);
	x = house_ask(f->h, "POST", link, "password=third1234");
	assert_int_equal(x->status, 200);
	assert_null(strstr(x->reply, "<form"));
	assert_int_equal(login(f, "anna", "saddle89"), 200);
}

static void
test_what_is_no_password_changes_nothing(void **state)
{
	static const char *const rows[] = {
		"",
		"password=",
		"password=ab",
		"password=two+words",
		"password=a%25b%25c",
		"password=123456789012345678901",
		"word=saddle89",
	};
	struct forgetful *f = *state;
	const char *link = send(f, "0");

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct exchange *x = house_ask(f->h, "POST", link, rows[i]);
		assert_int_equal(x->status, 422);
		assert_non_null(strstr(x->reply, "role=\"alert\""));
		assert_non_null(strstr(x->reply, "<form id=\"answer\""));
	}
	assert_int_equal(login(f, "anna", "pedal4567"), 200);
	assert_int_equal(post(f, link, "password=%5B%5D%28%29%21%40"), 200);
	assert_int_equal(login(f, "anna", "[]()!@"), 200);
}

static void
test_a_link_ends_after_a_day(void **state)
{
	static const struct {
		const char *wait;
		int status;
	} rows[] = {
		{ "PT23H59M59S", 200 },
		{ "P1D", 410 },
		{ "P2D", 410 },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct forgetful *f = *state;
		const char *link = send(f, "0");
		house_api(f->h, 200, "POST", "/worlds/demo/clock/advance",
		    arena_printf(f->h->a, "{'by':'%s'}", rows[i].wait));
		assert_int_equal(house_ask(f->h, "GET", link, "")->status, rows[i].status);
		assert_int_equal(post(f, link, "password=saddle89"), rows[i].status);
		end(state);
		begin(state);
	}
}

static void
test_what_else_ends_a_link(void **state)
{
	struct forgetful *f = *state;
	const char *first = send(f, "0"), *second = send(f, "0");

	assert_int_equal(post(f, first, "password=saddle89"), 410);
	assert_int_equal(house_ask(f->h, "GET", second, "")->status, 200);
	CALL(f, "change", "ownership", "domain", "ek.com", "username", "nina", "password",
	    "rails4567");
	assert_int_equal(post(f, second, "password=saddle89"), 410);
	assert_int_equal(login(f, "nina", "rails4567"), 200);
	assert_int_equal(post(f, "/w/demo/password/0", "password=saddle89"), 410);
	assert_int_equal(
	    post(f, "/w/demo/password/00000000000000000000000000000000", "password=saddle89"), 410);
}

static void
test_the_sub_users_password_is_another(void **state)
{
	struct forgetful *f = *state;

	CALL(f, "add", "subuser", "domain", "ek.com", "sub_username", "sue", "sub_password",
	    "helper45", "sub_permission", "3");
	const char *owners = send(f, "0"), *link = send(f, "1");
	assert_non_null(strstr(text_at(newest(f), "text"), "sue"));
	assert_int_equal(post(f, link, "password=saddle89"), 200);
	assert_int_equal(login(f, "sue", "saddle89"), 200);
	assert_int_equal(login(f, "sue", "helper45"), 415);
	assert_int_equal(login(f, "anna", "pedal4567"), 200);
	assert_int_equal(house_ask(f->h, "GET", owners, "")->status, 200);
	link = send(f, "1");
	CALL(f, "delete", "subuser", "domain", "ek.com", "sub_id", "1");
	assert_int_equal(post(f, link, "password=saddle89"), 410);
}

static void
test_to_whom(void **state)
{
	static const struct {
		const char *send_to, *to; /* NULL: it is refused */
	} rows[] = {
		{ "owner", "olaf@ek.example" },
		{ "admin", "ada@ek.example" },
		{ "", "ada@ek.example" },
		{ "tech", NULL },
	};
	struct forgetful *f = *state;

	house_api(f->h, 201, "POST", "/worlds/demo/domains",
	    "{'name':'two.com','reseller':'demo','contacts':{"
	    "'owner':{'first_name':'Olaf','last_name':'Ek','email':'olaf@ek.example'},"
	    "'admin':{'first_name':'Ada','last_name':'Ek','email':'ada@ek.example'}}}");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = CALL(f, "send_password", "domain", "domain_name", "two.com",
		    "send_to", rows[i].send_to);
		assert_int_equal(signed_code(r), rows[i].to == NULL ? 465 : 200);
		json_t *list = house_api(
		    f->h, 200, "GET", "/worlds/demo/mail?type=profile.password", "");
		if (rows[i].to != NULL)
			assert_string_equal(
			    text_at(list, arena_printf(f->h->a, "items.%zu.to", i)), rows[i].to);
		else
			assert_int_equal(count_at(list, "items"), i);
	}
}

static void
test_refusals(void **state)
{
	static const struct {
		const char *domain, *sub_user;
		int code;
		const char *text;
	} rows[] = {
		{ "", "0", 460, "No Domain Supplied" },
		{ "a..b", "0", 465, "Invalid domain syntax: a..b" },
		{ "free.com", "0", 480, "Domain not found." },
		{ "example.com", "0", 480, "Domain not found." },
		{ "ek.com", "1", 480, "Sub-user not found." },
		{ "ek.com", "2", 465, "Invalid data, error=<sub_user '2'>" },
		{ "ek.com", "", 200, "Message sent" },
	};
	struct forgetful *f = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = CALL(f, "send_password", "domain", "domain_name",
		    rows[i].domain, "sub_user", rows[i].sub_user);
		assert_int_equal(signed_code(r), rows[i].code);
		assert_string_equal(value_text(r, "response_text"), rows[i].text);
	}
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(a_link_replaces_a_password_once),
		TEST(what_is_no_password_changes_nothing),
		TEST(a_link_ends_after_a_day),
		TEST(what_else_ends_a_link),
		TEST(the_sub_users_password_is_another),
		TEST(to_whom),
		TEST(refusals),
	};

	return cmocka_run_group_tests_name("send password", tests, house_setup, NULL);
}
