#include "world/name/agent.h"

#include "world/name/setting.h"
#include "world/party/reseller.h"

#define SETTING "designated_agent"

bool
agent_approves(struct world *w, struct arena *a, const struct term *t)
{
	const char *said = setting_of(w, a, t->id, SETTING);
	struct reseller r = { .designated_agent = false };

	if (*said != '\0')
		return strcmp(said, "1") == 0;
	return reseller_load(w, a, t->reseller, &r) && r.designated_agent;
}

void
agent_set(struct world *w, const struct term *t, bool approves)
{
	setting_put(w, t->id, SETTING, approves ? "1" : "0");
}
