#include "world/money/price.h"

#include "base/must.h"
#include "world/policy/rulebook.h"

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

bool
price_of(struct world *w, const char *domain, const char *type, int years, int64_t *cents)
{
	const struct tld *tld = rulebook_tld(w->rules, domain);

	must(years > 0 && years <= 100);
	if (tld == NULL)
		return false;
	struct wanted want = { tld->name, type };
	const struct price *p = bsearch(&want, w->rules->prices, w->rules->price_count,
	    sizeof(*w->rules->prices), by_tld_and_type);
	if (p == NULL)
		return false;
	*cents = p->cents * years;
	return true;
}
