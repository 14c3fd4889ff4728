/* What the APIs say of a name or an order. */
#include "world/flow/consent/inside.h"
#include "world/name/term.h"
#include "world/policy/policy.h"

/* The vendor's page on statuses knows four answers; only NONE was ever seen on
 * the wire, the other words are inferred.  Silence stays pending, as it does on
 * the vendor's own pages. */
static const char *
wire_word(const char *status)
{
	static const struct {
		const char *status, *wire;
	} words[] = {
		{ "pending", "PENDING" },
		{ "asked", "PENDING" },
		{ "silent", "PENDING" },
		{ "given", "CONSENT_AND_CONTRACT" },
		{ "refused", "CONTRACT_ONLY" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i].status, status) == 0)
			return words[i].wire;
	return "NONE";
}

/* All that a registry of the standard process gets is in the contract. */
static struct consent_status
not_asked(struct world *w, struct arena *a, const char *domain)
{
	const char *process = policy_of_tld(w, a, domain, "process");
	bool standard = process != NULL && strcmp(process, "standard") == 0;

	return (struct consent_status){ .status = "none", .wire = standard ? "NA" : "NONE" };
}

/* Where this name was never asked for, the person may have answered for another. */
static struct consent_status
said(struct world *w, struct arena *a, const struct subject *person, const struct consent *c)
{
	const char *answer = *person->choice == '\0' ? "none" : person->choice;
	struct consent_status s = { .status = c == NULL ? answer : c->episode.state };

	s.wire = wire_word(s.status);
	s.share_more = person->share_more;
	if (c != NULL) {
		s.asked = c->asked;
		s.deadline = consent_deadline(w, a, c);
	}
	return s;
}

struct consent_status
consent_status(struct world *w, struct arena *a, const struct term *t)
{
	struct subject person;

	if (t->reseller == 0 || consent_process(w, a, t->name) == PROCESS_NONE)
		return not_asked(w, a, t->name);
	struct contact_set contacts = contacts_parse(a, t->contacts);
	if (!subject_find(w, a, &contacts.of[OWNER], &person))
		return (struct consent_status){ .status = "none", .wire = "NONE" };
	return said(w, a, &person, consent_of_name(w, a, person.id, t->name));
}

struct consent_status
consent_status_of_order(struct world *w, struct arena *a, const struct order *o)
{
	struct consent *c = NULL;
	struct subject person;

	if (consent_process(w, a, o->domain) != PROCESS_NONE)
		c = consent_of_order(w, a, o->id);
	if (c == NULL || !subject_load(w, a, c->subject, &person))
		return not_asked(w, a, o->domain);
	return said(w, a, &person, c);
}
