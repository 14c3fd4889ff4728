/*
 * The page behind the link of a verification mail (rules 01, 1.1): e-mail
 * address, first and last name, the terms, a box that must be ticked, one
 * button.
 */
#include "base/arena.h"
#include "wire/page/form.h"
#include "wire/page/page.h"
#include "world/flow/verification/verification.h"

static const char box_forgotten[] =
    "<p id=\"message\" class=\"error\" role=\"alert\">Please tick the box to confirm your"
    " details. Nothing has been sent yet.</p>";

static const struct problem *
show_form(
    struct call *c, const struct verification_page *v, const struct branding *b, bool forgotten)
{
	struct slot_value values[] = {
		{ "domain", v->domain },
		{ "email", v->email },
		{ "first_name", v->first_name },
		{ "last_name", v->last_name },
		{ "terms", arena_printf(c->arena, "/w/%s/terms", c->captures[0]) },
		{ "forgotten", forgotten ? box_forgotten : "" },
		{ NULL, NULL },
	};

	page_answer(c->x, forgotten ? 422 : 200,
	    &(struct page){ "verify.html", "Confirm your contact details", values, b, NULL });
	return NULL;
}

static const struct problem *
show_end(struct call *c, const struct verification_page *v, const struct branding *b)
{
	struct slot_value values[] = { { "domain", v->domain == NULL ? "" : v->domain },
		{ NULL, NULL } };

	if (v->link == LINK_DONE)
		page_answer(c->x, 200,
		    &(struct page){ "verify_done.html", "Already confirmed", values, b, NULL });
	else
		page_answer(c->x, 410,
		    &(struct page){ "verify_dead.html", "This link has ended", values, b, NULL });
	return NULL;
}

const struct problem *
page_verify(struct call *c)
{
	struct verification_page v = verification_look(c->world, c->arena, c->captures[1]);
	struct branding b = branding_of(c, v.reseller);

	return v.link == LINK_OPEN ? show_form(c, &v, &b, false) : show_end(c, &v, &b);
}

/* The reseller may want its customer back (rules 01, 1.9 "Redirect URL"). */
static const struct problem *
say_thanks(struct call *c, const struct verification_page *v, const struct branding *b)
{
	struct slot_value values[] = { { "domain", v->domain }, { NULL, NULL } };
	bool leads_on = *b->redirect != '\0';

	page_answer(c->x, leads_on ? 303 : 200,
	    &(struct page){ "verify_thanks.html", "Thank you", values, b, NULL });
	if (leads_on)
		exchange_add_out(c->x, "Location", b->redirect);
	return NULL;
}

const struct problem *
page_verify_posted(struct call *c)
{
	const char *token = c->captures[1];
	struct verification_page v = verification_look(c->world, c->arena, token);
	struct branding b = branding_of(c, v.reseller);

	if (v.link == LINK_OPEN && form_value(c->arena, c->x->body, "agree") == NULL)
		return show_form(c, &v, &b, true);
	if (!verification_click(c->world, c->arena, token))
		return show_end(c, &v, &b);
	return say_thanks(c, &v, &b);
}
