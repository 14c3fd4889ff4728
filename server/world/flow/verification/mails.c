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

	if (planned_next == NULL && v->suspended == 0 &&
	    planned(s->w, s->a, s->flow->kind, v->episode.id, &next))
		planned_next = &next;
	return arena_strdup(s->a, instant_plain(verification_deadline(s->w, v, planned_next)).text);
}

/* What all letters of one step have in common, found out once. */
struct writing {
	struct mail mail;
	const char *address[ROLE_COUNT]; /* NULL: not asked yet */
};

static struct writing
begin_to_write(struct step *s)
{
	const struct verification *v = (const struct verification *)s->episode;
	struct reseller r = { .tech_email = "", .company = "" };

	reseller_load(s->w, s->a, v->reseller, &r);
	struct mail mail = {
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
	/* Owners are written to as they were when the run began. */
	return (struct writing){ mail, { [OWNER] = v->owner.email } };
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

/* The contacts are parsed for those letters only that go to one of them. */
static const char *
address(struct step *s, struct writing *writing, enum role role)
{
	struct term t;

	if (writing->address[role] == NULL &&
	    term_load(s->w, s->a, ((const struct verification *)s->episode)->term, &t)) {
		struct contact_set contacts = contacts_parse(s->a, t.contacts);
		for (size_t i = OWNER + 1; i < ROLE_COUNT; i++)
			writing->address[i] = contacts.given[i] ? contacts.of[i].email : "";
	}
	return writing->address[role] == NULL ? "" : writing->address[role];
}

/* Nobody gets the same letter twice: often one person is several contacts. */
static void
send_all(struct step *s, struct writing *writing, const char *type)
{
	const char *last = "";

	for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++) {
		if (strcmp(letters[i].type, type) != 0)
			continue;
		struct mail m = writing->mail;
		m.type = type;
		m.recipient = address(s, writing, letters[i].to);
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
	struct writing writing = begin_to_write(s);

	send_all(s, &writing, "verification.request");
}

void
verification_remind(struct step *s)
{
	struct writing writing = begin_to_write(s);

	send_all(s, &writing, "verification.reminder");
}

void
verification_remind_and_warn(struct step *s)
{
	struct writing writing = begin_to_write(s);

	send_all(s, &writing, "verification.reminder");
	if (policy_on(s->w, &policy_warning) &&
	    reseller_wants(s->w, s->a, writing.mail.reseller, "verification.warning"))
		send_all(s, &writing, "verification.warning");
}

void
verification_mail_suspended(struct step *s)
{
	struct writing writing = begin_to_write(s);

	send_all(s, &writing, "verification.suspended");
}
