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
take_row(struct parser *p, struct row ***tail)
{
	struct cursor k = gather(p, 1);
	struct row *row = NEW(p->c->arena, struct row);
	size_t columns = p->table->column_count, n = 0;

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

void
take_foreach(struct parser *p, struct cursor *k, struct step *step)
{
	struct table *t = NEW(p->c->arena, struct table);
	struct row **tail = &t->rows;

	if (p->table != NULL) {
		cursor_fail(
		    k, step->at, "a foreach inside a foreach: rows play in copies of one world");
		return;
	}
	step->kind = STEP_FOREACH;
	step->table = t;
	t->columns = NEW_ARRAY(p->c->arena, struct word, k->count + 1);
	while (!cursor_done(k))
		t->columns[t->column_count++] = cursor_name(k, "a column");
	p->table = t;
	p->table_at = step->at;
	while (p->next < p->lines->count && begins_with(&p->lines->rows[p->next], "|"))
		take_row(p, &tail);
	if (t->column_count == 0 || t->rows == NULL)
		complain(p->c, step->at, "a foreach needs columns, and rows that begin with '|'");
	*p->steps = step;
	p->steps = &t->steps;
}

void
take_end(struct parser *p, struct cursor *k)
{
	if (p->table == NULL) {
		cursor_fail(k, k->tokens[0].at, "an 'end' without its foreach");
		return;
	}
	struct step **tail = &p->story->steps;
	while ((*tail)->table != p->table)
		tail = &(*tail)->next;
	p->steps = &(*tail)->next;
	p->table = NULL;
	cursor_end(k);
}
