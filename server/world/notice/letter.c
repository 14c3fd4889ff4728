#include "world/notice/letter.h"

#include "base/must.h"
#include "world/party/reseller.h"

void
letter_say(struct mail *m, const char *name, const char *value)
{
	size_t n = 0;

	while (m->variables[n].name != NULL)
		n++;
	must(n + 1 < MAX_VARIABLES);
	m->variables[n] = (struct variable){ name, value };
}

struct mail
letter_to(struct world *w, struct arena *a, const struct term *t, enum role role, const char *type)
{
	struct contact_set set = contacts_parse(a, t->contacts);
	const struct contact *to = &set.of[set.given[role] ? role : OWNER];
	struct reseller r = { .tech_email = "", .company = "" };

	reseller_load(w, a, t->reseller, &r);
	struct mail m = {
		.type = type,
		.sender = r.tech_email,
		.recipient = to->email,
		.reseller = t->reseller,
		.domain = t->name,
	};
	letter_say(&m, "company", r.company);
	letter_say(&m, "domain", t->name);
	letter_say(&m, "first_name", to->first_name);
	letter_say(&m, "last_name", to->last_name);
	return m;
}
