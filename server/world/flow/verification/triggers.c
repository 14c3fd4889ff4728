/* What sets this flow going from outside: commands, operators, bounces. */
#include "world/flow/verification/inside.h"
#include "world/policy/policy.h"

/* Q9; and the switch for what the vendor's newer pages add. */
static bool
in_scope(struct world *w, struct arena *a, const struct term *t)
{
	if (t->reseller == 0)
		return false;
	const char *process = policy_of_tld(w, a, t->name, "process");
	if (process != NULL && strcmp(process, "verification") == 0)
		return true;
	const char *nis2 = policy_of_tld(w, a, t->name, "nis2");
	return policy_on(w, &policy_nis2) && nis2 != NULL && strcmp(nis2, "yes") == 0;
}

static void
start(struct world *w, struct arena *a, const struct term *t)
{
	verification_start(
	    w, a, t, (struct inheritance){ .started = w->now, .told = "unverified" });
}

/* Names from before the process existed are left alone (Q13). */
void
verification_begin(struct world *w, struct arena *a, const struct term *t)
{
	if (in_scope(w, a, t) && t->created >= policy_instant(w, &policy_since))
		start(w, a, t);
}

/* Any change wakes an unverified name (Q11); nothing did before there was such
 * a thing as verification. */
void
verification_contacts_changed(
    struct world *w, struct arena *a, const struct term *t, const struct contact *before)
{
	struct verification *v = verification_present(w, a, t->id);
	struct contact_set now = contacts_parse(a, t->contacts);
	struct owner old = owner_of(a, before), new = owner_of(a, &now.of[OWNER]);

	if (v != NULL)
		flow_step(w, a, &verification, &v->episode,
		    owner_same(w, &old, &new) ? "contact_changed" : "owner_changed");
	else if (in_scope(w, a, t) && w->now >= policy_instant(w, &policy_since))
		start(w, a, t);
}

static bool
tell(struct world *w, struct arena *a, const struct term *t, const char *event)
{
	struct verification *v = verification_present(w, a, t->id);

	return v != NULL && flow_step(w, a, &verification, &v->episode, event);
}

bool
verification_resend(struct world *w, struct arena *a, const struct term *t)
{
	return tell(w, a, t, "resend");
}

void
verification_left(struct world *w, struct arena *a, const struct term *t)
{
	tell(w, a, t, "leave");
}

/* Only mails to the owner say something about the owner's address. */
void
verification_bounced(struct world *w, struct arena *a, const struct mail *m)
{
	struct episode *e;

	if (strncmp(m->type, "verification.", 13) != 0 ||
	    strcmp(m->type, "verification.warning") == 0)
		return;
	e = verification_load(w, a, m->episode);
	if (e != NULL)
		flow_step(w, a, &verification, e, "bounce");
}

bool
verification_decide(struct world *w, struct arena *a, const struct term *t, const char *decision)
{
	static const struct {
		const char *decision, *event;
	} decisions[] = {
		{ "admin_reviewing", "review" },
		{ "verified", "accept" },
		{ "suspended", "reject" },
	};

	for (size_t i = 0; i < sizeof(decisions) / sizeof(*decisions); i++)
		if (strcmp(decisions[i].decision, decision) == 0)
			return tell(w, a, t, decisions[i].event);
	return false;
}
