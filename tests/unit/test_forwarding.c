/* Domain forwarding: where the hosts of a name lead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define FORWARDING(s, action, ...) \
	ASK((s)->lab, (s)->id, action "_domain_forwarding", "domain", "domain", "ek.com", \
	    __VA_ARGS__)
#define NONE "^x", "y"
#define NOT_FOUND "Domain forwarding not found for domain"
#define URL "forwarding.0.destination_url"

static const struct value *
list_of(struct shop *s)
{
	const struct value *r = FORWARDING(s, "get", NONE);

	assert_reply(r, 200, "Command Successful");
	const struct value *list = value_path(r, "attributes.forwarding");
	assert_int_equal(list->kind, VALUE_ARRAY);
	return list;
}

static void
test_its_life(void **state)
{
	struct shop *s = *state;

	assert_reply(FORWARDING(s, "get", NONE), 480, NOT_FOUND);
	assert_reply(FORWARDING(s, "set", URL, "http://a.example/"), 480, NOT_FOUND);
	assert_reply(FORWARDING(s, "delete", NONE), 480, NOT_FOUND);
	assert_null(value_get(FORWARDING(s, "create", NONE), "attributes"));
	assert_int_equal(value_count(list_of(s)), 0);
	assert_reply(
	    FORWARDING(s, "create", NONE), 485, "Domain forwarding already exists for domain");
	assert_reply(FORWARDING(s, "set", NONE), 460, "Required field 'forwarding' not provided");
	assert_reply(FORWARDING(s, "set", URL, "http://a.example/"), 200, "Command Successful");
	assert_int_equal(value_count(list_of(s)), 1);
	assert_reply(FORWARDING(s, "set", "forwarding", ""), 200, "Command Successful");
	assert_int_equal(value_count(list_of(s)), 0);
	assert_reply(FORWARDING(s, "delete", NONE), 200, "Command Successful");
	assert_reply(FORWARDING(s, "get", NONE), 480, NOT_FOUND);
}

static void
test_every_field_comes_back(void **state)
{
	static const char *const rows[][2] = {
		{ "0.subdomain", "" },
		{ "0.destination_url", "http://a.example/" },
		{ "0.enabled", "1" },
		{ "0.masked", "0" },
		{ "0.title", "" },
		{ "0.description", "" },
		{ "0.keywords", "" },
		{ "1.subdomain", "www" },
		{ "1.destination_url", "https://b.example/x?y=1&z=2" },
		{ "1.enabled", "0" },
		{ "1.masked", "1" },
		{ "1.title", "Räder" },
		{ "1.description", "All of them" },
		{ "1.keywords", "a, b" },
	};
	struct shop *s = *state;

	assert_reply(FORWARDING(s, "create", URL, "http://a.example/", "forwarding.1.subdomain",
			 "WWW", "forwarding.1.destination_url", "https://b.example/x?y=1&z=2",
			 "forwarding.1.enabled", "0", "forwarding.1.masked", "1",
			 "forwarding.1.title", "Räder", "forwarding.1.description", "All of them",
			 "forwarding.1.keywords", "a, b"),
	    200, "Command Successful");
	lab_reopen(s->lab);
	const struct value *list = list_of(s);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_string_equal(at(list, rows[i][0]), rows[i][1]);
	assert_int_equal(value_count(list), 2);
}

static void
test_what_it_may_not_say(void **state)
{
	static const struct {
		const char *path, *value, *error;
	} rows[] = {
		{ URL, NULL, "forwarding record 1: destination_url is missing" },
		{ URL, "a.example", "forwarding record 1: destination_url 'a.example'" },
		{ URL, "ftp://a", "forwarding record 1: destination_url 'ftp://a'" },
		{ URL, "http://", "forwarding record 1: destination_url 'http://'" },
		{ URL, "http://a b", "forwarding record 1: destination_url 'http://a b'" },
		{ "forwarding.0.enabled", "2", "forwarding record 1: enabled '2'" },
		{ "forwarding.0.masked", "Y", "forwarding record 1: masked 'Y'" },
		{ "forwarding.0.title", "a\nb", "forwarding record 1: title 'a\nb'" },
		{ "forwarding.0.subdomain", "a b", "forwarding record 1: subdomain 'a b'" },
		{ "forwarding.1.destination_url", "http://b",
		    "forwarding record 2: there is another one in its place" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_reply(FORWARDING(s, "create", "forwarding.0.title", "x", URL, "http://a",
				 rows[i].path, rows[i].value),
		    465, arena_printf(s->lab->a, "Invalid data, error=<%s>", rows[i].error));
	assert_reply(FORWARDING(s, "get", NONE), 480, NOT_FOUND);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_with_names, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(its_life),
		TEST(every_field_comes_back),
		TEST(what_it_may_not_say),
	};

	return cmocka_run_group_tests_name("domain forwarding", tests, NULL, NULL);
}
