#include "wire/api/csv.h"

/* What a spreadsheet would run; a negative number is none. */
static bool
is_formula(const char *text)
{
	if (*text == '-' && text[1] != '\0' && text[1 + strspn(text + 1, "0123456789.")] == '\0')
		return false;
	return *text != '\0' && strchr("=+-@", *text) != NULL;
}

/* Quoted where it must be. */
static void
add_cell(struct buf *b, const char *text)
{
	bool formula = is_formula(text);

	if (!formula && text[strcspn(text, ",\"\r\n")] == '\0') {
		buf_text(b, text);
		return;
	}
	buf_text(b, formula ? "\"'" : "\"");
	for (; *text != '\0'; text++)
		buf_text(b, *text == '"' ? "\"\"" : (char[]){ *text, '\0' });
	buf_char(b, '"');
}

void
csv_row(struct buf *b, const char *const *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_char(b, ',');
		add_cell(b, cells[i]);
	}
	buf_text(b, "\r\n");
}
