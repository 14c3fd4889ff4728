/*
 * What registries demand of a contact: which fields, how long, in which form.
 * The rules differ by TLD and by country.
 *
 * A TLD's file has a rule for each role (contact_owner, ...): "none", or "all", or
 * some names of fields; "+name" and "-name" after "all" add a field that is optional
 * elsewhere and drop one that is required (facts: api/06, sections 1 and 3).
 */
#ifndef WORLD_PARTY_CONTACT_RULES_H
#define WORLD_PARTY_CONTACT_RULES_H

#include "world/party/contact.h"
#include "world/world.h"

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
struct contact_verdict contact_check(
    struct world *w, struct arena *a, const char *domain, enum role role, const struct contact *c);

/* The registry of this name has contacts in this role. */
bool contact_taken(struct world *w, struct arena *a, const char *domain, enum role role);

/* And a registration must bring one; for tech the reseller's own can serve. */
bool contact_needed(struct world *w, struct arena *a, const char *domain, enum role role);

bool contact_rule_well_formed(const char *rule); /* as the value of a TLD's key */

/* UK and IM are written GB: the vendor's own rule. */
const char *country_folded(struct arena *a, const char *country);

bool phone_well_formed(const char *text, bool epp);
bool fax_well_formed(const char *text, bool epp);
bool email_well_formed(const char *text);

/* ISO 3166-1, in capitals; ISO 639, in letters of either case. */
struct rulebook;
bool country_known(const struct rulebook *r, const char *code);
bool language_known(const struct rulebook *r, const char *code);

#endif
