/* get_domains_by_expiredate and get_domains_contacts: many names at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "tests/support/shop.h"

#define EXPIRING(s, ...) ASK((s)->lab, (s)->id, "get_domains_by_expiredate", "domain", __VA_ARGS__)
#define CONTACTS(s, ...) ASK((s)->lab, (s)->id, "get_domains_contacts", "domain", __VA_ARGS__)

/* One expires on 2027-05-04 at 15:20:00, two a day later, one after two years. */
static void
stock(struct shop *s)
{
	REGISTER(s->lab, s->id, "domain", "one.com");
	REGISTER(s->lab, s->other, "domain", "theirs.com");
	REGISTER(s->lab, s->id, "domain", "long.com", "period", "2");
	lab_advance(s->lab, "P1D");
	REGISTER(s->lab, s->id, "domain", "three.com", "auto_renew", "1");
	REGISTER(s->lab, s->id, "domain", "four.com");
}

static void
test_both_days_count_whole(void **state)
{
	static const struct {
		const char *from, *to, *total, *first;
	} rows[] = {
		{ "2027-05-03", "2027-05-03", "0", NULL },
		{ "2027-05-04", "2027-05-04", "1", "one.com" },
		{ "2027-05-05", "2027-05-05", "2", "four.com" },
		{ "2027-05-04", "2027-05-05", "3", "one.com" },
		{ "2027-05-05", "2027-05-04", "0", NULL },
		{ "2000-01-01", "9998-12-31", "4", "one.com" },
	};
	struct shop *s = *state;

	stock(s);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = EXPIRING(s, "exp_from", rows[i].from, "exp_to", rows[i].to);
		assert_reply(r, 200, "Command successful");
		assert_string_equal(at(r, "attributes.total"), rows[i].total);
		assert_string_equal(at(r, "attributes.remainder"), "0");
		assert_string_equal(at(r, "attributes.page"), "1");
		if (rows[i].first == NULL)
			assert_null(value_path(r, "attributes.exp_domains.0"));
		else
			assert_string_equal(at(r, "attributes.exp_domains.0.name"), rows[i].first);
	}
}

static void
test_each_name_tells_its_flags(void **state)
{
	struct shop *s = *state;

	stock(s);
	const struct value *r = EXPIRING(s, "exp_from", "2027-05-05", "exp_to", "2027-05-05");
	assert_string_equal(at(r, "attributes.exp_domains.1.name"), "three.com");
	assert_string_equal(at(r, "attributes.exp_domains.1.expiredate"), "2027-05-05 15:20:00");
	assert_string_equal(at(r, "attributes.exp_domains.1.f_auto_renew"), "Y");
	assert_string_equal(at(r, "attributes.exp_domains.1.f_let_expire"), "N");
	assert_string_equal(at(r, "attributes.exp_domains.0.f_auto_renew"), "N");
}

static void
test_pages_end_with_a_remainder_of_0(void **state)
{
	static const struct {
		const char *limit, *page, *remainder;
		size_t count;
	} rows[] = {
		{ "3", "1", "1", 3 },
		{ "3", "2", "0", 1 },
		{ "3", "3", "0", 0 },
		{ "4", "1", "0", 4 },
		{ "2", "2", "0", 2 },
		{ "1", "3", "1", 1 },
		{ "1000000", "1", "0", 4 },
		{ "1000000", "1000000", "0", 0 },
	};
	struct shop *s = *state;

	stock(s);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = EXPIRING(s, "exp_from", "2026-01-01", "exp_to",
		    "2030-01-01", "limit", rows[i].limit, "page", rows[i].page);
		assert_string_equal(at(r, "attributes.remainder"), rows[i].remainder);
		assert_string_equal(at(r, "attributes.total"), "4");
		assert_string_equal(at(r, "attributes.page"), rows[i].page);
		assert_int_equal(
		    value_count(value_path(r, "attributes.exp_domains")), rows[i].count);
	}
}

static void
test_forty_are_a_page(void **state)
{
	struct shop *s = *state;

	for (int i = 0; i < 41; i++)
		lab_register(s->lab, s->id, arena_printf(s->lab->a, "n%d.com", i), "Anna", "Ek",
		    "anna@ek.example");
	const struct value *r = EXPIRING(s, "exp_from", "2026-01-01", "exp_to", "2030-01-01");
	assert_int_equal(value_count(value_path(r, "attributes.exp_domains")), 40);
	assert_string_equal(at(r, "attributes.remainder"), "1");
}

static void
test_refusals_of_the_dates(void **state)
{
	static const struct slip_up rows[] = {
		{ "exp_from", NULL, 460, "Required field 'exp_from' not provided" },
		{ "exp_to", NULL, 460, "Required field 'exp_to' not provided" },
		{ "exp_from", "2026-02-30", 465, "Invalid data, error=<exp_from '2026-02-30'>" },
		{ "exp_from", "2026-2-3", 465, "Invalid data, error=<exp_from '2026-2-3'>" },
		{ "exp_to", "tomorrow", 465, "Invalid data, error=<exp_to 'tomorrow'>" },
		{ "exp_to", "20260-1-01", 465, "Invalid data, error=<exp_to '20260-1-01'>" },
		{ "limit", "0", 465, "Invalid data, error=<limit '0'>" },
		{ "limit", "1000001", 465, "Invalid data, error=<limit '1000001'>" },
		{ "page", "0", 465, "Invalid data, error=<page '0'>" },
	};

	shop_slips(*state, "GET_DOMAINS_BY_EXPIREDATE", "DOMAIN",
	    PAIRS("exp_from", "2026-01-01", "exp_to", "2026-12-31"), rows, COUNT_OF(rows));
}

static void
test_contacts_come_by_name(void **state)
{
	struct shop *s = *state;

	stock(s);
	const struct value *r = CONTACTS(s, "domain_list.0", "one.com", "domain_list.1",
	    "theirs.com", "domain_list.2", "FOUR.com", "domain_list.3", "free.com", "domain_list.4",
	    "one.com");
	assert_reply(r, 200, "Command successful");
	const struct value *all = value_get(r, "attributes");
	assert_int_equal(value_count(all), 4);
	const struct value *one = value_path(value_get(all, "one.com"), "contact_set");
	assert_int_equal(value_count(one), 4);
	assert_int_equal(value_count(value_get(one, "owner")), 13);
	assert_string_equal(value_path(one, "owner.first_name")->text, "Owen");
	assert_string_equal(value_path(one, "tech.email")->text, "support@shop.example");
	assert_non_null(value_get(value_get(all, "four.com"), "contact_set"));
	static const char *const foreign[] = { "theirs.com", "free.com" };
	for (size_t i = 0; i < COUNT_OF(foreign); i++)
		assert_string_equal(value_text(value_get(all, foreign[i]), "error"),
		    "Domain does not belong to the reseller shop");
}

static void
test_refusals_of_the_list(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain_list", NULL, 460, "Required field 'domain_list' not provided" },
		{ "domain_list", "one.com", 465, "Invalid data, error=<domain_list 'one.com'>" },
		{ "domain_list.0", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "domain_list.0.x", "y", 465, "Invalid domain syntax: " },
	};

	shop_slips(*state, "GET_DOMAINS_CONTACTS", "DOMAIN", PAIRS("domain_list.0", "one.com"),
	    rows, COUNT_OF(rows));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(both_days_count_whole),
		TEST(each_name_tells_its_flags),
		TEST(pages_end_with_a_remainder_of_0),
		TEST(forty_are_a_page),
		TEST(refusals_of_the_dates),
		TEST(contacts_come_by_name),
		TEST(refusals_of_the_list),
	};

	return cmocka_run_group_tests_name("get domains", tests, NULL, NULL);
}
