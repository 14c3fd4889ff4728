/* The guards and effects that states.def names; those that write are in mails.c. */
#include "world/flow/consent/inside.h"
#include "world/flow/order/order_flow.h"
#include "world/policy/policy.h"

static struct consent *
run_of(const struct step *s)
{
	return (struct consent *)s->episode;
}

bool
consent_always(struct step *s)
{
	(void)s;
	return true;
}

static bool
chose(struct step *s, const char *choice)
{
	struct subject person;

	return subject_load(s->w, s->a, run_of(s)->subject, &person) &&
	       strcmp(person.choice, choice) == 0;
}

bool
consent_given_before(struct step *s)
{
	return chose(s, "given");
}

/* Whoever refused once may change their mind for a name that waits for it. */
bool
consent_refused_before(struct step *s)
{
	return !run_of(s)->waits && chose(s, "refused");
}

bool
consent_order_waits(struct step *s)
{
	return run_of(s)->waits;
}

bool
consent_written_before(struct step *s)
{
	struct subject person;

	if (run_of(s)->waits && policy_is(s->w, &policy_async_mail, "order"))
		return false;
	return subject_load(s->w, s->a, run_of(s)->subject, &person) && person.told != 0;
}

/* The window opens at the instant of the mail, however late that came. */
instant
consent_since(const struct step *s)
{
	return strcmp(s->event, "ask") == 0 ? s->w->now : s->episode->started;
}

/* Nobody but the order's flow announces anything. */
void
consent_changed(struct step *s)
{
	(void)s;
}

void
consent_nothing_more(struct step *s)
{
	(void)s;
}

void
consent_let_go(struct step *s)
{
	order_take(s->w, s->a, run_of(s)->order, "consented");
}

void
consent_stop(struct step *s)
{
	order_take(s->w, s->a, run_of(s)->order, "refused_consent");
}

void
consent_give_up(struct step *s)
{
	order_take(s->w, s->a, run_of(s)->order, "consent_over");
}
