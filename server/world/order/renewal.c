/* More years for a name: the order's term is the one to renew from the start. */
#include "base/arena.h"
#include "world/name/setting.h"
#include "world/name/term.h"
#include "world/notice/event.h"
#include "world/order/details.h"
#include "world/order/type.h"

static bool
find(struct world *w, struct arena *a, const struct order *o, struct term *t)
{
	return term_load(w, a, o->term, t) && t->reseller == o->reseller &&
	       strcmp(t->state, "deleted") != 0;
}

bool
order_renewal_possible(struct world *w, struct arena *a, const struct order *o)
{
	struct term t;

	return find(w, a, o, &t);
}

/* What the order says of the years after this one; nothing, where it says nothing. */
static void
set_auto_renew(struct arena *a, const struct order *o, struct term *t)
{
	const char *wish = details_read(a, o->details, "auto_renew");

	if (*wish == '\0')
		return;
	t->auto_renew = strcmp(wish, "Y") == 0;
	t->let_expire = t->let_expire && !t->auto_renew;
}

static void
set_parkpage(struct world *w, struct arena *a, const struct order *o)
{
	const char *wish = details_read(a, o->details, "parkpage");

	if (*wish != '\0')
		setting_put(w, o->term, "parkpage", strcmp(wish, "on") == 0 ? "on" : "");
}

void
order_renewal_carry_out(struct world *w, struct arena *a, struct order *o)
{
	struct term t;

	if (!find(w, a, o, &t))
		return;
	set_auto_renew(a, o, &t);
	set_parkpage(w, a, o);
	t.expires = term_end(w, a, t.name, t.expires, o->period);
	t.registry_expires = term_end(w, a, t.name, t.registry_expires, o->period);
	if (t.expires > w->now)
		t.state = "active";
	term_save(w, &t);
}

void
order_renewal_complete(struct world *w, struct arena *a, const struct order *o)
{
	struct term t;

	if (!find(w, a, o, &t))
		return;
	const struct variable data[] = {
		{ "domain_id", arena_printf(a, "%" PRId64, t.id) },
		{ "domain_name", t.name },
		{ "expiration_date", arena_strdup(a, instant_iso(t.expires).text) },
		{ "period", arena_printf(a, "%d", o->period) },
		{ NULL, NULL },
	};
	event_add(w, a, t.reseller, "DOMAIN", "RENEWED", data);
}
