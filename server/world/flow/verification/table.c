/* The table as data, and the agenda's way in. */
#include "world/flow/verification/inside.h"
#include "world/policy/policy.h"

#define THEN_same "same", NULL, RANK_ANY
#define THEN_nothing "nothing", NULL, RANK_ANY
#define THEN_hand_over "hand_over", &policy_mail_delay, RANK_ANY
#define THEN_reminder_1 "reminder_1", &policy_reminder_1, RANK_REMINDER
#define THEN_reminder_2 "reminder_2", &policy_reminder_2, RANK_REMINDER
#define THEN_reminder_3 "reminder_3", &policy_reminder_3, RANK_REMINDER
#define THEN_suspension "suspension", &policy_suspension, RANK_SUSPENSION

static const struct transition rows[] = {
#define TRANSITION(from, event, guard, to, effect, then) \
	{ #from, #event, verification_##guard, #to, verification_##effect, THEN_##then, #guard, \
		#effect },
#include "world/flow/verification/states.def"
#undef TRANSITION
};

const struct flow verification = {
	.name = "verification",
	.kind = &kind_verification,
	.rows = rows,
	.count = sizeof(rows) / sizeof(*rows),
	.load = verification_load,
	.save = verification_save,
	.changed = verification_changed,
};

void
on_verification(struct world *w, struct arena *a, const struct due *due)
{
	flow_fire(w, a, &verification, due);
}
