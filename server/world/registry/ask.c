/* What the registry says when an order comes: the rules of the TLD, and faults. */
#include "base/arena.h"
#include "base/must.h"
#include "world/fault/fault.h"
#include "world/name/launch.h"
#include "world/order/type.h"
#include "world/policy/policy.h"
#include "world/registry/registry.h"

static int64_t
seconds(const char *duration)
{
	struct duration d = { 0 };

	must(duration_parse(duration, &d));
	return d.seconds;
}

static struct registry_says
by_the_rules(struct world *w, struct arena *a, const struct order *o)
{
	const char *how = policy_of_tld(w, a, o->domain, "registry");

	if (!launch_takes(w, a, o->domain, o->type))
		return (struct registry_says){ .word = REGISTRY_REFUSES, .answer = "reject" };
	if (how == NULL || strcmp(how, "async") != 0)
		return (struct registry_says){ .word = REGISTRY_ACCEPTS };
	return (struct registry_says){
		.word = REGISTRY_LATER,
		.answer = "accept",
		.after = seconds(policy_of_tld(w, a, o->domain, "registry_delay")),
	};
}

static void
be_late(struct world *w, struct arena *a, const struct order *o, const struct fault *f,
    struct registry_says *says)
{
	const char *usual = policy_of_tld(w, a, o->domain, "registry_delay");

	says->word = REGISTRY_LATER;
	says->answer = "accept";
	says->after = seconds(fault_parameter(f, "after", usual == NULL ? "PT5M" : usual));
}

/* An asynchronous registry takes its time for a no as well. */
static void
say_no(struct world *w, struct arena *a, const struct order *o, const struct fault *f,
    struct registry_says *says)
{
	(void)w, (void)a, (void)o;
	if (says->word == REGISTRY_ACCEPTS)
		says->word = REGISTRY_REFUSES;
	says->answer = "reject";
	says->code = (int)strtol(fault_parameter(f, "code", "0"), NULL, 10);
	says->text = fault_parameter(f, "text", NULL);
}

static void
be_unclear(struct world *w, struct arena *a, const struct order *o, const struct fault *f,
    struct registry_says *says)
{
	const char *after = fault_parameter(f, "after", NULL);

	(void)a, (void)o;
	*says = (struct registry_says){
		.word = REGISTRY_UNKNOWN,
		.code = (int)strtol(fault_parameter(f, "code", "0"), NULL, 10),
		.answer = fault_parameter(f, "then", "accept"),
		.after = after != NULL ? seconds(after) : policy_seconds(w, &policy_unknown_after),
	};
}

typedef void change_fn(struct world *w, struct arena *a, const struct order *o,
    const struct fault *f, struct registry_says *says);

/* In this order: the later one has the last word. */
static const struct {
	const char *kind;
	change_fn *change;
} changes[] = {
	{ "registry_delay", be_late },
	{ "registry_reject", say_no },
	{ "unknown_status", be_unclear },
};

struct registry_says
registry_ask(struct world *w, struct arena *a, const struct order *o)
{
	const struct occasion on = {
		.action = order_type_of(o)->command,
		.object = "DOMAIN",
		.domain = o->domain,
		.reseller = o->reseller,
	};
	struct registry_says says = by_the_rules(w, a, o);
	struct fault f;

	for (size_t i = 0; i < sizeof(changes) / sizeof(*changes); i++)
		if (fault_take(w, a, changes[i].kind, on, &f))
			changes[i].change(w, a, o, &f, &says);
	return says;
}
