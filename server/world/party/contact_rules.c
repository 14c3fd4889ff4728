#include "world/party/contact_rules.h"

#include "world/policy/policy.h"

enum need { OPTIONAL, REQUIRED, BY_COUNTRY };

static const struct {
	enum need need;
	size_t most; /* characters */
} fields[CONTACT_FIELDS] = {
#define FIELD(name, need, most) { need, most },
#include "world/party/contact_fields.def"
#undef FIELD
};

/* A name under no TLD that is offered has the rules of most. */
static const char *
rule_of(struct world *w, struct arena *a, const char *domain, enum role role)
{
	static const char *const keys[ROLE_COUNT] = {
		[OWNER] = "contact_owner",
		[ADMIN] = "contact_admin",
		[BILLING] = "contact_billing",
		[TECH] = "contact_tech",
	};
	const char *rule = policy_of_tld(w, a, domain, keys[role]);

	return rule == NULL ? "all" : rule;
}

static bool
takes_epp_only(struct world *w, struct arena *a, const char *domain)
{
	const char *form = policy_of_tld(w, a, domain, "phone_form");

	return form != NULL && strcmp(form, "epp") == 0;
}

bool
contact_taken(struct world *w, struct arena *a, const char *domain, enum role role)
{
	return strcmp(rule_of(w, a, domain, role), "none") != 0;
}

bool
contact_needed(struct world *w, struct arena *a, const char *domain, enum role role)
{
	return role != TECH && contact_taken(w, a, domain, role);
}

/* WORDS has NAME with this sign before it, or with none for '\0'. */
static bool
lists(const char *words, char sign, const char *name)
{
	size_t n = strlen(name);

	for (const char *word = words; *word != '\0'; word += strspn(word, " ")) {
		size_t length = strcspn(word, " ");
		bool signed_word = *word == '+' || *word == '-';
		if (sign == (signed_word ? *word : '\0') && length == n + signed_word &&
		    strncmp(word + signed_word, name, n) == 0)
			return true;
		word += length;
	}
	return false;
}

static bool
by_country(const struct contact *c)
{
	return strcmp(c->country, "US") == 0 || strcmp(c->country, "CA") == 0;
}

static bool
required(const char *rule, size_t field, const struct contact *c)
{
	const char *name = contact_field_names[field];

	if (!lists(rule, '\0', "all"))
		return lists(rule, '\0', name);
	if (lists(rule, '+', name) || lists(rule, '-', name))
		return lists(rule, '+', name);
	return fields[field].need == REQUIRED ||
	       (fields[field].need == BY_COUNTRY && by_country(c));
}

static size_t
characters(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

static bool
has_control(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || *s == 127)
			return true;
	return false;
}

/* Any script counts: bytes above ASCII are taken for letters. */
static bool
has_letter(const char *s)
{
	for (; *s != '\0'; s++)
		if ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') ||
		    (unsigned char)*s >= 0x80)
			return true;
	return false;
}

static enum contact_flaw
form_flaw(const struct rulebook *r, size_t field, const char *text, bool epp)
{
	switch ((enum contact_field)field) {
	case CONTACT_first_name:
	case CONTACT_last_name:
	case CONTACT_org_name:
	case CONTACT_city:
	case CONTACT_state:
		return has_letter(text) ? FLAW_NONE : FLAW_LETTERS;
	case CONTACT_country:
		return country_known(r, text) ? FLAW_NONE : FLAW_COUNTRY;
	case CONTACT_phone:
		return phone_well_formed(text, epp) ? FLAW_NONE : FLAW_NUMBER;
	case CONTACT_fax:
		return fax_well_formed(text, epp) ? FLAW_NONE : FLAW_NUMBER;
	case CONTACT_email:
		return email_well_formed(text) ? FLAW_NONE : FLAW_EMAIL;
	default:
		return FLAW_NONE;
	}
}

/* Numbers and addresses have limits of their own in their form. */
static bool
too_long(size_t field, const char *text)
{
	bool has_form = field == CONTACT_phone || field == CONTACT_fax ||
			field == CONTACT_country || field == CONTACT_email;

	return !has_form && characters(text) > fields[field].most;
}

struct contact_verdict
contact_check(
    struct world *w, struct arena *a, const char *domain, enum role role, const struct contact *c)
{
	const char *rule = rule_of(w, a, domain, role);
	bool epp = takes_epp_only(w, a, domain);
	struct contact copy = *c;

	for (size_t i = 0; i < CONTACT_FIELDS; i++) {
		const char *text = *contact_field(&copy, i);
		enum contact_flaw flaw = FLAW_NONE;
		if (*text == '\0')
			flaw = required(rule, i, c) ? FLAW_MISSING : FLAW_NONE;
		else if (has_control(text))
			flaw = FLAW_LINES;
		else
			flaw = too_long(i, text) ? FLAW_LONG : form_flaw(w->rules, i, text, epp);
		if (flaw != FLAW_NONE)
			return (struct contact_verdict){ flaw, (enum contact_field)i };
	}
	return (struct contact_verdict){ FLAW_NONE, 0 };
}

static bool
is_field(const char *name, size_t n)
{
	for (size_t i = 0; i < CONTACT_FIELDS; i++)
		if (strlen(contact_field_names[i]) == n &&
		    strncmp(contact_field_names[i], name, n) == 0)
			return true;
	return false;
}

bool
contact_rule_well_formed(const char *rule)
{
	bool all = strcspn(rule, " ") == 3 && strncmp(rule, "all", 3) == 0;

	if (strcmp(rule, "all") == 0 || strcmp(rule, "none") == 0)
		return true;
	for (const char *w = all ? rule + 3 : rule; *w != '\0'; w += strspn(w, " ")) {
		w += strspn(w, " ");
		if (all && *w != '+' && *w != '-')
			return false;
		w += all;
		size_t n = strcspn(w, " ");
		if (!is_field(w, n))
			return false;
		w += n;
	}
	return *rule != '\0';
}
