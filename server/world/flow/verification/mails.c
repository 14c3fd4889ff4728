/* What this flow writes to whom: rules 01, "mail calendar". */
#include "base/arena.h"
#include "world/flow/verification/inside.h"
#include "world/party/reseller.h"
#include "world/policy/policy.h"
#include "world/reference.h"

static const char *
page_url(struct step *s, const char *page, const char *token)
{
	return arena_printf(s->a, "%s/w/%s/%s%s%s", s->w->base_url, s->w->name, page,
	    token[0] == '\0' ? "" : "/", token);
}

static const char *
deadline_text(struct step *s)
{
	instant deadline = verification_deadline(s->w, s->a, (struct verification *)s->episode);

	return arena_strdup(s->a, instant_plain(deadline).text);
}

/* What all of them have in common.  Variables that only some templates use are
 * cheap; a template that asks for one which is not there is a mistake. */
static struct mail
mail_about(struct step *s, const char *type)
{
	const struct verification *v = (const struct verification *)s->episode;
	struct reseller r = { .tech_email = "", .company = "" };

	reseller_load(s->w, s->a, v->reseller, &r);
	return (struct mail){
		.type = type,
		.sender = r.tech_email,
		.recipient = v->owner.email,
		.reseller = v->reseller,
		.domain = v->episode.label,
		.episode = v->episode.id,
		.variables = {
			{ "company", r.company },
			{ "domain", v->episode.label },
			{ "first_name", v->owner.first_name },
			{ "last_name", v->owner.last_name },
			{ "email", v->owner.email },
			{ "deadline", deadline_text(s) },
		},
	};
}

static void
mail_with_links(struct step *s, const char *type)
{
	struct mail m = mail_about(s, type);
	size_t n = 0;

	while (m.variables[n].name != NULL)
		n++;
	m.variables[n++] = (struct variable){ "verify_url",
		page_url(s, "verify", reference_text(s->w, s->a, "verify", s->episode->id)) };
	m.variables[n++] = (struct variable){ "terms_url", page_url(s, "terms", "") };
	mail_send(s->w, s->a, &m);
}

void
verification_mail_request(struct step *s)
{
	mail_with_links(s, "verification.request");
}

void
verification_mail_reminder(struct step *s)
{
	mail_with_links(s, "verification.reminder");
}

void
verification_mail_suspended(struct step *s)
{
	struct mail m = mail_about(s, "verification.suspended");

	mail_send(s->w, s->a, &m);
}

/* No link: only the owner may verify (Q14).  Who is both gets one. */
void
verification_mail_warnings(struct step *s)
{
	struct verification *v = (struct verification *)s->episode;
	struct mail m = mail_about(s, "verification.warning");
	struct term t;

	if (!term_load(s->w, s->a, v->term, &t))
		return;
	struct contact_set contacts = contacts_parse(s->a, t.contacts);
	const char *admin = contacts.given[ADMIN] ? contacts.of[ADMIN].email : "";
	const char *billing = contacts.given[BILLING] ? contacts.of[BILLING].email : "";
	if (admin[0] != '\0') {
		m.recipient = admin;
		mail_send(s->w, s->a, &m);
	}
	if (billing[0] != '\0' && strcasecmp(admin, billing) != 0) {
		m.recipient = billing;
		mail_send(s->w, s->a, &m);
	}
}
