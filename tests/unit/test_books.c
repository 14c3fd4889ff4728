/* Books: they balance whatever happens to orders, and whoever cooks them is caught. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "tests/support/shop.h"
#include "world/money/books.h"

/* Orders 1 to 5: completed at once, pending, waiting, declined, completed late. */
static void
do_business(struct shop *s)
{
	REGISTER(s->lab, s->id, "domain", "one.com");
	REGISTER(s->lab, s->id, "domain", "two.com", "handle", "save");
	FAULT(s, "registry_delay", end_of_pairs);
	REGISTER(s->lab, s->id, "domain", "three.com");
	REGISTER(s->lab, s->id, "domain", "four.com");
	REGISTER(s->lab, s->id, "domain", "five.com");
	assert_true(shop_registry(s, 4, "reject"));
	assert_true(shop_registry(s, 5, "accept"));
	shop_mend(s);
	lab_begin(s->lab);
	assert_true(account_pay(&s->lab->w, s->lab->a, s->other, s->id, 500, "test"));
	lab_end(s->lab);
}

static void
test_they_balance(void **state)
{
	static const struct {
		const char *status;
		int64_t held, debited;
	} rows[] = {
		{ "completed", 0, 1162 },
		{ "pending", 0, 0 },
		{ "waiting", 1162, 0 },
		{ "declined", 0, 0 },
		{ "completed", 0, 1162 },
	};
	struct shop *s = *state;
	int64_t before = shop_money(s).balance;

	do_business(s);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		int64_t id = (int64_t)i + 1;
		assert_string_equal(shop_order(s, id).status, rows[i].status);
		lab_begin(s->lab);
		struct order_money m = account_of_order(&s->lab->w, id);
		assert_true(books_fit(&s->lab->w, id));
		lab_end(s->lab);
		assert_int_equal(m.held, rows[i].held);
		assert_int_equal(m.debited, rows[i].debited);
	}
	assert_int_equal(shop_money(s).held, 1162);
	assert_int_equal(shop_money(s).balance, before - 2 * 1162 + 500);
	shop_books(s);
}

/* What each does to the rows, what is said then, and which order it concerns. */
static const struct {
	const char *sql, *says;
	int64_t order; /* 0: none, or it needs all rows */
} crimes[] = {
	{ "UPDATE orders SET status = 'declined' WHERE id = 1",
	    "order 1: declined at 1162 holds 0 and paid 1162", 1 },
	{ "UPDATE orders SET status = 'completed' WHERE id = 2",
	    "order 2: completed at 1162 holds 0 and paid 0", 2 },
	{ "UPDATE orders SET status = 'cancelled' WHERE id = 3",
	    "order 3: cancelled at 1162 holds 1162 and paid 0", 3 },
	{ "UPDATE orders SET status = 'waiting' WHERE id = 4",
	    "order 4: waiting at 1162 holds 0 and paid 0", 4 },
	{ "UPDATE orders SET status = 'processed' WHERE id = 4",
	    "order 4: processed at 1162 holds 0 and paid 0", 4 },
	{ "UPDATE orders SET price = 1161 WHERE id = 3",
	    "order 3: waiting at 1161 holds 1162 and paid 0", 3 },
	{ "UPDATE orders SET price = 1163 WHERE id = 5",
	    "order 5: completed at 1163 holds 0 and paid 1162", 5 },
	{ "UPDATE orders SET reseller = 2 WHERE id = 1", "not the account of the reseller", 0 },
	{ "UPDATE entry SET balance = balance + 1 WHERE order_id = 1",
	    "balance is not the sum of the amounts", 0 },
	{ "UPDATE entry SET held = held + 1 WHERE order_id = 3",
	    "what is held is not the sum of the holds", 0 },
	{ "UPDATE entry SET counter = (SELECT id FROM account WHERE name = 'bank')"
	  " WHERE what = 'paid: test'",
	    "holds -500 that was paid and never received", 0 },
	{ "UPDATE entry SET counter = account WHERE order_id = 1",
	    "a movement between an account and itself", 0 },
};

static void
test_whoever_cooks_them_is_caught(void **state)
{
	struct shop *s = *state;

	do_business(s);
	for (size_t i = 0; i < COUNT_OF(crimes); i++) {
		lab_begin(s->lab);
		struct query q = store_query(s->lab->w.store, crimes[i].sql);
		query_run(&q);
		const char *wrong = books_objection(&s->lab->w, s->lab->a);
		if (wrong == NULL || strstr(wrong, crimes[i].says) == NULL)
			fail_msg("%s: %s", crimes[i].sql, wrong == NULL ? "nothing" : wrong);
		for (int64_t id = 1; id <= 5; id++)
			assert_int_equal(books_fit(&s->lab->w, id), id != crimes[i].order);
		lab_refuse(s->lab);
	}
	shop_books(s);
}

static void
test_an_order_that_is_not_there_does_not_fit(void **state)
{
	struct shop *s = *state;

	lab_begin(s->lab);
	assert_false(books_fit(&s->lab->w, 1));
	lab_end(s->lab);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, shop_begin, shop_end)
	const struct CMUnitTest tests[] = {
		TEST(they_balance),
		TEST(whoever_cooks_them_is_caught),
		TEST(an_order_that_is_not_there_does_not_fit),
	};

	return cmocka_run_group_tests_name("books", tests, NULL, NULL);
}
