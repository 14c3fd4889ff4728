/* How a registry takes a request that is no order: the rules of the TLD, and faults. */
#include "base/must.h"
#include "world/fault/fault.h"
#include "world/policy/policy.h"
#include "world/registry/inside.h"

static int64_t
seconds(const char *duration)
{
	struct duration d = { 0 };

	must(duration_parse(duration, &d));
	return d.seconds;
}

struct mood
registry_mood(
    struct world *w, struct arena *a, const struct term *t, const char *action, const char *object)
{
	const char *usual = policy_of_tld(w, a, t->name, "registry_delay");
	const char *how = policy_of_tld(w, a, t->name, "registry");
	struct mood m = {
		.late = how != NULL && strcmp(how, "async") == 0,
		.after = seconds(usual == NULL ? "PT5M" : usual),
	};
	const struct occasion on = { action, object, t->name, t->reseller };
	struct fault f;

	if (fault_take(w, a, "registry_delay", on, &f)) {
		m.late = true;
		m.after = seconds(fault_parameter(&f, "after", usual == NULL ? "PT5M" : usual));
	}
	if (fault_take(w, a, "registry_reject", on, &f)) {
		m.unwilling = true;
		m.code = (int)strtol(fault_parameter(&f, "code", "0"), NULL, 10);
		m.text = fault_parameter(&f, "text", NULL);
	}
	return m;
}
