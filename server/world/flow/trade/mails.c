/* What this flow writes, to both owners, and the pages behind the links in it. */
#include "base/arena.h"
#include "world/flow/trade/inside.h"
#include "world/notice/mail.h"
#include "world/party/reseller.h"
#include "world/reference.h"

/* The two who are asked have links of their own. */
static const char *const sides[] = { [TRADE_CURRENT] = "trade.current", [TRADE_NEW] = "trade.new" };

static const char *
name_of(struct arena *a, const struct contact *c)
{
	return arena_printf(a, "%s %s", c->first_name, c->last_name);
}

static const char *
link_to(struct step *s, enum trade_side side, const char *answer)
{
	return arena_printf(s->a, "%s/w/%s/trade/%s/%s", s->w->base_url, s->w->name,
	    reference_text(s->w, s->a, sides[side], s->episode->id), answer);
}

static void
write_to(struct step *s, const struct term *t, const char *type, const struct contact *to,
    const struct variable *more)
{
	struct reseller r = { .tech_email = "", .company = "" };

	reseller_load(s->w, s->a, t->reseller, &r);
	struct mail mail = {
		.type = type,
		.sender = r.tech_email,
		.recipient = to->email,
		.reseller = t->reseller,
		.domain = t->name,
		.episode = s->episode->id,
		.variables = { { "company", r.company }, { "domain", t->name }, more[0], more[1],
		    more[2], more[3] },
	};
	mail_send(s->w, s->a, &mail);
}

static void
ask(struct step *s, enum trade_side side)
{
	const struct trade *trade = (const struct trade *)s->episode;
	struct term t;

	if (!term_load(s->w, s->a, trade->term, &t))
		return; /* only a fault can hide the row */
	struct contact present = trade_owner(s->a, t.contacts);
	struct contact next = trade_owner(s->a, trade->owner);
	const struct variable more[4] = {
		{ "present", name_of(s->a, &present) },
		{ "next", name_of(s->a, &next) },
		{ "approve_url", link_to(s, side, "approve") },
		{ "reject_url", link_to(s, side, "reject") },
	};
	write_to(s, &t, "trade.request", side == TRADE_NEW ? &next : &present, more);
}

void
trade_ask_new(struct step *s)
{
	ask(s, TRADE_NEW);
}

void
trade_ask_current(struct step *s)
{
	ask(s, TRADE_CURRENT);
}

void
trade_confirm(struct step *s, const struct contact *before, const struct term *t)
{
	struct contact next = trade_owner(s->a, t->contacts);
	const struct variable more[4] = {
		{ "present", name_of(s->a, before) },
		{ "next", name_of(s->a, &next) },
	};

	write_to(s, t, "trade.confirmation", before, more);
	write_to(s, t, "trade.confirmation", &next, more);
}

bool
trade_waits_for_new(const struct trade *t)
{
	return strcmp(t->episode.state, "pending_new_registrant") == 0;
}

static bool
find(struct world *w, struct arena *a, const char *token, enum trade_side *side, struct trade *t)
{
	int64_t id;

	for (*side = TRADE_CURRENT; *side <= TRADE_NEW; (*side)++)
		if (reference_id(w, a, sides[*side], token, &id))
			return trade_load(w, a, id, t);
	return false;
}

static bool
is_open(const struct trade *t, enum trade_side side)
{
	return strcmp(t->episode.state, side == TRADE_NEW ? "pending_new_registrant"
							  : "pending_current_registrant") == 0;
}

struct trade_page
trade_look(struct world *w, struct arena *a, const char *token)
{
	enum trade_side side;
	struct trade trade;
	struct term t;

	if (!find(w, a, token, &side, &trade) || !term_load(w, a, trade.term, &t))
		return (struct trade_page){ .known = false };
	struct contact present = trade_owner(a, t.contacts), next = trade_owner(a, trade.owner);
	return (struct trade_page){
		.open = is_open(&trade, side),
		.known = true,
		.domain = t.name,
		.email = side == TRADE_NEW ? next.email : present.email,
		.present = name_of(a, &present),
		.next = name_of(a, &next),
		.reseller = t.reseller,
	};
}

bool
trade_answer(struct world *w, struct arena *a, const char *token, bool approves)
{
	enum trade_side side;
	struct trade t;

	return find(w, a, token, &side, &t) && is_open(&t, side) &&
	       flow_step(w, a, &trading, &t.episode, approves ? "approve" : "refuse");
}
