/* The steps of the compiled form. */
#include "base/arena.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/emitter.h"

#define DEEPEST 4 /* steps in steps: a together in a foreach is the most */

static void
op(struct emitter *e, const json_t *j)
{
	const char *text = json_string_value(json_object_get(j, "op"));

	if (text != NULL && lex_is_mark(text))
		emit_mark(e, arena_strdup(e->c->arena, text));
	else if (json_object_get(j, "op") != NULL)
		emit_word(e, "op", json_object_get(j, "op"));
}

static void
variable(struct emitter *e, const json_t *j)
{
	const json_t *name = json_object_get(j, "variable");

	if (name == NULL)
		return;
	if (json_is_string(name) && lex_is_word(json_string_value(name)))
		emit_bare(e, arena_printf(e->c->arena, "$%s", json_string_value(name)));
	else
		emit_refuse(e, "variable", "a name");
}

static void
one_check(struct emitter *e, const json_t *j)
{
	if (!emit_only(e, j, "a check", "path link xpath op value variable"))
		return;
	emit_place(e, j);
	emit_member(e, j, "xpath", "xpath");
	emit_member(e, j, "link", "link");
	emit_member(e, j, "path", NULL);
	op(e, j);
	emit_member(e, j, "value", NULL);
	variable(e, j);
}

/* Checks of an answer are lines of their own, each with its "<" in front. */
static void
end_step(struct emitter *e, const json_t *j)
{
	const json_t *checks = emit_list(e, j, "checks");
	bool answer = json_object_get(j, "call") != NULL || json_object_get(j, "act") != NULL;

	emit_pairs(e, "with", json_object_get(j, "with"));
	for (size_t i = 0; i < json_array_size(checks); i++) {
		if (answer) {
			emit_end_line(e, 2 * e->depth + (i > 0 ? 2 : 0));
			emit_mark(e, "<");
		}
		one_check(e, json_array_get(checks, i));
	}
	emit_end_line(e, 2 * e->depth + (answer && json_array_size(checks) > 0 ? 2 : 0));
}

static void
call(struct emitter *e, const json_t *j)
{
	emit_member(e, j, "actor", NULL);
	emit_mark(e, ">");
	if (emit_flag(e, j, "raw"))
		emit_bare(e, "raw");
	emit_member(e, j, "call", NULL);
	emit_member(e, j, "object", NULL);
}

static void
act(struct emitter *e, const json_t *j)
{
	emit_member(e, j, "actor", NULL);
	emit_member(e, j, "act", NULL);
}

static void
notice(struct emitter *e, const json_t *j)
{
	const json_t *none = json_object_get(j, "none");

	emit_member(e, j, "mail", "mail");
	emit_member(e, j, "event", "event");
	emit_member(e, j, "within", "within");
	if (none == NULL)
		return;
	emit_bare(e, "none");
	if (!json_is_true(none)) {
		emit_bare(e, "for");
		emit_word(e, "none", none);
	}
}

static void
state(struct emitter *e, const json_t *j)
{
	emit_member(e, j, "state", "state");
	emit_member(e, j, "of", NULL);
}

static void
turn(struct emitter *e, const json_t *j)
{
	emit_member(e, j, "at", "at");
	emit_member(e, j, "advance", "advance");
	emit_member(e, j, "jump", "jump");
	emit_member(e, j, "mark", "mark");
}

static void
until(struct emitter *e, const json_t *j)
{
	emit_bare(e, "run");
	emit_member(e, j, "run_until", "until");
	emit_member(e, j, "of", NULL);
	emit_member(e, j, "max", "max");
}

static void
fault(struct emitter *e, const json_t *j)
{
	emit_member(e, j, "fault", "fault");
}

static void
block(struct emitter *e, const json_t *items)
{
	struct place at = e->place;

	e->depth++;
	emit_steps(e, items);
	e->depth--;
	e->place = at;
	emit_bare(e, "end");
}

static void foreach (struct emitter *e, const json_t *j)
{
	const json_t *rows = emit_list(e, j, "rows");

	emit_bare(e, "foreach");
	emit_members(e, j, "foreach");
	emit_end_line(e, 2 * e->depth);
	for (size_t i = 0; i < json_array_size(rows); i++) {
		const json_t *cells = json_array_get(rows, i);
		emit_mark(e, "|");
		if (!json_is_array(cells))
			emit_refuse(e, "rows", "lists of texts");
		for (size_t n = 0; n < json_array_size(cells); n++)
			emit_word(e, "rows", json_array_get(cells, n));
		emit_end_line(e, 2 * e->depth + 2);
	}
	block(e, emit_list(e, j, "steps"));
}

static void
together(struct emitter *e, const json_t *j)
{
	emit_bare(e, "together");
	emit_end_line(e, 2 * e->depth);
	block(e, emit_list(e, j, "together"));
}

typedef void shape_fn(struct emitter *e, const json_t *j);

/* A step is known by one member; these are all that it may have. */
static const struct shape {
	const char *sign, *members;
	shape_fn *write;
} shapes[] = {
	{ "call", "actor call object raw with checks", call },
	{ "act", "actor act with checks", act },
	{ "mail", "mail within none checks", notice },
	{ "event", "event within none checks", notice },
	{ "state", "state of checks", state },
	{ "at", "at", turn },
	{ "advance", "advance", turn },
	{ "jump", "jump", turn },
	{ "run_until", "run_until of max", until },
	{ "mark", "mark", turn },
	{ "fault", "fault with", fault },
	{ "foreach", "foreach rows steps", foreach },
	{ "together", "together", together },
};

static const struct shape *
shape_of(const json_t *j)
{
	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		if (json_object_get(j, shapes[i].sign) != NULL)
			return &shapes[i];
	return NULL;
}

void
emit_steps(struct emitter *e, const json_t *items)
{
	if (e->depth > DEEPEST) {
		complain(e->c, e->place, "steps are nested too deep");
		return;
	}
	for (size_t i = 0; i < json_array_size(items); i++) {
		const json_t *j = json_array_get(items, i);
		const struct shape *shape = shape_of(j);
		emit_begin(e, j);
		if (shape == NULL) {
			complain(e->c, e->place, "nothing says what kind of step this is");
			continue;
		}
		if (!emit_only(e, j, arena_printf(e->c->arena, "a step '%s'", shape->sign),
			shape->members))
			continue;
		shape->write(e, j);
		end_step(e, j);
	}
}
