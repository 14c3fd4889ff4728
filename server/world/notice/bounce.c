/* A mail comes back because a fault says so.  Its flow hears of it as an event of
 * the same instant: it may be in the middle of sending. */
#include "world/notice/bounce.h"

#include "world/fault/fault.h"
#include "world/flow/verification/verification.h"
#include "world/time/agenda.h"

void
mail_may_bounce(struct world *w, struct arena *a, const struct mail *m)
{
	const struct occasion on = { .domain = m->domain, .reseller = m->reseller };
	struct fault f;

	if (!fault_take(w, a, "mail_bounce", on, &f))
		return;
	mail_bounce(w, m->id, (int)strtol(fault_parameter(&f, "code", "550"), NULL, 10),
	    fault_parameter(&f, "text", "5.1.1 User unknown"));
	plan(w, &kind_bounce, "bounced", m->id, m->domain, w->now, RANK_ANY);
}

void
on_bounce(struct world *w, struct arena *a, const struct due *due)
{
	struct mail m;

	if (mail_load(w, a, due->subject, &m))
		verification_bounced(w, a, &m);
}
