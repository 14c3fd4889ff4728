/* Ledger: the movements on the resellers' accounts, read in their order. */
#ifndef WORLD_MONEY_LEDGER_H
#define WORLD_MONEY_LEDGER_H

#include "world/world.h"

struct entry {
	int64_t id, reseller;
	int64_t order; /* 0: about none */
	instant at;
	int64_t amount, hold; /* cents that came, and that were held of them; less: negative */
	int64_t balance, held; /* of the account, afterwards */
	const char *what;
};

/* RESELLER 0: everybody's. */
size_t ledger_list(struct world *w, struct arena *a, int64_t reseller, int64_t since, size_t limit,
    struct entry *rows);
int64_t ledger_last(struct world *w); /* id of the newest entry; 0: none */

#endif
