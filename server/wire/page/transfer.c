/*
 * The pages behind the two links of the mail about a transfer (facts of both: the
 * vendor's appendix on its page for owners): what is to happen, and one button.
 */
#include "world/flow/transfer/transfer.h"
#include "wire/page/page.h"

/* What one link is for. */
struct choice {
	bool approves;
	const char *form, *title, *thanks;
};
static const struct choice approve = { true, "transfer_approve.html", "Approve the transfer",
	"transfer_approved.html" };
static const struct choice reject = { false, "transfer_reject.html", "Refuse the transfer",
	"transfer_rejected.html" };

static const struct problem *
say(struct call *c, const struct transfer_page *t, int status, const char *file, const char *title)
{
	struct branding b = branding_of(c, t->reseller);
	struct slot_value values[] = {
		{ "domain", t->known ? t->domain : "" },
		{ "registrar", t->known ? t->registrar : "" },
		{ "email", t->known ? t->email : "" },
		{ NULL, NULL },
	};

	page_answer(c->x, status, &(struct page){ file, title, values, &b, NULL });
	return NULL;
}

static const struct problem *
show(struct call *c, const struct choice *choice)
{
	struct transfer_page t = transfer_look(c->world, c->arena, c->captures[1]);

	if (t.open)
		return say(c, &t, 200, choice->form, choice->title);
	if (t.known)
		return say(c, &t, 200, "transfer_done.html", "Nothing left to do");
	return say(c, &t, 410, "verify_dead.html", "This link has ended");
}

static const struct problem *
take(struct call *c, const struct choice *choice)
{
	const char *token = c->captures[1];

	if (!transfer_answer(c->world, c->arena, token, choice->approves, c->x->peer))
		return show(c, choice);
	struct transfer_page t = transfer_look(c->world, c->arena, token);
	return say(c, &t, 200, choice->thanks, "Thank you");
}

const struct problem *
page_transfer_approve(struct call *c)
{
	return show(c, &approve);
}

const struct problem *
page_transfer_approve_posted(struct call *c)
{
	return take(c, &approve);
}

const struct problem *
page_transfer_reject(struct call *c)
{
	return show(c, &reject);
}

const struct problem *
page_transfer_reject_posted(struct call *c)
{
	return take(c, &reject);
}
