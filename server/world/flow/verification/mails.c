/* What this flow writes to whom: rules 01, "mail calendar". */
#include "base/arena.h"
#include "world/flow/verification/inside.h"
#include "world/party/reseller.h"
#include "world/policy/policy.h"
#include "world/reference.h"

static const char *
deadline_text(struct step *s)
{
	const struct verification *v = (const struct verification *)s->episode;
	struct due next;
	const struct due *planned_next = s->planned;

	if (planned_next == NULL && planned(s->w, s->a, s->flow->kind, v->episode.id, &next))
		planned_next = &next;
	return arena_strdup(s->a, instant_plain(verification_deadline(s->w, v, planned_next)).text);
}

/* What all of them have in common. */
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
add_variable(struct mail *m, const char *name, const char *value)
{
	size_t n = 0;

	while (m->variables[n].name != NULL)
		n++;
	m->variables[n] = (struct variable){ name, value };
}

static void
send_with_links(struct step *s, struct mail m)
{
	const char *base = s->w->base_url, *world = s->w->name;
	const char *token = reference_text(s->w, s->a, "verify", s->episode->id);

	add_variable(&m, "verify_url", arena_printf(s->a, "%s/w/%s/verify/%s", base, world, token));
	add_variable(&m, "terms_url", arena_printf(s->a, "%s/w/%s/terms", base, world));
	mail_send(s->w, s->a, &m);
}

/* No link: only the owner may verify (Q14).  Who is both contacts gets one. */
static void
send_warnings(struct step *s, struct mail m)
{
	const struct verification *v = (const struct verification *)s->episode;
	struct term t;

	if (!term_load(s->w, s->a, v->term, &t))
		return;
	struct contact_set contacts = contacts_parse(s->a, t.contacts);
	const char *admin = contacts.given[ADMIN] ? contacts.of[ADMIN].email : "";
	const char *billing = contacts.given[BILLING] ? contacts.of[BILLING].email : "";
	m.type = "verification.warning";
	if (admin[0] != '\0') {
		m.recipient = admin;
		mail_send(s->w, s->a, &m);
	}
	if (billing[0] != '\0' && strcasecmp(admin, billing) != 0) {
		m.recipient = billing;
		mail_send(s->w, s->a, &m);
	}
}

void
verification_send_request(struct step *s)
{
	send_with_links(s, mail_about(s, "verification.request"));
}

void
verification_remind(struct step *s)
{
	send_with_links(s, mail_about(s, "verification.reminder"));
}

void
verification_remind_and_warn(struct step *s)
{
	struct mail m = mail_about(s, "verification.reminder");

	send_with_links(s, m);
	if (policy_on(s->w, &policy_warning))
		send_warnings(s, m);
}

void
verification_mail_suspended(struct step *s)
{
	struct mail m = mail_about(s, "verification.suspended");

	mail_send(s->w, s->a, &m);
}
