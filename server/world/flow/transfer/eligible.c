/* Whether a name can be brought here: what is known without asking anybody. */
#include "base/arena.h"
#include "world/flow/transfer/inside.h"
#include "world/name/epp.h"
#include "world/party/reseller.h"
#include "world/policy/policy.h"

static int64_t
lock_days(struct world *w, struct arena *a, const char *domain)
{
	return strtoll(policy_of_tld(w, a, domain, "transfer_lock_days"), NULL, 10);
}

/* Between registrars, registries let no name go that is too young. */
static bool
too_young(struct world *w, struct arena *a, const struct term *t)
{
	return t->created + DAYS(lock_days(w, a, t->name)) > w->now;
}

static const char *
forbidding(struct world *w, struct arena *a, const struct term *t, bool between_registrars)
{
	const char *statuses[MAX_EPP];
	size_t n = epp_statuses(t, statuses);

	for (size_t i = 0; i < n; i++)
		if (strcmp(statuses[i], "ok") != 0)
			return arena_printf(
			    a, "Domain status %s does not allow for transfer", statuses[i]);
	if (!between_registrars || !too_young(w, a, t))
		return NULL;
	return arena_printf(
	    a, "Domain was registered less than %" PRId64 " days ago", lock_days(w, a, t->name));
}

static const char *
name_of(struct world *w, struct arena *a, int64_t reseller)
{
	struct reseller r = { .name = "" };

	reseller_load(w, a, reseller, &r);
	return r.name;
}

/* One that waits for its owner's consent has an order, and no transfer yet. */
static bool
under_way(struct world *w, struct arena *a, const char *domain, int64_t but_for)
{
	struct transfer t;
	int64_t order = order_waiting_for(w, domain, "transfer");

	return transfer_running(w, a, domain, &t) || (order != 0 && order != but_for);
}

struct transferability
transferability(
    struct world *w, struct arena *a, int64_t reseller, const char *domain, int64_t order)
{
	struct term t;

	if (rulebook_tld(w->rules, domain) == NULL)
		return (struct transferability){ .noservice = true };
	if (!term_find(w, a, domain, &t))
		return (struct transferability){ .reason = "Domain is not registered" };
	if (t.reseller == reseller)
		return (struct transferability){
			.reason = arena_printf(
			    a, "Domain already exists in %s's account", name_of(w, a, reseller)),
			.code = "domain_already_belongs_to_current_reseller",
		};
	if (under_way(w, a, domain, order))
		return (struct transferability){ .reason = "Transfer in progress" };
	const char *why = forbidding(w, a, &t, t.reseller == 0);
	if (why != NULL)
		return (struct transferability){ .forbidden = true, .reason = why };
	return (struct transferability){ .type = t.reseller != 0 ? "rsp2rsp" : "reg2reg" };
}

bool
transfer_possible(const struct transferability *t)
{
	return t->type != NULL;
}

bool
transfer_let_go(struct world *w, struct arena *a, const char *domain, const char **why)
{
	struct term t;

	*why = "Domain is not registered";
	if (!term_find(w, a, domain, &t))
		return false;
	*why = under_way(w, a, domain, 0) ? "Transfer in progress" : forbidding(w, a, &t, true);
	return *why == NULL;
}
