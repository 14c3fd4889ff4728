#include "world/flow/flow.h"

#include "base/must.h"
#include "store/store.h"
#include "world/policy/policy.h"

#define MAX_BREATH 16 /* rows that one event may take */

static const struct transition *
row_for(struct step *s)
{
	for (size_t i = 0; i < s->flow->count; i++) {
		const struct transition *row = &s->flow->rows[i];
		if (strcmp(row->from, s->episode->state) == 0 &&
		    strcmp(row->event, s->event) == 0 && row->guard(s))
			return row;
	}
	return NULL;
}

/* Never before what comes before it, even where its policy says so. */
static instant
due_after(struct step *s, const struct transition *row)
{
	instant since = s->flow->since == NULL ? s->episode->started : s->flow->since(s);
	instant due = policy_due(s->w, row->delay, since);
	const struct due *firing = s->w->firing;

	return firing != NULL && due < firing->at ? firing->at : due;
}

/* The rows that this event takes, in their order; DUE is for the last one. */
static size_t
decide(struct step *s, const struct transition *rows[MAX_BREATH], instant *due)
{
	const struct transition *row = row_for(s);
	size_t n = 0;

	while (row != NULL) {
		must(n < MAX_BREATH);
		rows[n++] = row;
		s->episode->state = row->to;
		if (row->delay == NULL)
			break;
		*due = due_after(s, row);
		if (s->episode->id != 0 || *due > s->w->now)
			break;
		s->event = row->then;
		row = row_for(s);
		must(row != NULL);
	}
	return n;
}

static void
plan_next(struct step *s, const struct transition *row, bool is_new, struct due *next)
{
	struct episode *e = s->episode;

	if (row->delay != NULL && next->at != NEVER) {
		next->event = row->then;
		s->planned = next;
		plan(s->w, s->flow->kind, row->then, e->id, e->label, next->at, row->rank);
	} else if (!is_new && strcmp(row->then, "same") != 0) {
		unplan(s->w, s->flow->kind, e->id);
	}
}

/* The state is saved before the effects run: what an effect sets off finds
 * this episode where the table says it is. */
bool
flow_step(
    struct world *w, struct arena *a, const struct flow *f, struct episode *e, const char *event)
{
	struct step s = { w, a, f, e, event, NULL };
	const struct transition *rows[MAX_BREATH];
	const char *state = e->state;
	bool is_new = e->id == 0;
	struct due next = { 0 };
	size_t n = decide(&s, rows, &next.at);

	if (n == 0)
		return false;
	if (is_new || strcmp(state, e->state) != 0)
		f->save(w, e);
	plan_next(&s, rows[n - 1], is_new, &next);
	for (size_t i = 0; i < n; i++) {
		s.event = rows[i]->event;
		e->state = rows[i]->to;
		if (strcmp(state, e->state) != 0)
			f->changed(&s);
		state = e->state;
		rows[i]->effect(&s);
	}
	return true;
}

void
flow_fire(struct world *w, struct arena *a, const struct flow *f, const struct due *due)
{
	struct episode *e = f->load(w, a, due->subject);

	if (e == NULL)
		return; /* only a fault can hide the row */
	bool taken = flow_step(w, a, f, e, due->event);
	must(taken || store_fault(w->store) != NULL);
}

bool
flow_listens(const struct flow *f, const char *state, const char *event)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->rows[i].from, state) == 0 && strcmp(f->rows[i].event, event) == 0)
			return true;
	return false;
}

/* The general row, not the one for a special case: those come first. */
static const struct transition *
usual_row(const struct flow *f, const char *state, const char *event)
{
	for (size_t i = f->count; i-- > 0;)
		if (strcmp(f->rows[i].from, state) == 0 && strcmp(f->rows[i].event, event) == 0)
			return &f->rows[i];
	return NULL;
}

/* Each event waits for the one before it, whatever its own delay says. */
bool
flow_foresee(struct world *w, const struct flow *f, const struct episode *e,
    const struct due *planned, const char *event, instant *due)
{
	const char *state = e->state, *coming = planned->event;

	*due = planned->at;
	for (size_t i = 0; i < f->count && strcmp(coming, event) != 0; i++) {
		const struct transition *row = usual_row(f, state, coming);
		if (row == NULL || row->delay == NULL)
			return false;
		instant later = policy_due(w, row->delay, e->started);
		*due = later > *due ? later : *due;
		coming = row->then;
		state = row->to;
	}
	return strcmp(coming, event) == 0;
}
