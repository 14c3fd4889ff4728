/*
 * The page behind the link of a consent mail (rules 02, 2.8): which data are shared
 * for which names, why, and what may be shared besides; a choice, in the language
 * that the reader wants.  Each form serves once.
 */
#include "world/flow/consent/consent.h"

#include "base/arena.h"
#include "base/buf.h"
#include "wire/page/form.h"
#include "wire/page/page.h"
#include "wire/page/words.h"
#include "world/party/reseller.h"
#include "world/policy/policy.h"

/* What the parts of one answer have in common. */
struct view {
	struct call *c;
	struct arena *a;
	struct consent_page page;
	const struct language *language;
	const struct slot_value *words;
	struct branding design;
};

/* One design for all resellers: their own branding has no place here. */
static struct branding
design_of(struct call *c)
{
	const char *logo = policy_text(c->world, c->arena, &policy_page_logo);
	const char *colour = policy_text(c->world, c->arena, &policy_page_colour);

	return (struct branding){ .logo = strcmp(logo, "none") == 0 ? "" : logo,
		.header = "",
		.footer = "",
		.redirect = "",
		.colour = strcmp(colour, "none") == 0 ? NULL : colour };
}

/* What the reader chose on this page, or the last time, or in the browser. */
static const struct language *
language_of(struct call *c, const struct consent_page *page, const char *chosen)
{
	const struct language *l = chosen == NULL ? NULL : language_named(chosen);

	if (l == NULL && page->open)
		l = language_named(page->language);
	if (l == NULL)
		l = language_wanted(c->arena, c->x);
	return l == NULL ? &languages[0] : l;
}

static struct view
view_of(struct call *c, const char *language)
{
	struct view v = {
		.c = c,
		.a = c->arena,
		.page = consent_look(c->world, c->arena, c->captures[1]),
		.design = design_of(c),
	};

	v.language = language_of(c, &v.page, language);
	v.words = words_of(v.a, "consent", v.language);
	return v;
}

static const char *
say(const struct view *v, const char *name)
{
	return word(v->a, v->words, name, NULL);
}

static const char *
say_with(const struct view *v, const char *name, const char *slot, const char *value)
{
	struct slot_value values[] = { { slot, value }, { NULL, NULL } };

	return word(v->a, v->words, name, values);
}

static const char *
closed(const struct view *v, struct buf *b)
{
	const char *text = arena_strdup(v->a, b->data);

	buf_close(b);
	return text;
}

static const char *
language_links(const struct view *v)
{
	struct buf b;

	buf_open(&b, 0);
	for (const struct language *l = languages; l->code != NULL; l++) {
		struct slot_value values[] = { { "code", l->code }, { "name", l->name },
			{ "current", l == v->language ? " aria-current=\"page\"" : "" },
			{ NULL, NULL } };
		buf_text(&b, page_part(v->a, "consent_language.html", values));
	}
	return closed(v, &b);
}

static const char *
name_state(const struct view *v, const struct consent_name *name)
{
	if (name->deadline == 0)
		return say(v, "name_stands");
	return say_with(v, "name_waits", "until", instant_plain(name->deadline).text);
}

static const char *
name_list(const struct view *v)
{
	struct buf b;

	buf_open(&b, 0);
	for (size_t i = 0; i < v->page.count; i++) {
		struct slot_value values[] = { { "domain", v->page.names[i].domain },
			{ "state", name_state(v, &v->page.names[i]) }, { NULL, NULL } };
		buf_text(&b, page_part(v->a, "consent_name.html", values));
	}
	if (v->page.more > 0)
		buf_printf(&b, "<li>%s</li>\n",
		    say_with(v, "name_more", "more", arena_printf(v->a, "%zu", v->page.more)));
	return closed(v, &b);
}

static const char *
data_list(const struct view *v)
{
	const struct consent_page *p = &v->page;
	const struct slot_value rows[] = { { "email_label", p->email },
		{ "first_name_label", p->first_name }, { "last_name_label", p->last_name },
		{ "org_name_label", p->org_name }, { "country_label", p->country } };
	struct buf b;

	buf_open(&b, 0);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (*rows[i].value == '\0')
			continue;
		struct slot_value values[] = { { "label", say(v, rows[i].name) },
			{ "value", rows[i].value }, { NULL, NULL } };
		buf_text(&b, page_part(v->a, "consent_datum.html", values));
	}
	return closed(v, &b);
}

static const char *
company_of(const struct view *v)
{
	struct reseller r;

	return reseller_load(v->c->world, v->a, v->page.reseller, &r) ? r.company : "";
}

static const char *
present_choice(const struct view *v)
{
	if (*v->page.choice == '\0')
		return "";
	return say(v, strcmp(v->page.choice, "given") == 0 ? "present_given" : "present_refused");
}

static const char *
checked(bool is)
{
	return is ? " checked" : "";
}

static const struct problem *
show_form(const struct view *v, bool missing)
{
	const struct consent_page *p = &v->page;
	const struct slot_value own[] = {
		{ "languages", language_links(v) },
		{ "name_list", name_list(v) },
		{ "data", data_list(v) },
		{ "missing_part",
		    missing ? page_part(v->a, "consent_missing.html", v->words) : "" },
		{ "nonce", p->nonce },
		{ "language", v->language->code },
		{ "present", present_choice(v) },
		{ "until", say_with(v, "until", "open_until", instant_plain(p->open_until).text) },
		{ "small", say_with(v, "small", "company", company_of(v)) },
		{ "is_given", checked(strcmp(p->choice, "given") == 0) },
		{ "is_refused", checked(strcmp(p->choice, "refused") == 0) },
		{ "is_more", checked(p->share_more) },
	};
	const struct slot_value *values = words_after(
	    v->a, own, sizeof(own) / sizeof(*own), v->words);

	page_answer(v->c->x, missing ? 422 : 200,
	    &(struct page){
		"consent.html", say(v, "title"), values, &v->design, v->language->code });
	return NULL;
}

/* FURTHER names the words of a link back to the form; NULL: there is no way back. */
static const struct problem *
show_end(
    const struct view *v, int status, const char *title, const char *message, const char *further)
{
	const char *text = further == NULL ? say(v, "dead_small") : say(v, further);
	struct slot_value link[] = { { "language", v->language->code }, { "back", text },
		{ NULL, NULL } };
	struct slot_value values[] = { { "message", say(v, message) },
		{ "further", further != NULL ? page_part(v->a, "consent_back.html", link)
					     : arena_printf(v->a, "<p>%s</p>", text) },
		{ NULL, NULL } };

	page_answer(v->c->x, status,
	    &(struct page){
		"consent_end.html", say(v, title), values, &v->design, v->language->code });
	return NULL;
}

static const struct problem *
show_dead(const struct view *v)
{
	return show_end(v, 410, "dead_title", "dead", NULL);
}

const struct problem *
page_consent(struct call *c)
{
	struct view v = view_of(c, call_query(c, "language"));

	return v.page.open ? show_form(&v, false) : show_dead(&v);
}

static const char *
posted(const struct view *v, const char *name)
{
	const char *value = form_value(v->a, v->c->x->body, name);

	return value == NULL ? "" : value;
}

static const struct problem *
take(const struct view *v, bool agrees)
{
	struct consent_answer answer = {
		.nonce = posted(v, "nonce"),
		.agrees = agrees,
		.share_more = *posted(v, "share_more") != '\0',
		.language = v->language->code,
	};

	switch (consent_answer(v->c->world, v->a, v->c->captures[1], &answer)) {
	case CONSENT_TAKEN:
		break;
	case CONSENT_USED_FORM:
		return show_end(v, 409, "used_title", "used", "used_back");
	case CONSENT_DEAD_LINK:
		return show_dead(v);
	}
	return show_end(v, 200, "thanks_title", agrees ? "thanks_given" : "thanks_refused", "back");
}

const struct problem *
page_consent_posted(struct call *c)
{
	struct view v = view_of(c, form_value(c->arena, c->x->body, "language"));
	const char *choice = posted(&v, "choice");
	bool agrees = strcmp(choice, "consent") == 0;

	if (v.page.open && !agrees && strcmp(choice, "deny") != 0)
		return show_form(&v, true);
	return v.page.open ? take(&v, agrees) : show_dead(&v);
}
