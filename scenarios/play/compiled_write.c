#include <jansson.h>

#include "scenarios/play/compiled.h"
#include "scenarios/play/words.h"

/* Unquoted, these would mean something else. */
static bool
has_to_be_quoted(const struct word *w)
{
	return w->quoted &&
	       (strchr(w->text, '$') != NULL || w->text[0] == '@' || strcmp(w->text, "-") == 0);
}

static json_t *
word_json(const struct word *w)
{
	return has_to_be_quoted(w) ? json_pack("{s:s}", "text", w->text) : json_string(w->text);
}

static void
put(json_t *j, const char *name, const struct word *w)
{
	if (w->text != NULL)
		json_object_set_new(j, name, word_json(w));
}

/* Only what there is. */
static void
put_list(json_t *j, const char *name, json_t *list)
{
	if (json_array_size(list) > 0)
		json_object_set(j, name, list);
	json_decref(list);
}

static json_t *
pairs_json(const struct pair *pairs, size_t count)
{
	json_t *map = json_object();

	for (size_t i = 0; i < count; i++)
		json_object_set_new(map, pairs[i].key.text, word_json(&pairs[i].value));
	return map;
}

static void
put_pairs(json_t *j, const struct pair *pairs, size_t count)
{
	if (count > 0)
		json_object_set_new(j, "with", pairs_json(pairs, count));
}

static void
put_place(json_t *j, struct place at, const struct story *s)
{
	if (at.file != NULL && s->file != NULL && strcmp(at.file, s->file) != 0)
		json_object_set_new(j, "file", json_string(at.file));
	json_object_set_new(j, "line", json_integer(at.line));
	json_object_set_new(j, "column", json_integer(at.column));
}

static json_t *
check_json(const struct check *k, const struct story *s)
{
	json_t *j = json_object();

	if (k->op == OP_XPATH) {
		put(j, "xpath", &k->path);
	} else {
		put(j, k->link ? "link" : "path", &k->path);
		json_object_set_new(j, "op", json_string(op_text(k->op)));
		put(j, k->op == OP_KEEP ? "variable" : "value", &k->value);
	}
	put_place(j, k->path.at, s);
	return j;
}

static json_t *steps_json(const struct step *steps, const struct story *s);

static void
put_table(json_t *j, const struct table *t, const struct story *s)
{
	json_t *columns = json_array(), *rows = json_array();

	for (size_t i = 0; i < t->column_count; i++)
		json_array_append_new(columns, word_json(&t->columns[i]));
	for (const struct row *row = t->rows; row != NULL; row = row->next) {
		json_t *cells = json_array();
		for (size_t i = 0; i < t->column_count; i++)
			json_array_append_new(cells, word_json(&row->cells[i]));
		json_array_append_new(rows, cells);
	}
	json_object_set_new(j, "foreach", columns);
	json_object_set_new(j, "rows", rows);
	json_object_set_new(j, "steps", steps_json(t->steps, s));
}

static void
put_notice(json_t *j, const struct step *step)
{
	if (step->kind == STEP_MAIL)
		put(j, "mail", &step->actor);
	else
		put(j, "event", &step->name);
	if (step->patience == WITHIN)
		put(j, "within", &step->span);
	else if (step->span.text == NULL)
		json_object_set_new(j, "none", json_true());
	else
		put(j, "none", &step->span);
}

static void
put_call(json_t *j, const struct step *step)
{
	put(j, "actor", &step->actor);
	put(j, step->kind == STEP_CALL ? "call" : "act", &step->name);
	put(j, "object", &step->object);
	if (step->raw)
		json_object_set_new(j, "raw", json_true());
}

/* What the step is called; the rest is the same for all. */
static void
put_kind(json_t *j, const struct step *step, const struct story *s)
{
	switch (step->kind) {
	case STEP_CALL:
	case STEP_ACT:
		put_call(j, step);
		break;
	case STEP_MAIL:
	case STEP_EVENT:
		put_notice(j, step);
		break;
	case STEP_STATE:
		put(j, "state", &step->name);
		put(j, "of", &step->object);
		break;
	case STEP_AT:
		put(j, "at", &step->name);
		break;
	case STEP_ADVANCE:
		put(j, "advance", &step->span);
		break;
	case STEP_JUMP:
		put(j, "jump", &step->span);
		break;
	case STEP_UNTIL:
		put(j, "run_until", &step->name);
		put(j, "of", &step->object);
		put(j, "max", &step->span);
		break;
	case STEP_MARK:
		put(j, "mark", &step->name);
		break;
	case STEP_FAULT:
		put(j, "fault", &step->name);
		break;
	case STEP_FOREACH:
		put_table(j, step->table, s);
		break;
	case STEP_TOGETHER:
		json_object_set_new(j, "together", steps_json(step->inner, s));
		break;
	}
}

static json_t *
step_json(const struct step *step, const struct story *s)
{
	json_t *j = json_object(), *checks = json_array();

	put_kind(j, step, s);
	put_pairs(j, step->pairs, step->pair_count);
	for (size_t i = 0; i < step->check_count; i++)
		json_array_append_new(checks, check_json(&step->checks[i], s));
	put_list(j, "checks", checks);
	put_place(j, step->at, s);
	return j;
}

static json_t *
steps_json(const struct step *steps, const struct story *s)
{
	json_t *list = json_array();

	for (; steps != NULL; steps = steps->next)
		json_array_append_new(list, step_json(steps, s));
	return list;
}

static json_t *
named(const struct story *s, const struct word *name, const struct pair *pairs, size_t count)
{
	json_t *j = json_object();

	put(j, "name", name);
	put_pairs(j, pairs, count);
	put_place(j, name->at, s);
	return j;
}

static json_t *
world_json(const struct story *s)
{
	json_t *j = json_object(), *domains = json_array();

	put(j, "clock", &s->clock);
	put(j, "seed", &s->seed);
	put(j, "fixture", &s->fixture);
	if (s->policy_count > 0)
		json_object_set_new(j, "policies", pairs_json(s->policies, s->policy_count));
	for (const struct seeded *d = s->seeded; d != NULL; d = d->next)
		json_array_append_new(domains, named(s, &d->name, d->pairs, d->pair_count));
	put_list(j, "domains", domains);
	put_list(j, "faults", steps_json(s->faults, s));
	return j;
}

static json_t *
actors_json(const struct story *s)
{
	json_t *list = json_array();

	for (const struct actor *a = s->actors; a != NULL; a = a->next) {
		json_t *j = named(s, &a->name, a->pairs, a->pair_count);
		json_object_set_new(j, "kind", json_string(actor_kind_name(a->kind)));
		json_array_append_new(list, j);
	}
	return list;
}

static json_t *
maps_json(const struct story *s)
{
	json_t *list = json_array();

	for (const struct map *m = s->maps; m != NULL; m = m->next)
		json_array_append_new(list, named(s, &m->name, m->pairs, m->pair_count));
	return list;
}

static json_t *
ignored_json(const struct story *s)
{
	json_t *list = json_array();

	for (const struct ignored *g = s->ignored; g != NULL; g = g->next)
		json_array_append_new(
		    list, json_pack("{s:s}", g->event ? "event" : "mail", g->name.text));
	return list;
}

static json_t *
story_json(const struct story *s)
{
	json_t *j = json_pack("{s:i}", "version", 1), *covers = json_array();

	put(j, "scenario", &s->title);
	put(j, "id", &s->id);
	put(j, "level", &s->level);
	for (size_t i = 0; i < s->cover_count; i++)
		json_array_append_new(covers, word_json(&s->covers[i]));
	put_list(j, "covers", covers);
	put(j, "source", &s->source);
	put_list(j, "ignore", ignored_json(s));
	if (s->strict_events)
		json_object_set_new(j, "strict_events", json_true());
	json_object_set_new(j, "world", world_json(s));
	put_list(j, "actors", actors_json(s));
	put_list(j, "maps", maps_json(s));
	json_object_set_new(j, "steps", steps_json(s->steps, s));
	return j;
}

void
compiled_write(struct buf *out, const struct story *s)
{
	json_t *j = story_json(s);
	char *text = json_dumps(j, JSON_INDENT(1));

	buf_printf(out, "%s\n", text);
	free(text);
	json_decref(j);
}
