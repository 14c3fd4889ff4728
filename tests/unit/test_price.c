/* Prices: by the longest TLD, so much a year. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "world/money/price.h"
#include "world/policy/rulebook.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

static const struct price list[] = {
	{ "co", "new", 2000, "fiction" },
	{ "co.uk", "new", 700, "fiction" },
	{ "co.uk", "renewal", 750, "fiction" },
	{ "com", "new", 1162, "fiction" },
	{ "com", "renewal", 1170, "fiction" },
	{ "com", "transfer", 1180, "fiction" },
};
static const struct tld tlds[] = { { "co", NULL, 0 }, { "co.uk", NULL, 0 }, { "com", NULL, 0 },
	{ "free", NULL, 0 }, { "uk", NULL, 0 } };
static const struct rulebook book = {
	.tlds = tlds, .tld_count = COUNT_OF(tlds), .prices = list, .price_count = COUNT_OF(list)
};

static void
the_price_is_the_longest_tlds(void **state)
{
	static const struct {
		const char *domain, *type;
		int years;
		int64_t cents; /* -1: none */
	} rows[] = {
		{ "a.com", "new", 1, 1162 },
		{ "a.com", "new", 2, 2324 },
		{ "a.com", "new", 10, 11620 },
		{ "a.com", "renewal", 1, 1170 },
		{ "a.com", "transfer", 1, 1180 },
		{ "a.b.com", "new", 1, 1162 },
		{ "a.co", "new", 1, 2000 },
		{ "a.co.uk", "new", 1, 700 },
		{ "a.co.uk", "renewal", 9, 6750 },
		{ "a.co.uk", "transfer", 1, -1 }, /* no price of its own, nor .uk's */
		{ "a.uk", "new", 1, -1 },
		{ "a.free", "new", 1, -1 },
		{ "a.nowhere", "new", 1, -1 },
		{ "com", "new", 1, -1 },
		{ "a.com", "gift", 1, -1 },
	};
	struct world w = { .rules = &book };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		int64_t cents = -1;
		bool priced = price_of(&w, rows[i].domain, rows[i].type, rows[i].years, &cents);
		assert_int_equal(cents, rows[i].cents);
		assert_int_equal(priced, rows[i].cents != -1);
	}
}

static void
every_tld_of_the_book_has_its_prices(void **state)
{
	static const char *const types[] = { "new", "renewal", "transfer" };
	const struct rulebook *r = rulebook_open(NULL);
	struct world w = { .rules = r };
	char domain[80];

	(void)state;
	assert_non_null(r);
	for (size_t i = 0; i < r->tld_count; i++)
		for (size_t t = 0; t < COUNT_OF(types); t++) {
			int64_t cents = 0;
			snprintf(domain, sizeof(domain), "example.%s", r->tlds[i].name);
			assert_true(price_of(&w, domain, types[t], 1, &cents));
			assert_true(cents > 0);
		}
	assert_int_equal(r->price_count, r->tld_count * COUNT_OF(types));
	rulebook_close(r);
}

/* The one figure that the vendor's own guide prints. */
static void
a_year_of_com_is_as_recorded(void **state)
{
	const struct rulebook *r = rulebook_open(NULL);
	struct world w = { .rules = r };
	int64_t cents;

	(void)state;
	assert_true(price_of(&w, "example.com", "new", 1, &cents));
	assert_int_equal(cents, 1162);
	rulebook_close(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_price_is_the_longest_tlds),
		cmocka_unit_test(every_tld_of_the_book_has_its_prices),
		cmocka_unit_test(a_year_of_com_is_as_recorded),
	};

	return cmocka_run_group_tests_name("price", tests, NULL, NULL);
}
