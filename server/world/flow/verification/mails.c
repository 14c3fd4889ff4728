/* What this flow writes; to whom stands in mails.def. */
#include "base/arena.h"
#include "world/flow/verification/inside.h"
#include "world/party/reseller.h"
#include "world/policy/policy.h"
#include "world/reference.h"

static const struct {
	const char *type;
	enum role to;
	bool has_links;
} letters[] = {
#define MAIL(type, to, has_links) { type, to, has_links },
#include "world/flow/verification/mails.def"
#undef MAIL
};

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
add_links(struct step *s, struct mail *m)
{
	const char *base = s->w->base_url, *world = s->w->name;
	const char *token = reference_text(s->w, s->a, "verify", s->episode->id);

	add_variable(m, "verify_url", arena_printf(s->a, "%s/w/%s/verify/%s", base, world, token));
	add_variable(m, "terms_url", arena_printf(s->a, "%s/w/%s/terms", base, world));
}

/* Owners are written to as they were when the run began. */
static const char *
address(struct step *s, enum role role)
{
	const struct verification *v = (const struct verification *)s->episode;
	struct term t;

	if (role == OWNER)
		return v->owner.email;
	if (!term_load(s->w, s->a, v->term, &t))
		return "";
	struct contact_set contacts = contacts_parse(s->a, t.contacts);
	return contacts.given[role] ? contacts.of[role].email : "";
}

/* Nobody gets the same letter twice: often one person is several contacts. */
static void
send_all(struct step *s, const char *type)
{
	struct mail written = mail_about(s, type);
	const char *last = "";

	for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++) {
		if (strcmp(letters[i].type, type) != 0)
			continue;
		struct mail m = written;
		m.recipient = address(s, letters[i].to);
		if (m.recipient[0] == '\0' || strcasecmp(m.recipient, last) == 0)
			continue;
		if (letters[i].has_links)
			add_links(s, &m);
		last = m.recipient;
		mail_send(s->w, s->a, &m);
	}
}

void
verification_send_request(struct step *s)
{
	send_all(s, "verification.request");
}

void
verification_remind(struct step *s)
{
	send_all(s, "verification.reminder");
}

void
verification_remind_and_warn(struct step *s)
{
	send_all(s, "verification.reminder");
	if (policy_on(s->w, &policy_warning))
		send_all(s, "verification.warning");
}

void
verification_mail_suspended(struct step *s)
{
	send_all(s, "verification.suspended");
}
