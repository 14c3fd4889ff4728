#include "world/money/account.h"

#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"

/* The counterparts of every reseller: where money comes from and goes to, and
 * what it passes on its way from one to another. */
#define BANK "bank"
#define HOUSE "house"
#define CLEARING "clearing"

struct state {
	int64_t account; /* 0: only after a fault */
	struct balance is;
};

static int64_t
insert_account(struct world *w, int64_t reseller, const char *name)
{
	struct query q = SQL(
	    w->store, "INSERT INTO account (reseller, name) VALUES (NULLIF(:reseller, 0), :name)");

	bind_int(&q, ":reseller", reseller);
	bind_text(&q, ":name", name);
	return query_run(&q);
}

/* Made when it is needed first. */
static int64_t
account_of_ours(struct world *w, const char *name)
{
	struct query q = SQL(w->store,
	    "SELECT id FROM account WHERE reseller IS NULL AND name = :name ORDER BY id LIMIT 1");

	bind_text(&q, ":name", name);
	int64_t id = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return id != 0 ? id : insert_account(w, 0, name);
}

void
account_open(struct world *w, int64_t reseller, const char *name)
{
	must(reseller != 0);
	insert_account(w, reseller, name);
}

/* What the newest row of the reseller's account says. */
static struct state
state_of(struct world *w, int64_t reseller)
{
	struct query q = SQL(w->store,
	    "SELECT account.id, coalesce(entry.balance, 0), coalesce(entry.held, 0)"
	    " FROM account LEFT JOIN entry ON entry.account = account.id"
	    " WHERE account.reseller = :reseller ORDER BY entry.id DESC LIMIT 1");
	struct state s = { 0 };

	bind_int(&q, ":reseller", reseller);
	if (query_row(&q))
		s = (struct state){ row_int(&q, 0), { row_int(&q, 1), row_int(&q, 2) } };
	query_end(&q);
	must(s.account != 0 || store_fault(w->store) != NULL);
	return s;
}

struct balance
account_balance(struct world *w, int64_t reseller)
{
	return state_of(w, reseller).is;
}

struct movement {
	const char *counter; /* BANK, HOUSE, CLEARING */
	int64_t amount, hold; /* what comes to the account, and to what is held of it */
	int64_t order;
	const char *what;
};

static void
move(struct world *w, const struct state *before, const struct movement *m)
{
	struct query q = SQL(w->store,
	    "INSERT INTO entry (at, account, counter, amount, hold, balance, held, order_id, what)"
	    " VALUES (:at, :account, :counter, :amount, :hold, :balance, :held,"
	    " NULLIF(:order, 0), :what)");

	must(before->is.held + m->hold >= 0);
	bind_int(&q, ":at", w->now);
	bind_int(&q, ":account", before->account);
	bind_int(&q, ":counter", account_of_ours(w, m->counter));
	bind_int(&q, ":amount", m->amount);
	bind_int(&q, ":hold", m->hold);
	bind_int(&q, ":balance", before->is.balance + m->amount);
	bind_int(&q, ":held", before->is.held + m->hold);
	bind_int(&q, ":order", m->order);
	bind_text(&q, ":what", m->what);
	query_run(&q);
}

void
account_deposit(struct world *w, int64_t reseller, int64_t amount, const char *what)
{
	struct state before = state_of(w, reseller);

	move(w, &before, &(struct movement){ BANK, amount, 0, 0, what });
}

void
account_refund(struct world *w, int64_t reseller, int64_t amount, const char *what)
{
	struct state before = state_of(w, reseller);

	must(amount > 0);
	move(w, &before, &(struct movement){ HOUSE, amount, 0, 0, what });
}

bool
account_debit(struct world *w, int64_t reseller, int64_t amount, int64_t order, const char *what)
{
	struct state before = state_of(w, reseller);

	must(amount >= 0);
	if (before.is.balance - before.is.held < amount)
		return false;
	move(w, &before, &(struct movement){ HOUSE, -amount, 0, order, what });
	return true;
}

bool
account_pay(
    struct world *w, struct arena *a, int64_t from, int64_t to, int64_t amount, const char *what)
{
	struct state payer = state_of(w, from), payee = state_of(w, to);

	must(amount >= 0 && from != to);
	if (payer.is.balance - payer.is.held < amount)
		return false;
	const char *gone = arena_printf(a, "paid: %s", what);
	const char *come = arena_printf(a, "received: %s", what);
	move(w, &payer, &(struct movement){ CLEARING, -amount, 0, 0, gone });
	move(w, &payee, &(struct movement){ CLEARING, amount, 0, 0, come });
	return true;
}

bool
account_hold(struct world *w, int64_t reseller, int64_t amount, int64_t order, const char *what)
{
	struct state before = state_of(w, reseller);

	must(amount >= 0 && order != 0);
	must(account_of_order(w, order).held == 0);
	if (before.is.balance - before.is.held < amount)
		return false;
	move(w, &before, &(struct movement){ HOUSE, 0, amount, order, what });
	return true;
}

void
account_settle(struct world *w, int64_t reseller, int64_t order, const char *what)
{
	struct state before = state_of(w, reseller);
	int64_t held = account_of_order(w, order).held;

	move(w, &before, &(struct movement){ HOUSE, -held, -held, order, what });
}

void
account_release(struct world *w, int64_t reseller, int64_t order, const char *what)
{
	struct state before = state_of(w, reseller);
	int64_t held = account_of_order(w, order).held;

	move(w, &before, &(struct movement){ HOUSE, 0, -held, order, what });
}

static int64_t
held_for(struct world *w, int64_t order)
{
	struct query q = SQL(w->store,
	    "SELECT coalesce(sum(hold), 0) FROM entry WHERE order_id = :order AND hold <> 0");

	bind_int(&q, ":order", order);
	int64_t held = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return held;
}

static int64_t
debited_for(struct world *w, int64_t order)
{
	struct query q = SQL(w->store,
	    "SELECT coalesce(sum(-amount), 0) FROM entry WHERE order_id = :order AND amount < 0");

	bind_int(&q, ":order", order);
	int64_t debited = query_row(&q) ? row_int(&q, 0) : 0;
	query_end(&q);
	return debited;
}

struct order_money
account_of_order(struct world *w, int64_t order)
{
	return (struct order_money){ held_for(w, order), debited_for(w, order) };
}
