#include "world/policy/premium.h"

#include "base/arena.h"
#include "world/money/account.h"
#include "world/name/domain.h"

static int
rule_named(const void *key, const void *rule)
{
	return strcmp(key, ((const struct rule *)rule)->key);
}

const struct rule *
premium_rule(const struct rulebook *r, const char *name)
{
	if (r->premium_count == 0)
		return NULL;
	return bsearch(name, r->premiums, r->premium_count, sizeof(*r->premiums), rule_named);
}

bool
premium_parse(struct arena *a, const char *value, int64_t *cents, const char **group)
{
	size_t n = strcspn(value, " ");

	*group = value + n + strspn(value + n, " ");
	return strchr(*group, ' ') == NULL && cents_parse(arena_strndup(a, value, n), cents) &&
	       *cents > 0;
}

static bool
can_be_premium(const struct rulebook *r, const char *name)
{
	const struct tld *t = domain_well_formed(name) ? rulebook_tld(r, name) : NULL;

	return t != NULL && strcmp(strchr(name, '.') + 1, t->name) == 0;
}

const char *
premium_objection(struct arena *a, const struct rulebook *r, const char *name, const char *value)
{
	int64_t cents;
	const char *group;

	if (!can_be_premium(r, name))
		return arena_printf(a,
		    "\"%s\" is no name that could be registered; write one such as gold.com", name);
	if (strcmp(value, PREMIUM_NOT) == 0 || premium_parse(a, value, &cents, &group))
		return NULL;
	return arena_printf(a,
	    "\"%s\" is no price; write dollars and cents, such as 750.00, and perhaps the"
	    " group, or " PREMIUM_NOT,
	    value);
}
