/* The table as data, and the agenda's way in. */
#include "world/flow/consent/inside.h"
#include "world/policy/policy.h"

#define THEN_same "same", NULL, RANK_ANY
#define THEN_nothing "nothing", NULL, RANK_ANY
#define THEN_ask "ask", &policy_consent_mail_delay, RANK_ANY
#define THEN_over "over", &policy_consent_window, RANK_ANY

static const struct transition rows[] = {
#define TRANSITION(from, event, guard, to, effect, then) \
	{ #from, #event, consent_##guard, #to, consent_##effect, THEN_##then, #guard, #effect },
#include "world/flow/consent/states.def"
#undef TRANSITION
};

const struct flow consent = {
	.name = "consent",
	.kind = &kind_consent,
	.rows = rows,
	.count = sizeof(rows) / sizeof(*rows),
	.load = consent_load,
	.save = consent_save,
	.changed = consent_changed,
	.since = consent_since,
};

void
on_consent(struct world *w, struct arena *a, const struct due *due)
{
	flow_fire(w, a, &consent, due);
}
