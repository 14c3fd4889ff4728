/* Check: which keys there are, and which values each may have. */
#include "base/arena.h"
#include "base/must.h"
#include "base/nearest.h"
#include "world/money/account.h"
#include "world/party/contact_rules.h"
#include "world/policy/policy.h"
#include "world/policy/premium.h"
#include "world/policy/tld_field.h"

#define POLICY(name, key, type, choices) \
	const struct policy policy_##name = { key, type, choices, false };
#include "world/policy/policies.def"
#undef POLICY

const struct policy *const policies[] = {
#define POLICY(name, key, type, choices) &policy_##name,
#include "world/policy/policies.def"
#undef POLICY
	NULL,
};

const struct policy tld_keys[] = {
#define READ false
#define SHOWN true
#define TLD_KEY(key, type, choices, use) { key, type, choices, use },
#include "world/policy/tld_keys.def"
#undef TLD_KEY
#undef SHOWN
#undef READ
	{ .key = NULL },
};

const struct policy *
policy_named(const char *key)
{
	for (const struct policy *const *p = policies; *p != NULL; p++)
		if (strcmp((*p)->key, key) == 0)
			return *p;
	return NULL;
}

const struct policy *
tld_key_named(const char *key)
{
	for (const struct policy *p = tld_keys; p->key != NULL; p++)
		if (strcmp(p->key, key) == 0)
			return p;
	return NULL;
}

/* "tld.co.uk.process", or NULL.  No TLD that is longer than a name is known. */
static const struct rule *
rule_of_tld(const struct rulebook *r, const char *key)
{
	char name[256] = "";
	const char *last = strrchr(key, '.');

	if ((size_t)(last - key) < sizeof(name))
		memcpy(name, key, (size_t)(last - key));
	const struct tld *t = rulebook_tld_named(r, name);
	return t == NULL ? NULL : tld_rule(t, last + 1);
}

static const struct policy premium_price = { "premium", POLICY_TEXT, NULL, false };

const struct rule *
policy_rule(const struct rulebook *r, const char *key, const struct policy **p)
{
	if (strncmp(key, PREMIUM_PREFIX, strlen(PREMIUM_PREFIX)) == 0) {
		*p = &premium_price;
		return premium_rule(r, key + strlen(PREMIUM_PREFIX));
	}
	if (strncmp(key, "tld.", 4) != 0 || strchr(key + 4, '.') == NULL) {
		*p = policy_named(key);
		return rulebook_policy(r, key);
	}
	*p = tld_key_named(strrchr(key, '.') + 1);
	return rule_of_tld(r, key + 4);
}

/* Whether VALUE is one of "EST|Toronto". */
static bool
among(const char *choices, const char *value)
{
	size_t n = strlen(value);

	for (const char *c = choices;; c++) {
		size_t m = strcspn(c, "|");
		if (m == n && strncmp(c, value, n) == 0)
			return true;
		c += m;
		if (*c == '\0')
			return false;
	}
}

static bool
is_number(const char *value)
{
	size_t n = strspn(value, "0123456789");

	return n > 0 && n <= 5 && value[n] == '\0';
}

static bool
is_fixed_duration(const char *value)
{
	struct duration d;

	return strlen(value) <= POLICY_LONGEST && duration_parse(value, &d) && d.months == 0;
}

static bool
is_instant(const char *value)
{
	instant t;

	return instant_parse(value, &t);
}

static bool
is_money(const char *value)
{
	int64_t cents;

	return strlen(value) <= POLICY_LONGEST && cents_parse(value, &cents) && cents >= 0;
}

static bool
is_colour(const char *value)
{
	if (strcmp(value, "none") == 0)
		return true;
	return value[0] == '#' && strspn(value + 1, "0123456789abcdefABCDEF") == 6 &&
	       value[7] == '\0';
}

static const char *
data_objection(struct arena *a, const char *value)
{
	struct tld_field fields[MOST_TLD_FIELDS];
	size_t n;

	return tld_fields_parse(a, value, fields, &n);
}

const char *
policy_objection(struct arena *a, const struct policy *p, const char *value)
{
	const char *want = NULL;

	if (p->choices != NULL)
		return among(p->choices, value)
			   ? NULL
			   : arena_printf(a, "\"%s\" is not one of %s", value, p->choices);
	switch (p->type) {
	case POLICY_NUMBER:
		want = is_number(value) ? NULL : "a number, such as 10";
		break;
	case POLICY_DAYS:
		want = is_number(value) ? NULL : "a number of days, such as 10";
		break;
	case POLICY_DAYS_OR_NEVER:
		want = is_number(value) || strcmp(value, "never") == 0
			   ? NULL
			   : "a number of days, such as 10, or never";
		break;
	case POLICY_DURATION:
		want = is_fixed_duration(value) ? NULL : "a duration without months, such as PT5M";
		break;
	case POLICY_INSTANT:
		want = is_instant(value) ? NULL : "an instant, such as 2026-01-01T00:00:00Z";
		break;
	case POLICY_MONEY:
		want = is_money(value) ? NULL : "an amount, such as 1.00";
		break;
	case POLICY_COLOUR:
		want = is_colour(value) ? NULL : "a colour, such as #0b5cad, or none";
		break;
	case POLICY_CONTACT:
		want = contact_rule_well_formed(value) ? NULL : "\"none\", \"all\" or fields";
		break;
	case POLICY_DATA:
		return data_objection(a, value);
	case POLICY_TEXT:
	case POLICY_SWITCH:
		break;
	}
	return want == NULL ? NULL : arena_printf(a, "\"%s\" is not %s", value, want);
}

static const char *
unknown(struct arena *a, const char *key, const struct nearest *n, const char *prefix)
{
	return n->word == NULL ? arena_printf(a, "unknown policy \"%s\"", key)
			       : arena_printf(a, "unknown policy \"%s\"; did you mean \"%s%s\"?",
				     key, prefix, n->word);
}

static const char *
unknown_policy(struct arena *a, const char *key)
{
	struct nearest n = nearest_to(key);

	for (const struct policy *const *p = policies; *p != NULL; p++)
		nearest_offer(&n, (*p)->key);
	return unknown(a, key, &n, "");
}

static const char *
unknown_tld(const struct rulebook *r, struct arena *a, const char *name)
{
	struct nearest n = nearest_to(name);

	for (size_t i = 0; i < r->tld_count; i++)
		nearest_offer(&n, r->tlds[i].name);
	return n.word == NULL
		   ? arena_printf(a, "unknown TLD \"%s\"", name)
		   : arena_printf(a, "unknown TLD \"%s\"; did you mean \"%s\"?", name, n.word);
}

static const char *
unknown_tld_key(struct arena *a, const char *key, const char *prefix, const char *last)
{
	struct nearest n = nearest_to(last);

	for (const struct policy *p = tld_keys; p->key != NULL; p++)
		nearest_offer(&n, p->key);
	return unknown(a, key, &n, prefix);
}

/* KEY is "tld.co.uk.process": no key of a TLD has a dot in it. */
static const char *
check_tld(const struct rulebook *r, struct arena *a, const char *key, const char *value)
{
	const char *name = key + strlen("tld."), *last = strrchr(name, '.');

	if (last == NULL)
		return arena_printf(a, "unknown policy \"%s\"; write tld.NAME.KEY", key);
	name = arena_strndup(a, name, (size_t)(last - name));
	if (rulebook_tld_named(r, name) == NULL)
		return unknown_tld(r, a, name);
	const struct policy *p = tld_key_named(last + 1);
	if (p == NULL)
		return unknown_tld_key(a, key, arena_printf(a, "tld.%s.", name), last + 1);
	const char *objection = policy_objection(a, p, value);
	return objection == NULL ? NULL : arena_printf(a, "%s: %s", key, objection);
}

const char *
policy_check(const struct rulebook *r, struct arena *a, const char *key, const char *value)
{
	if (strncmp(key, "tld.", 4) == 0)
		return check_tld(r, a, key, value);
	if (strncmp(key, PREMIUM_PREFIX, strlen(PREMIUM_PREFIX)) == 0)
		return premium_objection(a, r, key + strlen(PREMIUM_PREFIX), value);
	const struct policy *p = policy_named(key);
	if (p == NULL)
		return unknown_policy(a, key);
	const char *objection = policy_objection(a, p, value);
	return objection == NULL ? NULL : arena_printf(a, "%s: %s", key, objection);
}
