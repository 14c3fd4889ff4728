#include "world/party/rate.h"

#include "store/store.h"
#include "world/policy/policy.h"

struct window {
	instant opened;
	int64_t commands;
};

static struct window
load(struct world *w, int64_t reseller)
{
	struct window open = { 0 };
	struct query q = SQL(
	    w->store, "SELECT opened, commands FROM rate WHERE reseller = :reseller");

	bind_int(&q, ":reseller", reseller);
	if (query_row(&q))
		open = (struct window){ row_int(&q, 0), row_int(&q, 1) };
	query_end(&q);
	return open;
}

static void
save(struct world *w, int64_t reseller, const struct window *open)
{
	struct query q = SQL(w->store,
	    "INSERT INTO rate (reseller, opened, commands) VALUES (:reseller, :opened, :commands)"
	    " ON CONFLICT (reseller) DO UPDATE SET opened = :opened, commands = :commands");

	bind_int(&q, ":reseller", reseller);
	bind_int(&q, ":opened", open->opened);
	bind_int(&q, ":commands", open->commands);
	query_run(&q);
}

bool
rate_take(struct world *w, int64_t reseller)
{
	int64_t most = policy_number(w, &policy_rate_commands);

	if (most == 0)
		return true;
	struct window open = load(w, reseller);
	if (open.commands == 0 || w->now >= open.opened + policy_seconds(w, &policy_rate_window))
		open = (struct window){ .opened = w->now };
	if (open.commands >= most)
		return false;
	open.commands++;
	save(w, reseller, &open);
	store_keep(w->store);
	return true;
}
