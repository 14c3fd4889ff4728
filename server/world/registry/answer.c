/* What the registry says later: by itself, or because an operator decides. */
#include "base/arena.h"
#include "base/must.h"
#include "store/store.h"
#include "world/flow/order/order_flow.h"
#include "world/order/type.h"
#include "world/registry/inside.h"
#include "world/time/agenda.h"

int64_t
registry_await(
    struct world *w, struct arena *a, const struct order *o, const struct registry_says *says)
{
	int64_t id = request_add(w, o, order_type_of(o)->action);

	(void)a;
	if (strcmp(says->answer, "never") != 0)
		plan(w, &kind_registry, says->answer, o->id, o->domain, w->now + says->after,
		    RANK_ANY);
	return id;
}

static void
tell(struct world *w, struct arena *a, int64_t order, const char *event)
{
	bool taken = order_take(w, a, order, event);

	must(taken || store_fault(w->store) != NULL);
}

static void
reject(struct world *w, struct arena *a, struct order *o)
{
	request_close(w, o->id, "declined", "Request declined by the registry");
	tell(w, a, o->id, "rejected");
}

/* Somebody else may have been faster at this registry. */
static void
accept(struct world *w, struct arena *a, struct order *o)
{
	const struct order_type *type = order_type_of(o);

	if (!type->possible(w, a, o)) {
		reject(w, a, o);
		return;
	}
	request_close(w, o->id, "completed", "Command completed successfully");
	type->carry_out(w, a, o);
	order_save(w, o);
	tell(w, a, o->id, "accepted");
}

/* The request stays open. */
static void
fall_silent(struct world *w, struct arena *a, struct order *o)
{
	(void)w, (void)a, (void)o;
}

typedef void answer_fn(struct world *w, struct arena *a, struct order *o);

static const struct {
	const char *word;
	answer_fn *answer;
} answers[] = {
	{ "accept", accept },
	{ "never", fall_silent },
	{ "reject", reject },
};

static answer_fn *
answer_named(const char *word)
{
	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++)
		if (strcmp(answers[i].word, word) == 0)
			return answers[i].answer;
	return NULL;
}

bool
registry_answer(struct world *w, struct arena *a, int64_t order, const char *answer)
{
	answer_fn *run = answer_named(answer);
	struct order o;

	if (run == NULL || !request_open(w, order) || !order_load(w, a, order, &o))
		return false;
	unplan(w, &kind_registry, order);
	run(w, a, &o);
	return true;
}

bool
registry_delay(struct world *w, struct arena *a, int64_t order, instant at)
{
	struct order o;
	struct due d;

	if (!request_open(w, order) || !order_load(w, a, order, &o))
		return false;
	const char *word = planned(w, a, &kind_registry, order, &d) ? d.event : "accept";
	plan(w, &kind_registry, word, order, o.domain, at, RANK_ANY);
	return true;
}

void
on_registry(struct world *w, struct arena *a, const struct due *due)
{
	bool answered = registry_answer(w, a, due->subject, due->event);

	must(answered || store_fault(w->store) != NULL);
}
