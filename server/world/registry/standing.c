#include "world/registry/standing.h"

#include "world/flow/order/order_flow.h"
#include "world/money/price.h"
#include "world/name/domain.h"
#include "world/name/term.h"
#include "world/policy/policy.h"

static bool
is_out_of_reach(struct world *w, struct arena *a, const char *domain)
{
	const struct tld *t = rulebook_tld(w->rules, domain);
	const char *out = policy_text(w, a, &policy_unreachable);

	return t == NULL || policy_lists(out, t->name);
}

static bool
is_sold_elsewhere(struct world *w, struct arena *a, const char *domain)
{
	struct premium p;

	return premium_of(w, a, domain, &p);
}

struct name_standing
name_standing(struct world *w, struct arena *a, const char *domain, bool afresh)
{
	struct term t;

	if (afresh && is_out_of_reach(w, a, domain))
		return (struct name_standing){ NAME_UNDETERMINED, NULL };
	if (term_find(w, a, domain, &t))
		return (struct name_standing){ NAME_TAKEN, NULL };
	if (order_waits_for(w, domain))
		return (struct name_standing){ NAME_WAITS, NULL };
	if (is_out_of_reach(w, a, domain))
		return (struct name_standing){ NAME_UNDETERMINED, NULL };
	if (!is_sold_elsewhere(w, a, domain))
		return (struct name_standing){ NAME_AVAILABLE, NULL };
	return (struct name_standing){
		policy_is(w, &policy_lookup_premium, "taken") ? NAME_TAKEN : NAME_AVAILABLE,
		"Premium Name",
	};
}
