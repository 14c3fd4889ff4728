#include "world/money/price.h"

#include "base/arena.h"
#include "base/must.h"
#include "world/policy/policy.h"
#include "world/policy/premium.h"

struct wanted {
	const char *tld, *type;
};

static int
by_tld_and_type(const void *key, const void *row)
{
	const struct wanted *want = key;
	const struct price *p = row;
	int order = strcmp(want->tld, p->tld);

	return order != 0 ? order : strcmp(want->type, p->type);
}

/* A year by the list. */
static bool
year_of(struct world *w, const char *domain, const char *type, int64_t *cents)
{
	const struct tld *tld = rulebook_tld(w->rules, domain);

	if (tld == NULL)
		return false;
	struct wanted want = { tld->name, type };
	const struct price *p = bsearch(&want, w->rules->prices, w->rules->price_count,
	    sizeof(*w->rules->prices), by_tld_and_type);
	if (p == NULL)
		return false;
	*cents = p->cents;
	return true;
}

bool
premium_of(struct world *w, struct arena *a, const char *domain, struct premium *p)
{
	const char *value = policy_of_premium(w, a, domain);

	if (value == NULL)
		return false;
	must(premium_parse(a, value, &p->cents, &p->group)); /* policy_check() saw to it */
	return true;
}

/* 0: it is none. */
static int64_t
premium_cents(struct world *w, const char *domain)
{
	struct arena *a = arena_new();
	struct premium p = { 0 };

	(void)premium_of(w, a, domain, &p);
	arena_free(a);
	return p.cents;
}

bool
price_of(struct world *w, const char *domain, const char *type, int years, int64_t *cents)
{
	bool begins = strcmp(type, "new") == 0 || strcmp(type, "premium") == 0;
	int64_t premium = strcmp(type, "transfer") == 0 ? 0 : premium_cents(w, domain), year;

	must(years > 0 && years <= 100);
	if (premium == 0) {
		bool listed = year_of(w, domain, type, &year);
		*cents = listed ? year * years : *cents;
		return listed;
	}
	if (!year_of(w, domain, "renewal", &year))
		return false;
	if (policy_is(w, &policy_premium_renewal, "premium"))
		year = premium;
	*cents = begins ? premium + year * (years - 1) : year * years;
	return true;
}
