#include "scenarios/play/align.h"

#include "base/arena.h"

#define NAME 7 /* columns of an actor's name */

int
align_width(const char *text)
{
	int n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

/* Blanks between this cell and the next, at least. */
static int
gap_of(const struct laid *row, size_t cell)
{
	return row->kind == KIND_HEADING || (row->kind == KIND_ACTOR && cell < 2) ? 1 : 2;
}

static int
least_width(const struct laid *row, size_t cell)
{
	if (cell > 0)
		return cell == 1 && row->kind == KIND_ACTOR ? NAME : 0;
	if (row->kind == KIND_TABLE) /* "foreach " and "  |     " */
		return strcmp(row->cells[0], "|") == 0 ? 6 : 8;
	return row->kind == KIND_HEADING ? KEYWORD : row->kind == KIND_WORLD ? 8 : 0;
}

static bool
same_path(const char *a, const char *b)
{
	size_t n = strcspn(a, " ");

	return n == strcspn(b, " ") && memcmp(a, b, n) == 0;
}

/* Checks stand in a column where all of them are about the same. */
static bool
is_column(const struct laid *rows, size_t count, size_t cell)
{
	const char *first = NULL;

	for (size_t i = 0; i < count && rows[0].kind == KIND_CHECKS && cell > 0; i++) {
		if (rows[i].cell_count <= cell)
			continue;
		if (first != NULL && !same_path(first, rows[i].cells[cell]))
			return false;
		first = rows[i].cells[cell];
	}
	return true;
}

/* Of each cell that has another one behind it, in the rows of a group; 0: each
 * has its own. */
static void
measure(const struct laid *rows, size_t count, int widths[MOST_CELLS + 1])
{
	memset(widths, 0, sizeof(*widths) * (MOST_CELLS + 1));
	for (size_t cell = 0; cell < MOST_CELLS; cell++) {
		if (!is_column(rows, count, cell))
			return; /* nor what is right of it */
		for (size_t i = 0; i < count; i++) {
			if (rows[i].cell_count <= cell + 1)
				continue;
			int wanted = align_width(rows[i].cells[cell]) + gap_of(&rows[i], cell);
			widths[cell] = wanted > widths[cell] ? wanted : widths[cell];
		}
	}
}

static int
cell_width(const struct laid *row, size_t cell, const int *widths)
{
	int least = least_width(row, cell);

	if (widths[cell] == 0)
		return align_width(row->cells[cell]) + gap_of(row, cell);
	return (row->kind == KIND_TABLE && cell == 0) || widths[cell] < least ? least
									      : widths[cell];
}

void
align_pad(struct buf *out, int n)
{
	while (n-- > 0)
		buf_char(out, ' ');
}

/* The row, in a buf of its own; without its comment. */
static const char *
row_text(struct arena *a, const struct laid *row, const int *widths)
{
	struct buf out;

	buf_open(&out, 0);
	align_pad(&out, row->indent);
	for (size_t i = 0; i < row->cell_count; i++) {
		buf_text(&out, row->cells[i]);
		if (i + 1 < row->cell_count)
			align_pad(&out, cell_width(row, i, widths) - align_width(row->cells[i]));
	}
	const char *text = arena_strdup(a, out.data);
	buf_close(&out);
	return text;
}

static bool
same_word(const struct laid *a, const struct laid *b)
{
	return strcmp(a->line->tokens[0].text, b->line->tokens[0].text) == 0;
}

/* Rows of one kind that follow each other; checks of mails with mails. */
size_t
align_group(const struct laid *rows, size_t count)
{
	size_t n = 1;

	while (n < count && rows[n].kind == rows[0].kind && rows[0].kind != KIND_PLAIN &&
	       (rows[0].kind != KIND_CHECKS || same_word(&rows[0], &rows[n])))
		n++;
	return n;
}

void
align_rows(struct arena *a, const struct laid *rows, size_t count, const char **texts)
{
	int widths[MOST_CELLS + 1];

	measure(rows, count, widths);
	for (size_t i = 0; i < count; i++)
		texts[i] = row_text(a, &rows[i], widths);
}
