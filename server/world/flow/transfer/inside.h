/* What the files of this folder share with each other and with nobody else. */
#ifndef WORLD_FLOW_TRANSFER_INSIDE_H
#define WORLD_FLOW_TRANSFER_INSIDE_H

#include "world/flow/transfer/transfer.h"

struct query;

#define TRANSITION(from, event, guard, to, effect, then) \
	guard_fn transfer_##guard; \
	effect_fn transfer_##effect;
#include "world/flow/transfer/states.def"
#undef TRANSITION
effect_fn transfer_changed;

struct episode *transfer_episode(struct world *w, struct arena *a, int64_t id);
void transfer_save(struct world *w, struct episode *e);

#define TRANSFER_COLUMNS \
	"id, state, started, domain, order_id, gaining, losing, gaining_registrar," \
	" losing_registrar, request_address, changed, owner_asked, owner_confirmed," \
	" registry_asked, completed, confirm_ip"
void transfer_read(struct query *q, struct arena *a, struct transfer *t); /* these */

#endif
