/* The guards and effects that states.def names, but for the mails. */
#include "base/arena.h"
#include "world/flow/trade/inside.h"
#include "world/flow/verification/verification.h"
#include "world/name/agent.h"
#include "world/notice/event.h"

static const struct trade *
trade_in(const struct step *s)
{
	return (const struct trade *)s->episode;
}

struct contact
trade_owner(struct arena *a, const char *contacts)
{
	return contacts_parse(a, contacts).of[OWNER];
}

bool
trade_always(struct step *s)
{
	(void)s;
	return true;
}

bool
trade_agent_approves(struct step *s)
{
	struct term t;

	return term_load(s->w, s->a, trade_in(s)->term, &t) && agent_approves(s->w, s->a, &t);
}

void
trade_nothing_more(struct step *s)
{
	(void)s;
}

static void
tell(struct step *s, const struct term *t, const char *status)
{
	const struct variable data[] = {
		{ "domain_id", arena_printf(s->a, "%" PRId64, t->id) },
		{ "domain_name", t->name },
		{ "trade_status", status },
		{ NULL, NULL },
	};

	event_add(s->w, s->a, t->reseller, "DOMAIN", "ICANN_TRADE_STATUS_CHANGE", data);
}

/* What is told before the new state: an answer is a status of its own. */
static const struct {
	const char *event, *to, *told[3];
} answers[] = {
	{ "begin", "pending_new_registrant", { "initiated" } },
	{ "begin", "completed",
	    { "initiated", "new_registrant_approved_by_da", "current_registrant_approved_by_da" } },
	{ "approve", "pending_current_registrant", { "new_registrant_approved" } },
	{ "approve", "completed", { "current_registrant_approved" } },
};

void
trade_changed(struct step *s)
{
	struct term t;

	if (!term_load(s->w, s->a, trade_in(s)->term, &t))
		return; /* only a fault can hide the row */
	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++)
		if (strcmp(answers[i].event, s->event) == 0 &&
		    strcmp(answers[i].to, s->episode->state) == 0)
			for (size_t k = 0; k < 3 && answers[i].told[k] != NULL; k++)
				tell(s, &t, answers[i].told[k]);
	tell(s, &t, s->episode->state);
}

/* Both have agreed.  The other contacts are as they are by now. */
void
trade_hand_over(struct step *s)
{
	struct term t;

	if (!term_load(s->w, s->a, trade_in(s)->term, &t))
		return;
	struct contact_set set = contacts_parse(s->a, t.contacts);
	const struct contact before = set.of[OWNER];
	set.of[OWNER] = trade_owner(s->a, trade_in(s)->owner);
	t.contacts = contacts_text(s->a, &set);
	term_save(s->w, &t);
	verification_contacts_changed(s->w, s->a, &t, &before);
	trade_confirm(s, &before, &t);
}
