/* bulk_transfer and simple_transfer: a name is ordered from elsewhere. */
#include "base/arena.h"
#include "command/bulk_change/change.h"
#include "command/contacts.h"
#include "world/name/publication.h"

static struct value *
begin(struct errand *e)
{
	struct value *attributes = errand_begin(e);

	value_add_text(e->a, attributes, "reg_type", "transfer");
	if (*e->detail != '\0')
		value_add_text(e->a, attributes, "auth_info", e->detail);
	return attributes;
}

static struct outcome
send(struct errand *e, struct value *attributes)
{
	return errand_send(e, "SW_REGISTER", "DOMAIN", attributes);
}

struct outcome
change_bulk_transfer(struct errand *e)
{
	static const char *const passed[] = { "reg_username", "reg_password", "reg_domain",
		"contact_set", "custom_tech_contact", "affiliate_id", "handle" };
	struct value *attributes = begin(e);

	for (size_t i = 0; i < sizeof(passed) / sizeof(*passed); i++)
		errand_pass(e, attributes, passed[i]);
	return send(e, attributes);
}

static struct outcome
nothing_to_bring(struct errand *e)
{
	return (struct outcome){
		.reply = plain_refusal(e->a, "DOMAIN", &refusal_not_transferrable, NULL),
		.code = refusal_not_transferrable.code,
	};
}

#define WITHHELD "REDACTED" /* WHOIS's word, cut to what a postal code may have */

/* The asker, who has to do with the order, in the place of another reseller's customer;
 * where that one lives WHOIS says, and what a contact has to have besides is withheld. */
static struct contact
stand_in(struct errand *e)
{
	static const enum contact_field had[] = { CONTACT_last_name, CONTACT_org_name,
		CONTACT_address1, CONTACT_city, CONTACT_postal_code };
	struct reseller r = { .company = "", .tech_name = "", .tech_address = "{}" };

	reseller_load(e->w, e->a, e->reseller, &r);
	struct contact c = reseller_tech(e->a, &r);
	if (*c.country == '\0') {
		struct publication p = publication_of(e->w, e->a, &e->term);
		c.state = p.state;
		c.country = p.country;
	}
	for (size_t i = 0; i < sizeof(had) / sizeof(*had); i++)
		if (**contact_field(&c, had[i]) == '\0')
			*contact_field(&c, had[i]) = WITHHELD;
	return c;
}

/* Nothing is said of its contacts, so they are those that can be read; for whose
 * see ../domain/simple_transfer.c. */
static void
read_contacts(struct errand *e, struct value *attributes)
{
	struct contact_set set = contacts_parse(e->a, e->term.contacts);
	struct request rq = { .arena = e->a };
	struct value *sent = value_add(e->a, attributes, "contact_set", VALUE_ASSOC);

	for (int role = 0; role < ROLE_COUNT; role++) {
		if (!set.given[role])
			continue;
		struct contact c = e->term.reseller == 0 ? set.of[role] : stand_in(e);
		contact_write(&rq, sent, (enum role)role, &c);
	}
}

/* Nor of a profile: each name gets one of its own, whose password only the reseller can
 * replace. */
static void
add_login(struct errand *e, struct value *attributes)
{
	value_add_text(e->a, attributes, "reg_username", "simpletransfer");
	value_add_text(e->a, attributes, "reg_password",
	    arena_strndup(e->a, world_secret(e->w, e->a, e->name, e->w->now), 16));
}

struct outcome
change_simple_transfer(struct errand *e)
{
	struct value *attributes = begin(e);

	if (e->term.id == 0)
		return nothing_to_bring(e);
	read_contacts(e, attributes);
	add_login(e, attributes);
	if (value_get(e->request, "nameserver_list") != NULL) {
		value_add_text(e->a, attributes, "custom_transfer_nameservers", "1");
		errand_pass(e, attributes, "nameserver_list");
	}
	value_add_text(e->a, attributes, "handle", "process");
	return send(e, attributes);
}
