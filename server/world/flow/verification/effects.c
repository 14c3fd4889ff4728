/* The guards and effects that states.def names; those that only write are in
 * mails.c. */
#include "base/arena.h"
#include "base/must.h"
#include "world/flow/verification/inside.h"
#include "world/notice/event.h"
#include "world/notice/suspended_list.h"
#include "world/policy/policy.h"

static struct verification *
run_of(struct step *s)
{
	return (struct verification *)s->episode;
}

bool
verification_always(struct step *s)
{
	(void)s;
	return true;
}

/* Exact match of the three, at whichever reseller it was verified (Q8, Q22). */
bool
verification_owner_known(struct step *s)
{
	return owner_known(s->w, s->a, &run_of(s)->owner);
}

/* A new owner does not bring a suspended name back, a click does (Q16, Q19). */
bool
verification_was_suspended(struct step *s)
{
	return run_of(s)->suspended != 0;
}

/* Still in its first breath: the day was over before this run began. */
bool
verification_missed(struct step *s)
{
	return s->episode->id == 0;
}

static void
announce(struct step *s, const char *status)
{
	const struct verification *v = run_of(s);
	const struct variable data[] = {
		{ "domain_id", arena_printf(s->a, "%" PRId64, v->term) },
		{ "domain_name", v->episode.label },
		{ "verification_status", status },
		{ NULL, NULL },
	};

	event_add(s->w, s->a, v->reseller, "DOMAIN", "REGISTRANT_VERIFICATION_STATUS_CHANGE", data);
}

/* "superseded" and "closed" are words of the table, not of the vendor.  What
 * the name already was under the run before is no news. */
void
verification_changed(struct step *s)
{
	struct verification *v = run_of(s);
	const char *state = v->episode.state;

	if (strcmp(state, "superseded") == 0 || strcmp(state, "closed") == 0 ||
	    strcmp(state, v->told) == 0)
		return;
	announce(s, state);
	v->told = state;
}

void
verification_nothing_more(struct step *s)
{
	(void)s;
}

void
verification_lift_hold(struct step *s)
{
	if (run_of(s)->suspended != 0)
		term_hold(s->w, run_of(s)->term, false);
}

void
verification_suspend(struct step *s)
{
	term_hold(s->w, run_of(s)->term, true);
	verification_mail_suspended(s);
	suspended_list_begin(s->w, s->a, run_of(s)->reseller);
}

/* One click counts for every name of this owner, at every reseller (Q22). */
void
verification_accept_owner(struct step *s)
{
	const struct owner *owner = &run_of(s)->owner;

	owner_remember(s->w, s->a, owner);
	verification_lift_hold(s);
	for (int64_t id = 0; (id = owner_next_run(s->w, owner, id)) != 0;) {
		struct episode *other = verification_load(s->w, s->a, id);
		if (other != NULL)
			flow_step(s->w, s->a, s->flow, other, "owner_verified");
	}
}

static void
start_next(struct step *s, struct inheritance from)
{
	struct term t;

	from.told = run_of(s)->told;
	if (term_load(s->w, s->a, run_of(s)->term, &t))
		verification_start(s->w, s->a, &t, from);
}

void
verification_begin_anew(struct step *s)
{
	start_next(s, (struct inheritance){ s->w->now, 0, NULL });
}

void
verification_restart(struct step *s)
{
	bool keep = policy_is(s->w, &policy_restart, "keep");

	instant started = keep ? s->episode->started : s->w->now;

	start_next(s, (struct inheritance){ started, run_of(s)->suspended, NULL });
}

void
verification_note_bounce(struct step *s)
{
	run_of(s)->bounced = true;
	verification_save(s->w, s->episode);
	announce(s, "bounced");
}
