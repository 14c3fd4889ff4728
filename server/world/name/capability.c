#include "world/name/capability.h"

#include "base/must.h"
#include "world/policy/policy.h"

const struct capability capabilities[] = {
#define CAPABILITY(name, key, values, source) { name, key, " " values " ", source },
#include "world/name/capabilities.def"
#undef CAPABILITY
};
const size_t capability_count = sizeof(capabilities) / sizeof(*capabilities);

/* WORD is one of the words of LIST, which has blanks at both ends. */
static bool
among(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = list; (at = strstr(at, word)) != NULL; at++)
		if (at[-1] == ' ' && at[n] == ' ')
			return true;
	return false;
}

bool
capability_of(struct world *w, struct arena *a, const char *domain, const struct capability *c)
{
	const struct tld *tld = rulebook_tld(w->rules, domain);

	if (tld == NULL)
		return false;
	return among(c->values, c->key == NULL ? tld->name : policy_of_tld(w, a, domain, c->key));
}

bool
capability_named(struct world *w, struct arena *a, const char *domain, const char *name)
{
	size_t i = 0;

	while (i < capability_count && strcmp(capabilities[i].name, name) != 0)
		i++;
	must(i < capability_count);
	return capability_of(w, a, domain, &capabilities[i]);
}
