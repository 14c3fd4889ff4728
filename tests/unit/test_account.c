/* Accounts: money moves or it does not, and every movement sums to zero. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "store/store.h"
#include "tests/support/world.h"
#include "world/money/account.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

struct place {
	struct world w;
	struct arena *a;
};

static int
begin(void **state)
{
	static struct place p;

	p = (struct place){ .w = { .store = store_open_memory(NULL, 0), .now = 1000 } };
	p.a = arena_new();
	store_begin(p.w.store);
	for (int64_t reseller = 1; reseller <= 3; reseller++)
		account_open(&p.w, reseller, "shop");
	*state = &p;
	return 0;
}

static int
end(void **state)
{
	struct place *p = *state;

	assert_true(store_commit(p->w.store));
	store_close(p->w.store);
	arena_free(p->a);
	return 0;
}

static int64_t
number(struct query q)
{
	int64_t n = query_row(&q) ? row_int(&q, 0) : -1;

	query_end(&q);
	return n;
}

static int64_t
entries(struct world *w)
{
	return number(SQL(w->store, "SELECT count(*) FROM entry"));
}

static void
a_new_account_is_empty(void **state)
{
	struct place *p = *state;
	struct balance b = account_balance(&p->w, 1);

	assert_int_equal(b.balance, 0);
	assert_int_equal(b.held, 0);
}

static void
deposits_add_up_and_can_be_taken_back(void **state)
{
	struct place *p = *state;

	account_deposit(&p->w, 1, 100000, "opening balance");
	account_deposit(&p->w, 1, 50, "more");
	account_deposit(&p->w, 1, -1050, "taken back");
	assert_int_equal(account_balance(&p->w, 1).balance, 99000);
	assert_int_equal(account_balance(&p->w, 2).balance, 0);
	assert_int_equal(entries(&p->w), 3);
}

static void
a_debit_takes_what_is_there_and_no_more(void **state)
{
	static const struct {
		int64_t has, amount;
		bool goes;
	} rows[] = {
		{ 1162, 1161, true },
		{ 1162, 1162, true },
		{ 1162, 1163, false },
		{ 0, 1, false },
		{ 0, 0, true },
		{ -5, 0, false },
	};
	struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		account_deposit(&p->w, 1, rows[i].has - account_balance(&p->w, 1).balance, "set");
		int64_t before = entries(&p->w);
		assert_int_equal(
		    account_debit(&p->w, 1, rows[i].amount, (int64_t)i, "a.com"), rows[i].goes);
		assert_int_equal(entries(&p->w) - before, rows[i].goes);
		assert_int_equal(account_balance(&p->w, 1).balance,
		    rows[i].goes ? rows[i].has - rows[i].amount : rows[i].has);
	}
}

static void
a_debit_is_one_row_that_tells_all(void **state)
{
	struct place *p = *state;

	account_deposit(&p->w, 2, 2000, "opening balance");
	p->w.now = 4711;
	int64_t before = store_changes(p->w.store);
	assert_true(account_debit(&p->w, 2, 1162, 99, "new example.com"));
	/* and, this once, the account of the house */
	assert_int_equal(store_changes(p->w.store) - before, 2);
	assert_true(account_debit(&p->w, 2, 1, 100, "new example.com"));
	assert_int_equal(store_changes(p->w.store) - before, 3);
	assert_int_equal(
	    number(SQL(p->w.store,
		"SELECT count(*) FROM entry JOIN account mine ON mine.id = entry.account"
		" JOIN account house ON house.id = entry.counter"
		" WHERE at = 4711 AND mine.reseller = 2 AND house.name = 'house' AND amount = -1162"
		" AND balance = 838 AND held = 0 AND order_id = 99 AND what = 'new example.com'")),
	    1);
}

/* Held money is part of the balance and cannot be spent. */
static void
held_money_cannot_be_spent(void **state)
{
	struct place *p = *state;

	account_deposit(&p->w, 1, 1000, "in");
	assert_false(account_hold(&p->w, 1, 1001, 1, "too much"));
	assert_true(account_hold(&p->w, 1, 400, 1, "hold"));
	assert_int_equal(account_balance(&p->w, 1).held, 400);
	assert_int_equal(account_balance(&p->w, 1).balance, 1000);
	assert_false(account_debit(&p->w, 1, 601, 2, "too much"));
	assert_false(account_hold(&p->w, 1, 601, 2, "too much"));
	assert_true(account_debit(&p->w, 1, 600, 2, "the rest"));
	assert_int_equal(account_balance(&p->w, 1).balance, 400);
	assert_int_equal(account_balance(&p->w, 1).held, 400);
	assert_int_equal(account_balance(&p->w, 2).held, 0);
}

/* What is held for an order is paid or given back, and that of others stays. */
static void
a_hold_ends_in_one_of_two_ways(void **state)
{
	struct place *p = *state;

	account_deposit(&p->w, 1, 1000, "in");
	account_hold(&p->w, 1, 100, 1, "first");
	account_hold(&p->w, 1, 20, 2, "second");
	account_hold(&p->w, 1, 3, 3, "third");
	assert_int_equal(account_of_order(&p->w, 2).held, 20);
	int64_t before = entries(&p->w);
	account_settle(&p->w, 1, 2, "paid");
	account_release(&p->w, 1, 1, "given back");
	assert_int_equal(entries(&p->w) - before, 2);
	assert_int_equal(account_balance(&p->w, 1).balance, 980);
	assert_int_equal(account_balance(&p->w, 1).held, 3);
	static const struct order_money after[] = { { 0, 0 }, { 0, 20 }, { 3, 0 } };
	for (int64_t i = 0; i < 3; i++) {
		assert_int_equal(account_of_order(&p->w, i + 1).held, after[i].held);
		assert_int_equal(account_of_order(&p->w, i + 1).debited, after[i].debited);
	}
	/* one that was given back can be held again, and paid in the end */
	assert_true(account_hold(&p->w, 1, 100, 1, "once more"));
	account_settle(&p->w, 1, 1, "paid");
	assert_int_equal(account_of_order(&p->w, 1).debited, 100);
	assert_int_equal(account_balance(&p->w, 1).balance, 880);
}

static void
hold_twice(void *place)
{
	struct place *p = place;

	account_hold(&p->w, 1, 1, 1, "a");
	account_hold(&p->w, 1, 1, 1, "b");
}

static void
hold_for_nothing(void *place)
{
	account_hold(&((struct place *)place)->w, 1, 1, 0, "a");
}

static void
debit_twice(void *place)
{
	struct place *p = place;

	account_debit(&p->w, 1, 1, 1, "a");
	account_debit(&p->w, 1, 1, 1, "b");
}

static void
our_mistakes_are_not_booked(void **state)
{
	struct place *p = *state;

	account_deposit(&p->w, 1, 1000, "in");
	assert_true(aborts(hold_twice, p));
	assert_true(aborts(hold_for_nothing, p));
	assert_true(aborts(debit_twice, p));
}

/* A long walk with a generator of its own: the same each time. */
static void
the_ledger_adds_up(void **state)
{
	struct place *p = *state;
	int64_t mine[4] = { 0 }, refused = 0;
	uint64_t x = 1;

	for (int i = 0; i < 2000; i++) {
		x = x * UINT64_C(6364136223846793005) + 1;
		int64_t who = 1 + (int64_t)(x >> 33) % 3, amount = (int64_t)(x >> 40) % 5000;
		if (x >> 63) {
			account_deposit(&p->w, who, amount, "in");
			mine[who] += amount;
		} else if (account_debit(&p->w, who, amount, i, "out")) {
			mine[who] -= amount;
		} else {
			assert_true(amount > mine[who]);
			refused++;
		}
	}
	assert_true(refused > 0);
	for (int64_t who = 1; who <= 3; who++) {
		assert_int_equal(account_balance(&p->w, who).balance, mine[who]);
		assert_true(mine[who] >= 0);
	}
	/* each row's balance is the sum of the amounts up to it */
	assert_int_equal(
	    number(SQL(p->w.store,
		"SELECT count(*) FROM (SELECT balance, sum(amount) OVER"
		" (PARTITION BY account ORDER BY id) AS added FROM entry) WHERE balance <> added")),
	    0);
	/* what the resellers have and the house got is what the bank gave */
	assert_int_equal(number(SQL(p->w.store, "SELECT count(DISTINCT counter) FROM entry")), 2);
}

static void
amounts_are_written_and_read(void **state)
{
	static const struct {
		const char *text;
		int64_t cents;
		const char *again; /* NULL: the same */
	} good[] = {
		{ "11.62", 1162, NULL },
		{ "0.00", 0, NULL },
		{ "0.05", 5, NULL },
		{ "-0.05", -5, NULL },
		{ "-3.50", -350, NULL },
		{ "1000000.00", 100000000, NULL },
		{ "999999999999.99", INT64_C(99999999999999), NULL },
		{ "11", 1100, "11.00" },
		{ "11.6", 1160, "11.60" },
		{ "-0", 0, "0.00" },
		{ "007.10", 710, "7.10" },
	};
	static const char *const bad[] = { "", "-", ".", "1.", ".5", "1.234", "+1", "1,5", " 1",
		"1 ", "--1", "1e3", "0x10", "1000000000000", "abc", "1.-5", "1.5.5" };
	struct place *p = *state;
	int64_t cents;

	for (size_t i = 0; i < COUNT_OF(good); i++) {
		assert_true(cents_parse(good[i].text, &cents));
		assert_int_equal(cents, good[i].cents);
		assert_string_equal(
		    cents_text(p->a, cents), good[i].again != NULL ? good[i].again : good[i].text);
	}
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_false(cents_parse(bad[i], &cents));
	assert_string_equal(cents_text(p->a, INT64_MIN), "-92233720368547758.08");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_account_is_empty),
		TEST(deposits_add_up_and_can_be_taken_back),
		TEST(a_debit_takes_what_is_there_and_no_more),
		TEST(a_debit_is_one_row_that_tells_all),
		TEST(held_money_cannot_be_spent),
		TEST(a_hold_ends_in_one_of_two_ways),
		TEST(our_mistakes_are_not_booked),
		TEST(the_ledger_adds_up),
		TEST(amounts_are_written_and_read),
	};

	return cmocka_run_group_tests_name("account", tests, NULL, NULL);
}
