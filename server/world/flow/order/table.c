/* The table as data, and the agenda's way in. */
#include "world/flow/order/inside.h"
#include "world/policy/policy.h"

#define THEN_same "same", NULL, RANK_ANY
#define THEN_nothing "nothing", NULL, RANK_ANY
#define THEN_aged "aged", &policy_pending_days, RANK_ANY

static const struct transition rows[] = {
#define TRANSITION(from, event, guard, to, effect, then) \
	{ #from, #event, order_##guard, #to, order_##effect, THEN_##then, #guard, #effect },
#include "world/flow/order/states.def"
#undef TRANSITION
};

const struct flow ordering = {
	.name = "order",
	.kind = &kind_order,
	.rows = rows,
	.count = sizeof(rows) / sizeof(*rows),
	.load = order_episode,
	.save = order_episode_save,
	.changed = order_changed,
};

void
on_order(struct world *w, struct arena *a, const struct due *due)
{
	flow_fire(w, a, &ordering, due);
}
