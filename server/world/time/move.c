#include "world/time/move.h"

#include "base/must.h"
#include "store/store.h"

enum move
world_advance(struct world *w, instant to)
{
	if (to < w->now)
		return NOT_IN_THE_FUTURE;
	if (agenda_fire(w, to) < 0)
		return LOOPED;
	world_set_now(w, to);
	return MOVED;
}

enum move
world_jump(struct world *w, instant to)
{
	if (to < w->now)
		return NOT_IN_THE_FUTURE;
	world_set_now(w, to);
	return agenda_fire(w, to) < 0 ? LOOPED : MOVED;
}

struct wanted {
	const char *kind, *event, *label; /* event, label: NULL: any */
	size_t kind_length;
	bool met;
};

static bool
not_yet(void *closure, const struct due *d)
{
	struct wanted *want = closure;

	want->met = strlen(d->kind->name) == want->kind_length &&
		    strncmp(d->kind->name, want->kind, want->kind_length) == 0 &&
		    (want->event == NULL || strcmp(want->event, d->event) == 0) &&
		    (want->label == NULL || strcmp(want->label, d->label) == 0);
	return !want->met;
}

enum move
world_run_until(struct world *w, const char *kind, const char *label, instant max, bool *met)
{
	const char *dot = strchr(kind, '.');
	struct wanted want = { .kind = kind,
		.label = label,
		.event = dot == NULL ? NULL : dot + 1,
		.kind_length = dot == NULL ? strlen(kind) : (size_t)(dot - kind) };

	if (max < w->now)
		return NOT_IN_THE_FUTURE;
	if (agenda_fire_watched(w, max, not_yet, &want) < 0)
		return LOOPED;
	*met = want.met;
	world_set_now(w, want.met ? w->now : max);
	return MOVED;
}
