/*
 * The page behind the link of a mail for somebody who forgot a password: one
 * field, one button.  The words are ours; the vendor's page is not public.
 */
#include "world/party/password.h"
#include "base/arena.h"
#include "wire/page/form.h"
#include "wire/page/page.h"
#include "world/party/way_back.h"

static const char unusable[] =
    "<p id=\"message\" class=\"error\" role=\"alert\">Please choose a password of 3 to 20 letters,"
    " digits and signs. Nothing has been changed yet.</p>";

static const struct problem *
show_form(struct call *c, const struct way_back *b, bool again)
{
	struct slot_value values[] = {
		{ "domain", b->domain },
		{ "username", b->username },
		{ "unusable", again ? unusable : "" },
		{ NULL, NULL },
	};
	struct branding branding = branding_of(c, b->reseller);

	page_answer(c->x, again ? 422 : 200,
	    &(struct page){ "password.html", "Choose another password", values, &branding, NULL });
	return NULL;
}

static const struct problem *
show_end(struct call *c, const struct way_back *b)
{
	struct branding branding = branding_of(c, b->reseller);
	struct slot_value values[] = {
		{ "domain", b->domain == NULL ? "" : b->domain },
		{ NULL, NULL },
	};

	if (b->way == WAY_USED)
		page_answer(c->x, 200,
		    &(struct page){
			"password_done.html", "It is changed", values, &branding, NULL });
	else
		page_answer(c->x, 410,
		    &(struct page){
			"verify_dead.html", "This link has ended", values, &branding, NULL });
	return NULL;
}

const struct problem *
page_password(struct call *c)
{
	struct way_back b = way_back_look(c->world, c->arena, c->captures[1]);

	return b.way == WAY_OPEN ? show_form(c, &b, false) : show_end(c, &b);
}

const struct problem *
page_password_posted(struct call *c)
{
	const char *token = c->captures[1];
	const char *password = form_value(c->arena, c->x->body, "password");
	struct way_back b = way_back_look(c->world, c->arena, token);

	if (b.way == WAY_OPEN && (password == NULL || !password_well_formed(password)))
		return show_form(c, &b, true);
	if (way_back_use(c->world, c->arena, token, password))
		b.way = WAY_USED;
	return show_end(c, &b);
}
