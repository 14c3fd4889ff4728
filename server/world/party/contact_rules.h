/*
 * What registries demand of a contact: which fields, how long, in which form.
 * The rules differ by TLD (contact_rules.def) and by country.
 */
#ifndef WORLD_PARTY_CONTACT_RULES_H
#define WORLD_PARTY_CONTACT_RULES_H

#include "world/party/contact.h"

enum contact_flaw {
	FLAW_NONE,
	FLAW_MISSING,
	FLAW_LONG, /* more characters than the registry takes */
	FLAW_LINES, /* line breaks or other control characters */
	FLAW_LETTERS, /* a name without a letter */
	FLAW_COUNTRY,
	FLAW_NUMBER, /* telephone or fax */
	FLAW_EMAIL,
};
struct contact_verdict {
	enum contact_flaw flaw;
	enum contact_field field; /* where there is a flaw */
};

/* The first flaw in the order of the fields. */
struct contact_verdict contact_check(const char *domain, enum role role, const struct contact *c);

/* The registry of this name has contacts in this role. */
bool contact_taken(const char *domain, enum role role);

/* And a registration must bring one; for tech the reseller's own can serve. */
bool contact_needed(const char *domain, enum role role);

/* UK and IM are written GB: the vendor's own rule. */
const char *country_folded(struct arena *a, const char *country);

bool phone_well_formed(const char *text, bool epp);
bool fax_well_formed(const char *text, bool epp);
bool email_well_formed(const char *text);
bool country_known(const char *code);

#endif
