#include "world/notice/suspended_list.h"

#include "base/arena.h"
#include "world/name/term.h"
#include "world/notice/mail.h"
#include "world/party/reseller.h"
#include "world/policy/policy.h"
#include "world/time/agenda.h"

void
suspended_list_begin(struct world *w, struct arena *a, int64_t reseller)
{
	struct reseller r;
	struct due due;

	if (planned(w, a, &kind_suspended_list, reseller, &due) ||
	    !reseller_load(w, a, reseller, &r))
		return;
	plan(w, &kind_suspended_list, "mail", reseller, r.name,
	    batch_next(policy_batch_zone(w), w->now), RANK_LIST);
}

static void
send_list(
    struct world *w, struct arena *a, const struct reseller *r, const char *names, size_t count)
{
	struct mail m = {
		.type = "rsp.suspended_list",
		.sender = policy_text(w, a, &policy_house_address),
		.recipient = r->tech_email,
		.reseller = r->id,
		.domain = "",
		.variables = {
			{ "company", r->company },
			{ "count", arena_printf(a, "%zu", count) },
			{ "names", names },
		},
	};

	mail_send(w, a, &m);
}

/* The next one is planned from now, not from the event's own instant: nights
 * over which the clock has jumped get no list of their own.  A reseller who
 * does not want it may change his mind, so the nights go on. */
void
on_suspended_list(struct world *w, struct arena *a, const struct due *due)
{
	struct reseller r;
	size_t count;
	const char *names = term_held_names(w, a, due->subject, &count);

	if (count == 0 || !reseller_load(w, a, due->subject, &r))
		return;
	if (reseller_wants(w, a, r.id, "rsp.suspended_list"))
		send_list(w, a, &r, names, count);
	plan(w, &kind_suspended_list, "mail", r.id, r.name,
	    batch_midnight(policy_batch_zone(w), w->now, 1), RANK_LIST);
}
