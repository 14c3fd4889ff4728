/*
 * The pages behind the two links of the mails about a change of the owner: what is to
 * happen, and one button.
 */
#include "world/flow/trade/trade.h"
#include "wire/page/page.h"

/* What one link is for. */
struct choice {
	bool approves;
	const char *form, *title, *thanks;
};
static const struct choice approve = { true, "trade_approve.html", "Approve the new owner",
	"trade_approved.html" };
static const struct choice reject = { false, "trade_reject.html", "Refuse the new owner",
	"trade_rejected.html" };

static const struct problem *
say(struct call *c, const struct trade_page *t, int status, const char *file, const char *title)
{
	struct branding b = branding_of(c, t->reseller);
	struct slot_value values[] = {
		{ "domain", t->known ? t->domain : "" },
		{ "email", t->known ? t->email : "" },
		{ "present", t->known ? t->present : "" },
		{ "next", t->known ? t->next : "" },
		{ NULL, NULL },
	};

	page_answer(c->x, status, &(struct page){ file, title, values, &b, NULL });
	return NULL;
}

static const struct problem *
show(struct call *c, const struct choice *choice)
{
	struct trade_page t = trade_look(c->world, c->arena, c->captures[1]);

	if (t.open)
		return say(c, &t, 200, choice->form, choice->title);
	if (t.known)
		return say(c, &t, 200, "trade_done.html", "Nothing left to do");
	return say(c, &t, 410, "verify_dead.html", "This link has ended");
}

static const struct problem *
take(struct call *c, const struct choice *choice)
{
	const char *token = c->captures[1];

	if (!trade_answer(c->world, c->arena, token, choice->approves))
		return show(c, choice);
	struct trade_page t = trade_look(c->world, c->arena, token);
	return say(c, &t, 200, choice->thanks, "Thank you");
}

const struct problem *
page_trade_approve(struct call *c)
{
	return show(c, &approve);
}

const struct problem *
page_trade_approve_posted(struct call *c)
{
	return take(c, &approve);
}

const struct problem *
page_trade_reject(struct call *c)
{
	return show(c, &reject);
}

const struct problem *
page_trade_reject_posted(struct call *c)
{
	return take(c, &reject);
}
