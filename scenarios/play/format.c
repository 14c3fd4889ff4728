#include "scenarios/play/format.h"

#include "base/arena.h"
#include "scenarios/play/align.h"
#include "scenarios/play/complain.h"

/* Where a line stands among the others. */
struct layout {
	struct arena *arena;
	struct laid *rows;
	size_t count;
	int depth; /* of foreach and together */
	int world; /* indentation of the open "world"; -1: none is */
	int statement; /* indentation of the statement that may go on; -1: none may */
	int indent; /* what it became */
	int anchor; /* where its continuation begins */
	enum line_style style; /* of its last line */
};

static bool
begins(const struct line *line, const char *const *words)
{
	return line->tokens[0].kind == TOKEN_WORD && is_one_of(line->tokens[0].text, words);
}

static bool
begins_mark(const struct line *line, const char *mark)
{
	return line->tokens[0].kind == TOKEN_MARK && strcmp(line->tokens[0].text, mark) == 0;
}

static bool
is_call(const struct line *line)
{
	return line->count > 1 && line->tokens[1].kind == TOKEN_MARK &&
	       strcmp(line->tokens[1].text, ">") == 0;
}

static enum line_style
style_of(const struct line *line)
{
	static const char *const checked[] = { "mail", "event", "state", NULL };
	static const char *const wide[] = { "actor", "let", "include", "fault", "domain", NULL };
	static const char *const lists[] = { "scenario", "id", "level", "covers", "source", NULL };

	if (begins(line, checked) || begins_mark(line, "<"))
		return LINE_SPACED;
	if (begins(line, lists))
		return LINE_LIST;
	return begins(line, wide) || is_call(line) ? LINE_WIDE : LINE_TIGHT;
}

/* ---- cells ---- */

static void
add_cell(struct laid *row, const char *text)
{
	row->cells[row->cell_count++] = text;
}

static void
one_cell(struct layout *l, struct laid *row, bool begin)
{
	row->cells = NEW_ARRAY(l->arena, const char *, 1);
	add_cell(row, line_text(l->arena, row->line, 0, l->style, begin));
}

/* The first N tokens each in a cell, the rest in one. */
static void
cut(struct layout *l, struct laid *row, size_t n)
{
	row->cells = NEW_ARRAY(l->arena, const char *, n + 1);
	for (size_t i = 0; i < n && i < row->line->count; i++)
		add_cell(row, token_text(l->arena, &row->line->tokens[i]));
	if (row->line->count > n)
		add_cell(row, line_text(l->arena, row->line, n, l->style, false));
}

static void
begin_statement(struct layout *l, struct laid *row, int indent)
{
	row->indent = l->indent = indent;
	l->statement = row->line->indent;
	l->style = style_of(row->line);
	l->anchor = indent + align_width(row->line->tokens[0].text) + 1;
}

/* ---- lines ---- */

static void
lay_table(struct layout *l, struct laid *row)
{
	row->kind = KIND_TABLE;
	row->indent = 2 * l->depth;
	l->statement = -1;
	cut(l, row, row->line->count < MOST_CELLS ? row->line->count : MOST_CELLS);
}

static void
lay_block(struct layout *l, struct laid *row)
{
	static const char *const table[] = { "foreach", NULL };

	begin_statement(l, row, 2 * l->depth);
	if (begins(row->line, table))
		lay_table(l, row);
	else
		one_cell(l, row, true);
	l->depth++;
	l->statement = -1;
}

static void
lay_end(struct layout *l, struct laid *row)
{
	l->depth -= l->depth > 0;
	begin_statement(l, row, 2 * l->depth);
	one_cell(l, row, true);
}

static void
lay_world(struct layout *l, struct laid *row)
{
	begin_statement(l, row, 2 * l->depth);
	one_cell(l, row, true);
	l->world = row->line->indent;
	l->statement = -1;
}

static void
lay_world_line(struct layout *l, struct laid *row)
{
	begin_statement(l, row, 2 * l->depth + 2);
	row->kind = KIND_WORLD;
	l->anchor = row->indent + 6;
	cut(l, row, 1);
}

static void
lay_continuation(struct layout *l, struct laid *row)
{
	bool answer = begins_mark(row->line, "<");

	if (answer)
		l->style = LINE_SPACED;
	row->indent = l->anchor + (answer ? 0 : 2);
	one_cell(l, row, false);
}

static void
lay_statement(struct layout *l, struct laid *row)
{
	static const char *const actor[] = { "actor", NULL };

	begin_statement(l, row, 2 * l->depth);
	if (l->style == LINE_LIST) {
		row->kind = KIND_HEADING;
		l->anchor = row->indent + KEYWORD - 2;
		cut(l, row, 1);
	} else if (l->style == LINE_SPACED) {
		row->kind = KIND_CHECKS;
		row->cells = NEW_ARRAY(l->arena, const char *, MOST_CELLS);
		row->cell_count = line_checks(l->arena, row->line, row->cells, MOST_CELLS);
	} else if (begins(row->line, actor) && row->line->count > 2) {
		row->kind = KIND_ACTOR;
		cut(l, row, 3);
	} else {
		one_cell(l, row, true);
	}
}

static void
lay(struct layout *l, const struct line *line)
{
	static const char *const blocks[] = { "foreach", "together", NULL };
	static const char *const world[] = { "world", NULL };
	static const char *const end[] = { "end", NULL };
	struct laid *row = &l->rows[l->count++];

	*row = (struct laid){ .line = line, .kind = line->count == 0 ? KIND_EMPTY : KIND_PLAIN };
	if (line->count == 0)
		return;
	if (l->world >= 0 && line->indent <= l->world)
		l->world = -1;
	if (begins_mark(line, "|"))
		lay_table(l, row);
	else if (l->statement >= 0 && line->indent > l->statement)
		lay_continuation(l, row);
	else if (l->world >= 0)
		lay_world_line(l, row);
	else if (begins(line, blocks))
		lay_block(l, row);
	else if (begins(line, world))
		lay_world(l, row);
	else if (begins(line, end))
		lay_end(l, row);
	else
		lay_statement(l, row);
}

/* ---- printing ---- */

/* A comment of its own stands above what it is about. */
static int
comment_indent(const struct laid *rows, size_t count, const struct laid *row)
{
	static const char *const end[] = { "end", NULL };

	while (row < rows + count && row->kind == KIND_EMPTY)
		row++;
	if (row == rows + count)
		return 0;
	return row->indent + (begins(row->line, end) ? 2 : 0);
}

static bool
has_tail(const struct laid *row)
{
	return row->kind != KIND_EMPTY && row->line->comment != NULL;
}

/* Comments behind lines that follow each other stand in one column; of how many
 * lines, from the first on. */
static size_t
tail_column(const struct laid *rows, const char *const *texts, size_t count, int *column)
{
	size_t n = 0;

	*column = 0;
	for (; n < count && has_tail(&rows[n]); n++)
		*column = align_width(texts[n]) > *column ? align_width(texts[n]) : *column;
	*column += 2;
	return n;
}

static void
print(const struct laid *rows, const char *const *texts, size_t count, struct buf *out)
{
	bool blank = false;
	size_t tails = 0;
	int column = 0;

	for (size_t i = 0; i < count; i++) {
		const char *comment = rows[i].line->comment;
		if (rows[i].kind == KIND_EMPTY && comment == NULL) {
			blank = out->size > 0;
			continue;
		}
		if (blank)
			buf_char(out, '\n');
		blank = false;
		if (tails == 0)
			tails = tail_column(rows + i, texts + i, count - i, &column);
		if (rows[i].kind == KIND_EMPTY)
			align_pad(out, comment_indent(rows, count, &rows[i]));
		buf_text(out, texts[i]);
		if (has_tail(&rows[i]))
			align_pad(out, column - align_width(texts[i]));
		tails -= tails > 0;
		buf_printf(out, "%s\n", comment == NULL ? "" : comment);
	}
}

void
format_lines(struct arena *a, const struct lines *lines, struct buf *out)
{
	struct layout l = { .arena = a, .world = -1, .statement = -1 };
	const char **texts = NEW_ARRAY(a, const char *, lines->count + 1);

	l.rows = NEW_ARRAY(a, struct laid, lines->count + 1);
	for (size_t i = 0; i < lines->count; i++)
		lay(&l, &lines->rows[i]);
	for (size_t i = 0; i < l.count;) {
		size_t n = align_group(l.rows + i, l.count - i);
		align_rows(a, l.rows + i, n, texts + i);
		i += n;
	}
	print(l.rows, texts, l.count, out);
}

bool
format_text(struct complaints *c, const char *bytes, size_t size, struct buf *out)
{
	struct lines all = lex_all(c, c->file, bytes, size);

	if (c->count > 0)
		return false;
	format_lines(c->arena, &all, out);
	return true;
}
