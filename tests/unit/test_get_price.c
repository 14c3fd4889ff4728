/* get_price: what a name would cost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/shop.h"

static void
test_a_price_is_of_a_type_and_a_period(void **state)
{
	static const struct {
		const char *domain, *type, *period, *price;
	} rows[] = {
		{ "ek.com", NULL, NULL, "11.62" },
		{ "ek.com", "new", "1", "11.62" },
		{ "EK.com", "new", "2", "23.24" },
		{ "ek.com", "new", "10", "116.20" },
		{ "ek.net", "new", "1", "12.62" },
		{ "ek.net", "renewal", "1", "13.12" },
		{ "ek.net", "renewal", "3", "39.36" },
		{ "ek.net", "transfer", "1", "12.62" },
		{ "ek.co.uk", "new", "1", "21.25" },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = ASK(s->lab, s->id, "get_price", "domain", "domain",
		    rows[i].domain, "reg_type", rows[i].type, "period", rows[i].period);
		assert_reply(r, 200, "Command Successful");
		assert_string_equal(at(r, "attributes.price"), rows[i].price);
		assert_int_equal(value_count(value_get(r, "attributes")), 1);
	}
}

static void
test_all_periods_come_by_year(void **state)
{
	static const char *const ways[] = { "all_periods", "all" };
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		const struct value *r = ASK(s->lab, s->id, "get_price", "domain", "domain",
		    "ek.com", "period", "2", ways[i], "1");
		assert_string_equal(at(r, "attributes.price"), "23.24");
		assert_int_equal(value_count(value_path(r, "attributes.prices")), 10);
		assert_string_equal(at(r, "attributes.prices.1"), "11.62");
		assert_string_equal(at(r, "attributes.prices.10"), "116.20");
	}
	const struct value *r = ASK(s->lab, s->id, "get_price", "domain", "domain", "ek.com",
	    "reg_type", "transfer", "all_periods", "1");
	assert_int_equal(value_count(value_path(r, "attributes.prices")), 1);
}

static void
test_a_premium_name_has_a_price_of_its_own(void **state)
{
	static const struct {
		const char *domain, *type, *price, *group; /* group "-": it is no premium name */
	} rows[] = {
		{ "coffee.shop", NULL, "750.00", "tier-2" },
		{ "Coffee.SHOP", "premium", "750.00", "tier-2" },
		{ "coffee.shop", "renewal", "19.50", "tier-2" },
		{ "diamonds.com", "new", "250000.00", NULL },
		{ "gold.com", "new", "80.50", NULL },
		{ "wine.club", "new", "19.50", "-" },
		{ "tea.shop", "new", "19.00", "-" },
	};
	struct shop *s = *state;

	lab_policy(s->lab, "premium.gold.com", "80.50");
	lab_policy(s->lab, "premium.wine.club", "no");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct value *r = ASK(s->lab, s->id, "get_price", "domain", "domain",
		    rows[i].domain, "reg_type", rows[i].type);
		bool premium = rows[i].group == NULL || *rows[i].group != '-';
		const char *group = at(r, "attributes.registry_premium_group");
		assert_string_equal(at(r, "attributes.price"), rows[i].price);
		assert_int_equal(at(r, "attributes.is_registry_premium") != NULL, premium);
		assert_int_equal(group != NULL, premium && rows[i].group != NULL);
		if (group != NULL)
			assert_string_equal(group, rows[i].group);
	}
}

static void
test_refusals(void **state)
{
	static const struct slip_up rows[] = {
		{ "domain", NULL, 460, "Required field 'domain' not provided" },
		{ "domain", "a..b", 465, "Invalid domain syntax: a..b" },
		{ "domain", "www.ek.com", 465, "Invalid domain syntax: www.ek.com" },
		{ "domain", "ek.nosuch", 701, "Domain 'ek.nosuch' is of no TLD that is serviced" },
		{ "period", "0", 465, "Invalid data, error=<period '0'>" },
		{ "period", "11", 465, "Invalid data, error=<period '11'>" },
		{ "period", "x", 465, "Invalid data, error=<period 'x'>" },
		{ "reg_type", "premium", 465, "Invalid data, error=<reg_type of another name>" },
		{ "reg_type", "trade", 465, "Invalid data, error=<reg_type 'trade'>" },
		{ "all_periods", "2", 465, "Invalid data, error=<all_periods '2'>" },
		{ "all", "2", 465, "Invalid data, error=<all '2'>" },
	};

	shop_slips(*state, "GET_PRICE", "DOMAIN", PAIRS("domain", "ek.com"), rows, COUNT_OF(rows));
}

/* What is sold for a year at most has no price for two; a transfer is for one. */
static void
test_what_is_not_sold_has_no_price(void **state)
{
	static const struct {
		const char *domain, *type, *period;
		int code;
	} rows[] = {
		{ "ek.de", "new", "1", 200 },
		{ "ek.de", "new", "2", 465 },
		{ "ek.com", "transfer", "1", 200 },
		{ "ek.com", "transfer", "2", 465 },
	};
	struct shop *s = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(
		    code_of(ASK(s->lab, s->id, "get_price", "domain", "domain", rows[i].domain,
			"reg_type", rows[i].type, "period", rows[i].period)),
		    rows[i].code);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(a_price_is_of_a_type_and_a_period),
		TEST(all_periods_come_by_year),
		TEST(a_premium_name_has_a_price_of_its_own),
		TEST(refusals),
		TEST(what_is_not_sold_has_no_price),
	};

	return cmocka_run_group_tests_name("get price", tests, NULL, NULL);
}
