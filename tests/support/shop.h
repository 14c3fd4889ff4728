/*
 * A reseller who asks, and another one whose names are foreign: the state of a
 * test of commands.
 *
 *	struct shop *s = *state;
 *	REGISTER(s->lab, s->id, "domain", "ek.com");
 */
#ifndef TESTS_SUPPORT_SHOP_H
#define TESTS_SUPPORT_SHOP_H

#include "tests/support/ask.h"
#include "world/money/account.h"
#include "world/order/order.h"

struct shop {
	struct lab *lab; /* its clock shows 2026-05-04T15:20:00Z */
	int64_t id, other; /* "shop" and "other" */
};

/* cmocka's setup and teardown of one test. */
int shop_begin(void **state);
int shop_with_names(void **state); /* ek.com is its own, theirs.com the other's; for a year */
int shop_end(void **state);

/* A request that each row changes in one place, and what is said then. */
struct slip_up {
	const char *path, *value; /* as for request_set() */
	int code;
	const char *text;
};
void shop_slips(struct shop *s, const char *action, const char *object, const char *const *pairs,
    const struct slip_up *rows, size_t n);

/* Something goes wrong from now on, or nothing any more. */
#define FAULT(s, kind, ...) shop_fault((s), (kind), PAIRS(__VA_ARGS__))
void shop_fault(struct shop *s, const char *kind, const char *const *pairs);
void shop_mend(struct shop *s);

/* Of "shop". */
struct balance shop_money(struct shop *s);
void shop_set_money(struct shop *s, int64_t cents);

/* The settings of "shop", to be changed and saved. */
struct reseller shop_settings(struct shop *s);
void shop_set(struct shop *s, const struct reseller *r);

struct order shop_order(struct shop *s, int64_t id);
bool shop_registry(struct shop *s, int64_t order, const char *answer); /* registry_answer() */
void shop_books(struct shop *s); /* ledger and orders agree */

#endif
