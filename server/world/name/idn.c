#include "world/name/idn.h"

#include <idn2.h>

#include "base/arena.h"
#include "world/policy/policy.h"

#define PREFIX "xn--"

bool
idn_is(const char *domain)
{
	return strncmp(domain, PREFIX, strlen(PREFIX)) == 0 || strstr(domain, "." PREFIX) != NULL;
}

static bool
plain(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text >= 0x80)
			return false;
	return true;
}

/* As a resolver would be asked for it; NULL: it is no name. */
static const char *
to_ascii(struct arena *a, const char *domain)
{
	uint8_t *found = NULL;
	int wrong = idn2_lookup_u8(
	    (const uint8_t *)domain, &found, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
	const char *name = wrong == IDN2_OK ? arena_strdup(a, (const char *)found) : NULL;

	idn2_free(found);
	return name;
}

/* The one way to write it: what is spelled otherwise would be a second name for
 * the same letters. */
static bool
well_formed(struct arena *a, const char *domain)
{
	char *letters = NULL;
	int wrong = idn2_to_unicode_8z8z(domain, &letters, 0);
	const char *again = wrong == IDN2_OK ? to_ascii(a, letters) : NULL;

	idn2_free(letters);
	return again != NULL && strcmp(again, domain) == 0;
}

const char *
idn_folded(struct world *w, struct arena *a, const char *domain)
{
	if (plain(domain) || !policy_is(w, &policy_idn_unicode, "accepted"))
		return domain;
	const char *name = to_ascii(a, domain);
	return name == NULL ? domain : name;
}

static bool
rule_is(struct world *w, struct arena *a, const char *domain, const char *value)
{
	const char *rule = policy_binding(w, a, domain, "idn");

	return rule != NULL && strcmp(rule, value) == 0;
}

enum idn_flaw
idn_check(struct world *w, struct arena *a, const char *domain)
{
	if (!idn_is(domain))
		return IDN_FINE;
	if (!well_formed(a, domain))
		return IDN_MALFORMED;
	return rule_is(w, a, domain, "no") ? IDN_NOT_OFFERED : IDN_FINE;
}

static bool
tag_known(struct world *w, struct arena *a, const char *tag)
{
	const char *word = policy_text(w, a, &policy_idn_tags);
	size_t n = strlen(tag);

	for (; *word != '\0'; word += strspn(word, " ")) {
		size_t length = strcspn(word, " ");
		if (length == n && strncasecmp(word, tag, n) == 0)
			return true;
		word += length;
	}
	return false;
}

enum idn_flaw
idn_check_tag(struct world *w, struct arena *a, const char *domain, const char *tag)
{
	enum idn_flaw flaw = idn_check(w, a, domain);

	if (flaw != IDN_FINE)
		return flaw;
	if (*tag != '\0')
		return tag_known(w, a, tag) ? IDN_FINE : IDN_UNKNOWN_TAG;
	return idn_is(domain) && rule_is(w, a, domain, "tagged") ? IDN_UNTAGGED : IDN_FINE;
}
