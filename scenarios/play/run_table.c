/* A table: each row plays in its own copy of the world as it stands here. */
#include "scenarios/play/run.h"

#include "base/arena.h"
#include "scenarios/play/text.h"

/* Columns become variables; an unquoted "-" means: leave out what uses me. */
static void
bind_row(struct run *r, const struct table *t, const struct row *row)
{
	for (size_t i = 0; i < t->column_count; i++) {
		const struct word *cell = &row->cells[i];
		bool skip = !cell->quoted && strcmp(cell->text, "-") == 0;
		run_bind(r, t->columns[i].text, cell->text, skip);
	}
}

/* At the end of all plays; its number among them, the trunk's is 0. */
static int
hang(struct run *r, struct played *played)
{
	struct played *last = r->played;
	int n = 1;

	for (; last->next != NULL; n++)
		last = last->next;
	last->next = played;
	return n;
}

static void
play_row(struct run *r, const struct step *s, const struct row *row)
{
	struct run copy = *r;

	copy.played = NEW(r->arena, struct played);
	copy.played->story = r->story;
	copy.played->row = one_line(r->arena, row->cells[0].text);
	copy.played->start = r->now;
	copy.mails.items = json_array();
	copy.events.items = json_array();
	copy.mails.cursor = copy.events.cursor = NULL;
	if (run_fork_world(r, &copy, hang(r, copy.played), row->at)) {
		bind_row(&copy, s->table, row);
		run_steps(&copy, s->table->steps);
		run_expect_nothing_left(&copy, row->at);
	}
	copy.played->end = copy.now;
	run_close_world(&copy);
	json_decref(copy.mails.items);
	json_decref(copy.events.items);
}

void
run_table(struct run *r, const struct step *s)
{
	for (const struct row *row = s->table->rows; row != NULL; row = row->next)
		play_row(r, s, row);
}
