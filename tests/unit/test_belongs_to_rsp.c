/* belongs_to_rsp: the asker's own names, and nothing about others'. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/shop.h"

static void
test_only_own_names_belong(void **state)
{
	static const struct {
		const char *domain, *answer, *expires;
	} rows[] = {
		{ "mine.com", "1", "2027-05-04 15:20:00" },
		{ "MINE.com", "1", "2027-05-04 15:20:00" },
		{ "theirs.com", "0", NULL },
		{ "free.com", "0", NULL },
		{ "example.com", "0", NULL },
		{ "a.nosuch", "0", NULL },
	};
	struct shop *s = *state;

	REGISTER(s->lab, s->id, "domain", "mine.com");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = ASK(
		    s->lab, s->id, "belongs_to_rsp", "domain", "domain", rows[i].domain);
		assert_reply(r, 200, "Query successful");
		assert_string_equal(at(r, "attributes.belongs_to_rsp"), rows[i].answer);
		if (rows[i].expires == NULL)
			assert_null(value_path(r, "attributes.domain_expdate"));
		else
			assert_string_equal(at(r, "attributes.domain_expdate"), rows[i].expires);
	}
}

/* Net::DRI names no object. */
static void
test_no_object_is_needed(void **state)
{
	struct shop *s = *state;

	assert_reply(
	    ASK(s->lab, s->id, "belongs_to_rsp", NULL, "domain", "a.com"), 200, "Query successful");
}

static void
test_refusals(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "Required field 'domain' not provided" },
		{ "domain", "a..b", 465, "Invalid domain syntax: a..b" },
	};

	shop_slips(
	    *state, "BELONGS_TO_RSP", "DOMAIN", PAIRS("domain", "a.com"), rows, COUNT_OF(rows));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(only_own_names_belong),
		TEST(no_object_is_needed),
		TEST(refusals),
	};

	return cmocka_run_group_tests_name("belongs to rsp", tests, NULL, NULL);
}
