/* The table as data, and the agenda's way in. */
#include "world/flow/transfer/inside.h"

#define THEN_same "same", NULL, RANK_ANY
#define THEN_nothing "nothing", NULL, RANK_ANY

static const struct transition rows[] = {
#define TRANSITION(from, event, guard, to, effect, then) \
	{ #from, #event, transfer_##guard, #to, transfer_##effect, THEN_##then, #guard, #effect },
#include "world/flow/transfer/states.def"
#undef TRANSITION
};

const struct flow transferring = {
	.name = "transfer",
	.kind = &kind_transfer,
	.rows = rows,
	.count = sizeof(rows) / sizeof(*rows),
	.load = transfer_episode,
	.save = transfer_save,
	.changed = transfer_changed,
};

void
on_transfer(struct world *w, struct arena *a, const struct due *due)
{
	flow_fire(w, a, &transferring, due);
}
