/* What this flow writes, always to the owner. */
#include "base/arena.h"
#include "world/flow/consent/inside.h"
#include "world/notice/mail.h"
#include "world/party/reseller.h"
#include "world/reference.h"

/* Owners are written to as they stand in the order. */
static struct contact
owner_of_order(struct step *s)
{
	const struct consent *c = (const struct consent *)s->episode;
	struct order o;

	if (!order_load(s->w, s->a, c->order, &o)) /* only a fault can hide the row */
		return (struct contact){ .first_name = "", .last_name = "", .email = "" };
	return contacts_parse(s->a, o.contacts).of[OWNER];
}

static const char *
deadline_text(struct step *s)
{
	instant deadline = consent_deadline(s->w, s->a, (const struct consent *)s->episode);

	return arena_strdup(s->a, instant_plain(deadline).text);
}

static const char *
link_to(struct step *s)
{
	const struct consent *c = (const struct consent *)s->episode;

	return arena_printf(s->a, "%s/w/%s/consent/%s", s->w->base_url, s->w->name,
	    reference_text(s->w, s->a, "consent", c->subject));
}

static void
write_to_owner(struct step *s, const char *type)
{
	const struct consent *c = (const struct consent *)s->episode;
	struct contact owner = owner_of_order(s);
	struct reseller r = { .tech_email = "", .company = "" };
	struct subject person = { .language = "" };

	reseller_load(s->w, s->a, c->reseller, &r);
	subject_load(s->w, s->a, c->subject, &person);
	struct mail mail = {
		.type = type,
		.sender = r.tech_email,
		.recipient = owner.email,
		.reseller = c->reseller,
		.domain = c->episode.label,
		.episode = c->episode.id,
		.language = *person.language == '\0' ? NULL : person.language,
		.variables = {
			{ "company", r.company },
			{ "domain", c->episode.label },
			{ "first_name", owner.first_name },
			{ "last_name", owner.last_name },
			{ "email", owner.email },
			{ "deadline", deadline_text(s) },
			{ "consent_url", link_to(s) },
		},
	};
	mail_send(s->w, s->a, &mail);
	subject_told(s->w, c->subject, c->reseller, strcmp(type, "consent.resend") != 0);
}

void
consent_write_sync(struct step *s)
{
	write_to_owner(s, "consent.sync");
}

void
consent_write_async(struct step *s)
{
	write_to_owner(s, "consent.async");
}

void
consent_write_again(struct step *s)
{
	write_to_owner(s, "consent.resend");
}
