/* From where a session may come, before anybody knows whose world it will be about:
 * each world's own answer, mirrored so that nobody's turn is needed. */
#include "base/arena.h"
#include "base/must.h"
#include "command/session/limits.h"
#include "engine/internal.h"
#include "world/policy/policy.h"

/* NULL: from anywhere. */
static char *
rules_of(struct world *w)
{
	char *rules = NULL;

	if (w->store == NULL || !w->overrides)
		return NULL;
	struct arena *a = arena_new();
	store_begin(w->store);
	const char *text = policy_text(w, a, &policy_session_addresses);
	store_rollback(w->store);
	if (strcmp(text, "any") != 0) {
		rules = strdup(text);
		must(rules != NULL);
	}
	arena_free(a);
	return rules;
}

void
fence_update(struct actor *a)
{
	char *rules = rules_of(&a->world);

	pthread_mutex_lock(&a->lock);
	char *old = a->fence;
	a->fence = rules;
	pthread_mutex_unlock(&a->lock);
	free(old);
}

static bool
admits(struct actor *a, const char *address)
{
	pthread_mutex_lock(&a->lock);
	bool yes = a->fence == NULL || address_among(a->fence, address);
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
