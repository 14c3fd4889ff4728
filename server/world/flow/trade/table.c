/* The table as data, and the agenda's way in. */
#include "world/flow/trade/inside.h"

#define THEN_same "same", NULL, RANK_ANY
#define THEN_nothing "nothing", NULL, RANK_ANY

static const struct transition rows[] = {
#define TRANSITION(from, event, guard, to, effect, then) \
	{ #from, #event, trade_##guard, #to, trade_##effect, THEN_##then, #guard, #effect },
#include "world/flow/trade/states.def"
#undef TRANSITION
};

const struct flow trading = {
	.name = "trade",
	.kind = &kind_trade,
	.rows = rows,
	.count = sizeof(rows) / sizeof(*rows),
	.load = trade_episode,
	.save = trade_save,
	.changed = trade_changed,
};

void
on_trade(struct world *w, struct arena *a, const struct due *due)
{
	flow_fire(w, a, &trading, due);
}
