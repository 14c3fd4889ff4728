/* The table as a graph: a box for each state, in which stands what happens
 * without leaving it, and an arrow for all rows that lead from one to another. */
#include "base/buf.h"
#include "base/must.h"
#include "world/flow/flow.h"
#include "world/policy/policy.h"

/* The policy that decides when EVENT comes; NULL: somebody brings it. */
static const struct policy *
delay_of(const struct flow *f, const char *event)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->rows[i].delay != NULL && strcmp(f->rows[i].then, event) == 0)
			return f->rows[i].delay;
	return NULL;
}

static void
write_row(struct buf *b, const struct flow *f, const struct transition *t, const struct rulebook *r)
{
	const struct policy *delay = delay_of(f, t->event);

	buf_text(b, t->event);
	if (delay != NULL) {
		const struct rule *rule = rulebook_policy(r, delay->key);
		must(rule != NULL);
		buf_printf(b, " (%s%s)", delay->type == POLICY_DAYS ? "day " : "", rule->value);
	}
	if (strcmp(t->guard_name, "always") != 0)
		buf_printf(b, " [%s]", t->guard_name);
	if (strcmp(t->effect_name, "nothing_more") != 0)
		buf_printf(b, " / %s", t->effect_name);
	buf_text(b, "\\l"); /* ends a line that stands left */
}

static void
write_rows(
    struct buf *b, const struct flow *f, const char *from, const char *to, const struct rulebook *r)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->rows[i].from, from) == 0 && strcmp(f->rows[i].to, to) == 0)
			write_row(b, f, &f->rows[i], r);
}

static void
draw_state(struct buf *b, const struct flow *f, const char *state, const struct rulebook *r)
{
	buf_printf(b, "\t%s [label=\"%s\\n", state, state);
	write_rows(b, f, state, state, r);
	buf_text(b, "\"];\n");
}

static bool
is_first_into(const struct flow *f, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(f->rows[k].to, f->rows[i].to) == 0)
			return false;
	return true;
}

static bool
is_first_between(const struct flow *f, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(f->rows[k].from, f->rows[i].from) == 0 &&
		    strcmp(f->rows[k].to, f->rows[i].to) == 0)
			return false;
	return true;
}

static void
draw_arrow(
    struct buf *b, const struct flow *f, const struct transition *t, const struct rulebook *r)
{
	buf_printf(b, "\t%s -> %s [label=\"", t->from, t->to);
	write_rows(b, f, t->from, t->to, r);
	buf_printf(b, "\"%s];\n", delay_of(f, t->event) != NULL ? ", style=bold" : "");
}

void
flow_picture(struct buf *b, const struct flow *f, const struct rulebook *r)
{
	buf_printf(b,
	    "digraph %s {\n"
	    "\tnode [shape=box, style=rounded, fontname=\"Helvetica\", fontsize=12];\n"
	    "\tedge [fontname=\"Helvetica\", fontsize=10];\n"
	    "\tnew [shape=point];\n",
	    f->name);
	for (size_t i = 0; i < f->count; i++)
		if (is_first_into(f, i))
			draw_state(b, f, f->rows[i].to, r);
	for (size_t i = 0; i < f->count; i++)
		if (is_first_between(f, i) && strcmp(f->rows[i].from, f->rows[i].to) != 0)
			draw_arrow(b, f, &f->rows[i], r);
	buf_text(b, "}\n");
}
