/* The ledger: what came to the resellers' accounts, was held of them and left. */
#include "world/money/ledger.h"

#include "base/arena.h"
#include "wire/api/api.h"
#include "world/money/account.h"
#include "world/party/reseller.h"

const struct field shape_ledger_filter[] = { MAY("user", TEXT), SHAPE_END };

const struct field shape_entry[] = {
	HAS("id", INTEGER),
	HAS("at", INSTANT),
	HAS("reseller", TEXT),
	HAS_OR_NULL("order", INTEGER),
	HAS("what", TEXT),
	HAS("amount", AMOUNT), /* what came; what left is negative */
	HAS("hold", AMOUNT), /* what is held from now on; what is free again is negative */
	HAS("balance", AMOUNT), /* afterwards */
	HAS("held", AMOUNT), /* part of the balance */
	SHAPE_END,
};

static json_t *
entry_json(struct call *c, const struct entry *e)
{
	struct reseller r;

	return json_pack("{s:I, s:o, s:s, s:o, s:s, s:s, s:s, s:s, s:s}", "id", (json_int_t)e->id,
	    "at", json_instant(e->at), "reseller",
	    reseller_load(c->world, c->arena, e->reseller, &r) ? r.name : "", "order",
	    e->order == 0 ? json_null() : json_integer(e->order), "what", e->what, "amount",
	    cents_text(c->arena, e->amount), "hold", cents_text(c->arena, e->hold), "balance",
	    cents_text(c->arena, e->balance), "held", cents_text(c->arena, e->held));
}

static int64_t
fill(struct call *c, int64_t since, size_t limit, json_t *items)
{
	struct reseller r = { 0 };
	const char *user = call_query(c, "user");
	struct entry *rows = NEW_ARRAY(c->arena, struct entry, limit);

	if (user != NULL)
		(void)find_reseller(c, user, &r);
	size_t n = ledger_list(c->world, c->arena, r.id, since, limit, rows);
	for (size_t i = 0; i < n; i++)
		json_array_append_new(items, entry_json(c, &rows[i]));
	return n == 0 ? since : rows[n - 1].id;
}

static int64_t
last(struct call *c)
{
	return ledger_last(c->world);
}

const struct problem *
api_ledger(struct call *c)
{
	struct reseller r;
	const char *user = call_query(c, "user");
	const struct problem *p = user == NULL ? NULL : find_reseller(c, user, &r);

	return p != NULL ? p : list(c, &(struct listing){ fill, last });
}
