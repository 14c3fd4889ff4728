/* What the files of this folder share with each other and with nobody else. */
#ifndef WORLD_FLOW_ORDER_INSIDE_H
#define WORLD_FLOW_ORDER_INSIDE_H

#include "world/flow/order/order_flow.h"
#include "world/registry/registry.h"

#define TRANSITION(from, event, guard, to, effect, then) \
	guard_fn order_##guard; \
	effect_fn order_##effect;
#include "world/flow/order/states.def"
#undef TRANSITION
effect_fn order_changed;

/* An order on its way through the table. */
struct passage {
	struct episode episode;
	struct order *order;
	struct registry_says says; /* of an order that has just been sent */
	int64_t request; /* ... and is not answered */
	const char *why; /* it stays pending against the wish */
};

struct passage passage_of(struct order *o);
struct episode *order_episode(struct world *w, struct arena *a, int64_t id);
void order_episode_save(struct world *w, struct episode *e);

/* The registry is asked, and the order takes what it says. */
void order_to_registry(struct world *w, struct arena *a, struct passage *p);

/* For whoever reads the notes of a name: these words, or those for the event. */
void order_note(struct step *s, const char *says);
void order_note_event(struct step *s);

#endif
