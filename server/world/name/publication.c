#include "world/name/publication.h"

#include "base/arena.h"
#include "world/name/capability.h"
#include "world/name/setting.h"

/* The first that is so decides; where none is, the owner is redacted. */
static const struct {
	const char *capability, *setting, *value, *how;
} rows[] = {
	{ "whois_privacy_state", "whois_privacy", "enabled", "privacy" },
	{ "whois_privacy_state", "whois_publicity", "enabled", "full" },
	{ "ca_whois_display_setting", "ca_whois_display", "FULL", "full" },
	{ "it_whois_display_setting", "it_publish", "1", "full" },
	{ "uk_whois_opt", "uk_whois_opt", "N", "full" },
};

static const char *
value_in(const struct setting *list, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].name, name) == 0)
			return list[i].value;
	return "";
}

/* Citizens, permanent residents, aboriginal people and their representatives; whose
 * kind is unknown is taken for one (inferred). */
static bool
is_person(const char *legal_type)
{
	static const char *const types[] = { "", "CCT", "RES", "ABO", "LGR" };

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(types[i], legal_type) == 0)
			return true;
	return false;
}

bool
publication_ca_person(struct world *w, struct arena *a, const struct term *t)
{
	return is_person(setting_of(w, a, t->id, "legal_type"));
}

static const char *
how(struct world *w, struct arena *a, const struct term *t)
{
	struct setting list[MOST_SETTINGS];
	size_t n = setting_list(w, a, t->id, list);

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (strcmp(value_in(list, n, rows[i].setting), rows[i].value) == 0 &&
		    capability_named(w, a, t->name, rows[i].capability))
			return rows[i].how;
	if (*value_in(list, n, "ca_whois_display") == '\0' &&
	    !is_person(value_in(list, n, "legal_type")))
		return "full";
	return "redacted";
}

static const char *
said(const char *text)
{
	return text == NULL ? "" : text; /* of a name that came without contacts */
}

/* The words: ICANN's Registration Data Policy; the public WHOIS of the vendor's
 * privacy service (inferred: that its customers are numbered like our terms). */
struct publication
publication_of(struct world *w, struct arena *a, const struct term *t)
{
	struct contact owner = contacts_parse(a, t->contacts).of[OWNER];
	struct publication p = { .how = how(w, a, t) };

	if (strcmp(p.how, "privacy") == 0) {
		p.organization = p.name = arena_printf(
		    a, "Contact Privacy Inc. Customer %010" PRId64, t->id);
		p.state = "ON";
		p.country = "CA";
		return p;
	}
	bool full = strcmp(p.how, "full") == 0;
	p.name = full ? arena_printf(a, "%s %s", said(owner.first_name), said(owner.last_name))
		      : "REDACTED FOR PRIVACY";
	p.organization = full ? said(owner.org_name) : "REDACTED FOR PRIVACY";
	p.state = said(owner.state);
	p.country = said(owner.country);
	return p;
}
