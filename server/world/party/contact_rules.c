#include "world/party/contact_rules.h"

#include "base/must.h"

enum need { OPTIONAL, REQUIRED, BY_COUNTRY };

static const struct {
	enum need need;
	size_t most; /* characters */
} fields[CONTACT_FIELDS] = {
#define FIELD(name, need, most) { need, most },
#include "world/party/contact_fields.def"
#undef FIELD
};

struct rule {
	const char *tld;
	enum role role;
	const char *fields;
};

static const struct rule rules[] = {
#define CONTACT_RULE(tld, role, fields, source) { tld, role, fields },
#define EPP_PHONE(tld)
#include "world/party/contact_rules.def"
#undef CONTACT_RULE
#undef EPP_PHONE
};

static const char *const epp_phones[] = {
#define CONTACT_RULE(tld, role, fields, source)
#define EPP_PHONE(tld) tld,
#include "world/party/contact_rules.def"
#undef CONTACT_RULE
#undef EPP_PHONE
};

static const char *
last_label(const char *domain)
{
	const char *dot = strrchr(domain, '.');

	return dot == NULL ? domain : dot + 1;
}

static const char *
rule_of(const char *domain, enum role role)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++)
		if (rules[i].role == role && strcmp(rules[i].tld, last_label(domain)) == 0)
			return rules[i].fields;
	return "all";
}

static bool
takes_epp_only(const char *domain)
{
	for (size_t i = 0; i < sizeof(epp_phones) / sizeof(*epp_phones); i++)
		if (strcmp(epp_phones[i], last_label(domain)) == 0)
			return true;
	return false;
}

bool
contact_taken(const char *domain, enum role role)
{
	return strcmp(rule_of(domain, role), "none") != 0;
}

bool
contact_needed(const char *domain, enum role role)
{
	return role != TECH && contact_taken(domain, role);
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
form_flaw(size_t field, const char *text, bool epp)
{
	switch ((enum contact_field)field) {
	case CONTACT_first_name:
	case CONTACT_last_name:
	case CONTACT_org_name:
	case CONTACT_city:
	case CONTACT_state:
		return has_letter(text) ? FLAW_NONE : FLAW_LETTERS;
	case CONTACT_country:
		return country_known(text) ? FLAW_NONE : FLAW_COUNTRY;
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
contact_check(const char *domain, enum role role, const struct contact *c)
{
	const char *rule = rule_of(domain, role);
	bool epp = takes_epp_only(domain);
	struct contact copy = *c;

	for (size_t i = 0; i < CONTACT_FIELDS; i++) {
		const char *text = *contact_field(&copy, i);
		enum contact_flaw flaw = FLAW_NONE;
		if (*text == '\0')
			flaw = required(rule, i, c) ? FLAW_MISSING : FLAW_NONE;
		else if (has_control(text))
			flaw = FLAW_LINES;
		else
			flaw = too_long(i, text) ? FLAW_LONG : form_flaw(i, text, epp);
		if (flaw != FLAW_NONE)
			return (struct contact_verdict){ flaw, (enum contact_field)i };
	}
	return (struct contact_verdict){ FLAW_NONE, 0 };
}
