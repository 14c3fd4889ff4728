/* What the files of this folder share with each other and with nobody else. */
#ifndef WORLD_FLOW_TRADE_INSIDE_H
#define WORLD_FLOW_TRADE_INSIDE_H

#include "world/flow/trade/trade.h"

#define TRANSITION(from, event, guard, to, effect, then) \
	guard_fn trade_##guard; \
	effect_fn trade_##effect;
#include "world/flow/trade/states.def"
#undef TRANSITION
effect_fn trade_changed;

bool trade_load(struct world *w, struct arena *a, int64_t id, struct trade *t);
struct episode *trade_episode(struct world *w, struct arena *a, int64_t id);
void trade_save(struct world *w, struct episode *e);

struct contact trade_owner(struct arena *a, const char *contacts); /* of a set */
bool trade_waits_for_new(const struct trade *t); /* else for the present one, if it runs */
void trade_confirm(struct step *s, const struct contact *before, const struct term *t);

#endif
