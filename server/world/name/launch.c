#include "world/name/launch.h"

#include "world/policy/policy.h"

static const struct {
	const char *type, *phase;
	bool early;
} types[] = {
	{ "new", "general", false },
	{ "premium", "general", false },
	{ "sunrise", "sunrise", true },
	{ "landrush", "landrush", true },
};
#define COUNT (sizeof(types) / sizeof(*types))

bool
launch_takes(struct world *w, struct arena *a, const char *domain, const char *type)
{
	const char *phase = policy_of_tld(w, a, domain, "launch");

	for (size_t i = 0; phase != NULL && i < COUNT; i++)
		if (strcmp(types[i].type, type) == 0)
			return strcmp(types[i].phase, phase) == 0;
	return true;
}

bool
launch_early(const char *type)
{
	for (size_t i = 0; i < COUNT; i++)
		if (strcmp(types[i].type, type) == 0)
			return types[i].early;
	return false;
}
