/* Blocks: the world's lines, and tables. */
#include "base/arena.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/parser.h"

static void
take_policies(struct parser *p, struct cursor *k)
{
	struct pair *more;
	size_t count;

	cursor_pairs(k, &more, &count);
	struct pair *all = NEW_ARRAY(p->c->arena, struct pair, p->story->policy_count + count + 1);
	if (p->story->policy_count > 0)
		memcpy(all, p->story->policies, p->story->policy_count * sizeof(*all));
	memcpy(all + p->story->policy_count, more, count * sizeof(*all));
	p->story->policies = all;
	p->story->policy_count += count;
}

static void
take_seeded(struct parser *p, struct cursor *k)
{
	struct seeded *one = NEW(p->c->arena, struct seeded);

	one->name = cursor_name(k, "a domain's name");
	cursor_pairs(k, &one->pairs, &one->pair_count);
	*p->seeded = one;
	p->seeded = &one->next;
}

static void
take_fault(struct parser *p, struct cursor *k)
{
	struct step *step = NEW(p->c->arena, struct step);

	if (!parse_step(k, step))
		return;
	*p->faults = step;
	p->faults = &step->next;
}

static void
take_world_line(struct parser *p, struct cursor *k)
{
	static const char *const words[] = { "clock", "seed", "policy", "fixture", "domain",
		"fault", NULL };
	struct place at = cursor_place(k);

	if (k->tokens[0].kind == TOKEN_WORD && strcmp(k->tokens[0].text, "fault") == 0)
		take_fault(p, k);
	else if (cursor_takes_word(k, "clock"))
		p->story->clock = cursor_name(k, "an instant such as 2026-05-04T15:20:00Z");
	else if (cursor_takes_word(k, "seed"))
		p->story->seed = cursor_name(k, "a number");
	else if (cursor_takes_word(k, "policy"))
		take_policies(p, k);
	else if (cursor_takes_word(k, "fixture"))
		p->story->fixture = cursor_name(k, "a fixture's name");
	else if (cursor_takes_word(k, "domain"))
		take_seeded(p, k);
	else
		complain_unknown(p->c, at, "word under 'world'", k->tokens[0].text, words);
	if (k->next > 0)
		cursor_end(k);
}

void
take_world(struct parser *p, int indent)
{
	while (p->next < p->lines->count && p->lines->rows[p->next].indent > indent) {
		struct cursor k = gather(p, extent(p));
		take_world_line(p, &k);
	}
}

static void
take_row(struct parser *p, struct table *t, struct row ***tail)
{
	struct cursor k = gather(p, 1);
	struct row *row = NEW(p->c->arena, struct row);
	size_t columns = t->column_count, n = 0;

	row->at = cursor_place(&k);
	row->cells = NEW_ARRAY(p->c->arena, struct word, columns + 1);
	cursor_takes_mark(&k, "|");
	for (; !cursor_done(&k) && n < columns; n++)
		row->cells[n] = cursor_word(&k, "a cell");
	if (!k.failed && n < columns)
		complain(p->c, k.end, "this row has %zu cells, the table %zu columns", n, columns);
	else if (!cursor_done(&k))
		complain(p->c, cursor_place(&k),
		    "this row has more cells than the table's %zu columns", columns);
	**tail = row;
	*tail = &row->next;
}

static bool
is_inside(const struct parser *p, enum step_kind kind)
{
	const struct block *b = p->block;

	while (b != NULL && b->step->kind != kind)
		b = b->outer;
	return b != NULL;
}

const char *
block_name(const struct block *b)
{
	return b->step->kind == STEP_FOREACH ? "foreach" : "together";
}

/* What follows is hung at INNER until the block ends. */
static void
begin_block(struct parser *p, struct step *step, struct step **inner)
{
	struct block *b = NEW(p->c->arena, struct block);

	*b = (struct block){ step, p->block };
	p->block = b;
	*p->steps = step;
	p->steps = inner;
}

void
take_foreach(struct parser *p, struct cursor *k)
{
	struct step *step = NEW(p->c->arena, struct step);
	struct table *t = NEW(p->c->arena, struct table);
	struct row **tail = &t->rows;

	*step = (struct step){ .kind = STEP_FOREACH, .at = k->tokens[0].at, .table = t };
	if (p->block != NULL) {
		cursor_fail(k, step->at, "a foreach inside a %s: rows play in copies of one world",
		    block_name(p->block));
		return;
	}
	t->columns = NEW_ARRAY(p->c->arena, struct word, k->count + 1);
	while (!cursor_done(k))
		t->columns[t->column_count++] = cursor_name(k, "a column");
	while (p->next < p->lines->count && begins_with(&p->lines->rows[p->next], "|"))
		take_row(p, t, &tail);
	if (t->column_count == 0 || t->rows == NULL)
		complain(p->c, step->at, "a foreach needs columns, and rows that begin with '|'");
	begin_block(p, step, &t->steps);
}

void
take_together(struct parser *p, struct cursor *k)
{
	struct step *step = NEW(p->c->arena, struct step);

	*step = (struct step){ .kind = STEP_TOGETHER, .at = k->tokens[0].at };
	cursor_end(k);
	if (is_inside(p, STEP_TOGETHER))
		cursor_fail(k, step->at, "a together inside a together");
	else
		begin_block(p, step, &step->inner);
}

void
take_end(struct parser *p, struct cursor *k)
{
	if (p->block == NULL) {
		cursor_fail(k, k->tokens[0].at, "an 'end' without its foreach or together");
		return;
	}
	p->steps = &p->block->step->next;
	p->block = p->block->outer;
	cursor_end(k);
}
