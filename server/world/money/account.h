/*
 * Accounts: the only writer of the ledger.
 *
 * Money moves between two accounts in one row, so that every movement sums to
 * zero.  A row also carries what the first account has afterwards, and how much of
 * that is held: a balance is its newest row.  Amounts are cents.
 */
#ifndef WORLD_MONEY_ACCOUNT_H
#define WORLD_MONEY_ACCOUNT_H

#include "world/world.h"

struct balance {
	int64_t balance, held; /* held is part of balance */
};

void account_open(struct world *w, int64_t reseller, const char *name);
struct balance account_balance(struct world *w, int64_t reseller);

/* From the bank; negative takes it back. */
void account_deposit(struct world *w, int64_t reseller, int64_t amount, const char *what);

/* From the house: what was paid, or part of it.  It belongs to no order: the books
 * say of an order what it cost, and a deletion is another matter. */
void account_refund(struct world *w, int64_t reseller, int64_t amount, const char *what);

/* To the house.  False, and nothing moved, where less is available. */
bool
account_debit(struct world *w, int64_t reseller, int64_t amount, int64_t order, const char *what);

/* From one reseller to another, by way of an account of ours that is empty again
 * afterwards: two rows.  False, and nothing moved, where less is available. */
bool account_pay(
    struct world *w, struct arena *a, int64_t from, int64_t to, int64_t amount, const char *what);

/* Kept back for an order that waits.  False, and nothing is held, where less is
 * available.  Then what the order holds is paid, or free again. */
bool
account_hold(struct world *w, int64_t reseller, int64_t amount, int64_t order, const char *what);
void account_settle(struct world *w, int64_t reseller, int64_t order, const char *what);
void account_release(struct world *w, int64_t reseller, int64_t order, const char *what);

/* What an order costs its reseller now. */
struct order_money {
	int64_t held, debited;
};
struct order_money account_of_order(struct world *w, int64_t order);

const char *cents_text(struct arena *a, int64_t cents); /* 1162 -> "11.62" */
bool cents_parse(const char *text, int64_t *cents); /* "11.62", "11", "-3.5" */

#endif
