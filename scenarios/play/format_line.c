#include "base/arena.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/format.h"

static void
add_quoted(struct buf *out, const char *text)
{
	buf_char(out, '"');
	for (; *text != '\0'; text++)
		switch (*text) {
		case '\n':
			buf_text(out, "\\n");
			break;
		case '\t':
			buf_text(out, "\\t");
			break;
		case '"':
		case '\\':
			buf_char(out, '\\');
			buf_char(out, *text);
			break;
		default:
			buf_char(out, *text);
		}
	buf_char(out, '"');
}

const char *
token_text(struct arena *a, const struct token *t)
{
	struct buf out;

	if (t->kind != TOKEN_TEXT)
		return t->text;
	buf_open(&out, 0);
	add_quoted(&out, t->text);
	const char *text = arena_strdup(a, out.data);
	buf_close(&out);
	return text;
}

static bool
is_mark(const struct line *line, size_t i, const char *text)
{
	return i < line->count && line->tokens[i].kind == TOKEN_MARK &&
	       (text == NULL || strcmp(line->tokens[i].text, text) == 0);
}

static bool
is_word(const struct line *line, size_t i, const char *text)
{
	return i < line->count && line->tokens[i].kind == TOKEN_WORD &&
	       strcmp(line->tokens[i].text, text) == 0;
}

/* ---- key=value ---- */

static const char *
gap_of_pairs(const struct line *line, size_t i, enum line_style style, bool *paired)
{
	bool pair = line->tokens[i].kind == TOKEN_WORD && is_mark(line, i + 1, "=");

	if (is_mark(line, i, "=") || is_mark(line, i - 1, "="))
		return "";
	if (!pair || *paired || style != LINE_WIDE)
		return " ";
	*paired = true;
	return "  ";
}

/* ---- checks ---- */

/* How many tokens are said before the first check. */
static size_t
head_length(const struct line *line)
{
	static const char *const subjects[] = { "domain", "order", "transfer", "reseller", "dns",
		"whois", NULL };
	size_t n = 2;

	if (is_mark(line, 0, "<"))
		return 1;
	if (is_word(line, 0, "state"))
		return line->count > 1 && is_one_of(line->tokens[1].text, subjects) ? 3 : 2;
	if (!is_word(line, 0, "mail") && !is_word(line, 0, "event"))
		return 0;
	if (is_word(line, n, "within"))
		return n + 2;
	n += is_word(line, n, "none");
	return is_word(line, n, "for") ? n + 2 : n;
}

/* ... and of how many a check consists. */
static size_t
check_length(const struct line *line, size_t i)
{
	size_t n = i;

	if (is_word(line, n, "xpath") && !is_mark(line, n + 1, NULL))
		return 2;
	if (is_word(line, n, "link") && !is_mark(line, n + 1, NULL))
		n++;
	n++; /* the path */
	if (is_word(line, n, "exists") || is_word(line, n, "absent"))
		return n + 1 - i;
	return is_mark(line, n, NULL) ? n + 2 - i : n - i;
}

static const char *
gap_of_checks(const struct line *line, size_t i, size_t *next)
{
	if (i < *next)
		return " ";
	const char *gap = i > 0 && !is_mark(line, i - 1, "<") ? "  " : " ";
	*next = i + check_length(line, i);
	return gap;
}

const char *
line_text(struct arena *a, const struct line *line, size_t from, enum line_style style, bool begins)
{
	bool spaced = style == LINE_SPACED, paired = !begins;
	size_t next = spaced ? head_length(line) : 0;
	struct buf out;

	buf_open(&out, 0);
	if (spaced && next == 0)
		next = check_length(line, 0);
	for (size_t i = from; i < line->count; i++) {
		const char *gap = " ";
		if (spaced)
			gap = i == 0 ? "" : gap_of_checks(line, i, &next);
		else if (i > from && style != LINE_LIST)
			gap = gap_of_pairs(line, i, style, &paired);
		if (from == 1 && is_word(line, 0, "source") && line->tokens[i].text[0] == ',')
			gap = "";
		buf_text(&out, i == from ? "" : gap);
		buf_text(&out, token_text(a, &line->tokens[i]));
	}
	const char *text = arena_strdup(a, out.data);
	buf_close(&out);
	return text;
}

size_t
line_checks(struct arena *a, const struct line *line, const char **cells, size_t most)
{
	size_t head = head_length(line), n = 0, i = 0;

	while (i < line->count && n < most) {
		size_t length = i == 0 && head > 0 ? head : check_length(line, i);
		struct line part = { .tokens = line->tokens + i,
			.count = i + length < line->count && n + 1 < most ? length
									  : line->count - i };
		cells[n++] = line_text(a, &part, 0, LINE_LIST, false);
		i += part.count;
	}
	return n;
}
