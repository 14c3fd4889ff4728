/* From where sessions may come, before anybody knows whose world it will be about: each
 * world's own answer, mirrored so that nobody's turn is needed.  Where a clock flows the
 * mirror may be behind; so whoever will be served at any time from now is let in, and the
 * turn decides. */
#include "base/arena.h"
#include "base/must.h"
#include "command/session/limits.h"
#include "engine/internal.h"
#include "world/party/address_rule.h"
#include "world/policy/policy.h"

struct fence {
	struct arena *arena;
	const char *addresses; /* session.addresses */
	struct address_rule *rules;
	size_t rule_count;
	int64_t resellers;
};

void
fence_free(struct fence *f)
{
	if (f != NULL)
		arena_free(f->arena);
}

/* NULL: from anywhere. */
static struct fence *
fence_of(struct world *w)
{
	if (w->store == NULL || (!w->overrides && !w->fenced))
		return NULL;
	struct arena *a = arena_new();
	struct fence *f = NEW(a, struct fence);
	f->arena = a;
	store_begin(w->store);
	f->addresses = policy_text(w, a, &policy_session_addresses);
	f->rule_count = address_rules(w, a, 0, &f->rules);
	f->resellers = reseller_count(w);
	store_rollback(w->store);
	if (strcmp(f->addresses, "any") != 0 || f->rule_count > 0)
		return f;
	fence_free(f);
	return NULL;
}

void
fence_update(struct actor *a)
{
	struct fence *fence = fence_of(&a->world);

	pthread_mutex_lock(&a->lock);
	struct fence *old = a->fence;
	a->fence = fence;
	pthread_mutex_unlock(&a->lock);
	fence_free(old);
}

static bool
lets_in(const struct fence *f, instant now, const char *address)
{
	return address_among(f->addresses, address) &&
	       address_admitted_by_any(f->rules, f->rule_count, f->resellers, now, address, true);
}

static bool
admits(struct actor *a, const char *address)
{
	pthread_mutex_lock(&a->lock);
	bool yes = a->fence == NULL || lets_in(a->fence, atomic_load(&a->now), address);
	pthread_mutex_unlock(&a->lock);
	return yes;
}

bool
engine_admits(struct engine *e, const char *address)
{
	pthread_mutex_lock(&e->lock);
	bool yes = e->actors == NULL;
	for (struct actor *a = e->actors; a != NULL && !yes; a = a->next)
		yes = admits(a, address);
	pthread_mutex_unlock(&e->lock);
	return yes;
}
