/* An order's row as an episode: its state is the status that everybody sees. */
#include "base/arena.h"
#include "world/flow/order/inside.h"

struct passage
passage_of(struct order *o)
{
	return (struct passage){
		.episode = { o->id, o->id == 0 ? "new" : o->status, o->submitted, o->domain },
		.order = o,
	};
}

struct episode *
order_episode(struct world *w, struct arena *a, int64_t id)
{
	struct order *o = NEW(a, struct order);

	if (!order_load(w, a, id, o))
		return NULL;
	struct passage *p = NEW(a, struct passage);
	*p = passage_of(o);
	return &p->episode;
}

void
order_episode_save(struct world *w, struct episode *e)
{
	struct order *o = ((struct passage *)e)->order;

	o->status = e->state;
	if (strcmp(o->status, "processed") == 0)
		o->processed = w->now;
	if (strcmp(o->status, "completed") == 0)
		o->completed = w->now;
	order_save(w, o);
	e->id = o->id;
}
