/* The table as a graph: states are nodes, rows are edges. */
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

static bool
is_end(const struct flow *f, const char *state)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->rows[i].from, state) == 0)
			return false;
	return true;
}

static void
draw_row(struct buf *b, const struct flow *f, const struct transition *t, const struct rulebook *r)
{
	const struct policy *delay = delay_of(f, t->event);

	buf_printf(b, "\t%s -> %s [label=\"%s", t->from, t->to, t->event);
	if (delay != NULL) {
		const struct rule *rule = rulebook_policy(r, delay->key);
		must(rule != NULL);
		buf_printf(b, "\\n%s%s", delay->type == POLICY_DAYS ? "day " : "", rule->value);
	}
	if (strcmp(t->guard_name, "always") != 0)
		buf_printf(b, "\\n[%s]", t->guard_name);
	if (strcmp(t->effect_name, "nothing_more") != 0)
		buf_printf(b, "\\n/ %s", t->effect_name);
	buf_printf(b, "\"%s];\n", delay != NULL ? ", style=bold" : "");
}

void
flow_picture(struct buf *b, const struct flow *f, const struct rulebook *r)
{
	buf_printf(b,
	    "digraph %s {\n"
	    "\trankdir=LR;\n"
	    "\tnode [shape=box, style=rounded, fontname=\"Helvetica\"];\n"
	    "\tedge [fontname=\"Helvetica\", fontsize=10];\n"
	    "\tnew [shape=point];\n",
	    f->name);
	for (size_t i = 0; i < f->count; i++)
		if (is_end(f, f->rows[i].to))
			buf_printf(b, "\t%s [style=\"rounded,dotted\"];\n", f->rows[i].to);
	for (size_t i = 0; i < f->count; i++)
		draw_row(b, f, &f->rows[i], r);
	buf_text(b, "}\n");
}
