/* What the API says of a name, and what the link in a mail leads to. */
#include "world/flow/verification/inside.h"
#include "world/policy/policy.h"
#include "world/reference.h"

instant
verification_deadline(struct world *w, const struct verification *v, const struct due *planned)
{
	instant due;

	if (v->suspended != 0)
		return v->suspended;
	if (planned != NULL &&
	    flow_foresee(w, &verification, &v->episode, planned, "suspension", &due))
		return due;
	return policy_due(w, &policy_suspension, v->episode.started);
}

/* Timers rest in a manual review: nobody can say what day it is. */
static bool
counts_days(const char *state)
{
	return strcmp(state, "pending") == 0 || strcmp(state, "verifying") == 0 ||
	       strcmp(state, "suspended") == 0;
}

struct verification_status
verification_status(struct world *w, struct arena *a, const struct term *t)
{
	struct verification *v = verification_present(w, a, t->id);

	if (v == NULL)
		return (struct verification_status){ .status = "unverified" };
	struct verification_status s = {
		.status = v->episode.state,
		.running = counts_days(v->episode.state),
		.started = v->episode.started,
		.bounced = v->bounced,
	};
	if (s.running) {
		struct due next;
		bool waits = planned(w, a, &kind_verification, v->episode.id, &next);
		s.deadline = verification_deadline(w, v, waits ? &next : NULL);
		/* To the last day on which a click is early enough, the one before. */
		s.days_to_suspend = batch_days(policy_batch_zone(w), w->now, s.deadline) - 1;
	}
	return s;
}

static struct verification *
run_behind(struct world *w, struct arena *a, const char *token)
{
	int64_t id;

	if (!reference_id(w, a, "verify", token, &id))
		return NULL;
	return (struct verification *)verification_load(w, a, id);
}

struct verification_page
verification_look(struct world *w, struct arena *a, const char *token)
{
	struct verification *v = run_behind(w, a, token);

	if (v == NULL)
		return (struct verification_page){ .link = LINK_DEAD };
	struct verification_page page = {
		.link = LINK_DEAD,
		.domain = v->episode.label,
		.first_name = v->owner.first_name,
		.last_name = v->owner.last_name,
		.email = v->owner.email,
		.reseller = v->reseller,
	};
	if (flow_listens(&verification, v->episode.state, "click"))
		page.link = LINK_OPEN;
	else if (strcmp(v->episode.state, "verified") == 0)
		page.link = LINK_DONE;
	return page;
}

bool
verification_click(struct world *w, struct arena *a, const char *token)
{
	struct verification *v = run_behind(w, a, token);

	return v != NULL && flow_step(w, a, &verification, &v->episode, "click");
}
