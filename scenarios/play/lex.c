#include "scenarios/play/lex.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "scenarios/play/complain.h"

#define TAB 8

/* Where the lexer stands in one line of the file. */
struct reader {
	struct complaints *c;
	const char *file;
	const char *begin, *at, *end; /* of the line, without its end */
	int number;
	bool failed;
};

static struct place
here(const struct reader *r)
{
	return (struct place){ r->file, r->number, (int)(r->at - r->begin) + 1 };
}

static void
fail(struct reader *r, struct place at, const char *text)
{
	complain(r->c, at, "%s", text);
	r->failed = true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
starts(const struct reader *r, const char *text)
{
	size_t n = strlen(text);

	return (size_t)(r->end - r->at) >= n && memcmp(r->at, text, n) == 0;
}

/* What ends a word wherever it stands. */
static bool
ends_word(const struct reader *r)
{
	return r->at == r->end || is_blank(*r->at) || *r->at == '"' || *r->at == '=' ||
	       *r->at == '<' || *r->at == '>' || starts(r, "!=");
}

/* "~" and "|" are marks only where they stand alone: both occur inside words. */
static const char *
mark_here(const struct reader *r)
{
	static const char *const anywhere[] = { "->", "!=", "=", "<", ">" };
	static const char *const alone[] = { "~", "|" };

	for (size_t i = 0; i < sizeof(anywhere) / sizeof(*anywhere); i++)
		if (starts(r, anywhere[i]))
			return anywhere[i];
	for (size_t i = 0; i < sizeof(alone) / sizeof(*alone); i++)
		if (starts(r, alone[i]) && (r->at + 1 == r->end || is_blank(r->at[1])))
			return alone[i];
	return NULL;
}

/* The letter behind a backslash; NUL: there is no such escape. */
static char
escape(char letter)
{
	switch (letter) {
	case 'n':
		return '\n';
	case 't':
		return '\t';
	case '"':
	case '\\':
		return letter;
	default:
		return '\0';
	}
}

static void
read_text(struct reader *r, struct token *t)
{
	char *out = arena_alloc(r->c->arena, (size_t)(r->end - r->at) + 1);

	t->kind = TOKEN_TEXT;
	t->text = out;
	for (r->at++; r->at < r->end && *r->at != '"'; r->at++) {
		if (*r->at != '\\') {
			*out++ = *r->at;
			continue;
		}
		struct place at = here(r);
		if (++r->at == r->end)
			break;
		*out = escape(*r->at);
		if (*out++ == '\0') {
			fail(r, at, "unknown escape in a text: there are \\\" \\\\ \\n and \\t");
			return;
		}
	}
	if (r->at == r->end) {
		fail(r, t->at, "this text has no closing quote");
		return;
	}
	r->at++;
}

static void
read_word(struct reader *r, struct token *t)
{
	const char *begin = r->at;

	while (!ends_word(r))
		r->at++;
	if (r->at < r->end && *r->at == '"')
		fail(r, here(r), "a quote inside a word: quote all of it");
	t->kind = TOKEN_WORD;
	t->text = arena_strndup(r->c->arena, begin, (size_t)(r->at - begin));
}

static void
read_token(struct reader *r, struct token *t)
{
	const char *mark = mark_here(r);

	t->at = here(r);
	if (mark != NULL) {
		t->kind = TOKEN_MARK;
		t->text = mark;
		r->at += strlen(mark);
	} else if (*r->at == '"') {
		read_text(r, t);
	} else {
		read_word(r, t);
	}
}

static int
read_indent(struct reader *r)
{
	int indent = 0;

	for (; r->at < r->end && is_blank(*r->at); r->at++)
		indent = *r->at == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
	return indent;
}

static void
check_characters(struct reader *r)
{
	size_t size = (size_t)(r->end - r->begin), good = utf8_span(r->begin, size);

	for (size_t i = 0; i < good; i++) {
		unsigned char c = (unsigned char)r->begin[i];
		if ((c < 0x20 && c != '\t') || c == 0x7f)
			good = i;
	}
	if (good < size)
		fail(r, (struct place){ r->file, r->number, (int)good + 1 },
		    "neither UTF-8 nor a tab");
}

/* Without blanks at its end. */
static const char *
read_comment(struct reader *r)
{
	const char *end = r->end;

	while (end > r->at && is_blank(end[-1]))
		end--;
	return arena_strndup(r->c->arena, r->at, (size_t)(end - r->at));
}

/* False: something is wrong with it. */
static bool
read_line(struct reader *r, struct line *line)
{
	*line = (struct line){ .number = r->number };
	check_characters(r);
	if (r->failed)
		return false;
	line->indent = read_indent(r);
	/* no line has more tokens than bytes */
	line->tokens = NEW_ARRAY(r->c->arena, struct token, (size_t)(r->end - r->at) + 1);
	while (r->at < r->end && *r->at != '#' && !r->failed) {
		read_token(r, &line->tokens[line->count++]);
		while (r->at < r->end && is_blank(*r->at))
			r->at++;
	}
	if (r->at < r->end && !r->failed)
		line->comment = read_comment(r);
	return !r->failed;
}

static size_t
count_lines(const char *bytes, size_t size)
{
	size_t n = 1;

	for (size_t i = 0; i < size; i++)
		n += bytes[i] == '\n';
	return n;
}

struct lines
lex_all(struct complaints *c, const char *file, const char *bytes, size_t size)
{
	struct lines lines = { NEW_ARRAY(c->arena, struct line, count_lines(bytes, size)), 0 };
	const char *end = bytes + size;
	int number = 1;

	for (const char *s = bytes; s < end; number++) {
		const char *newline = memchr(s, '\n', (size_t)(end - s));
		const char *stop = newline == NULL ? end : newline;
		struct reader r = {
			.c = c, .file = file, .begin = s, .at = s, .end = stop, .number = number
		};
		if (r.end > s && r.end[-1] == '\r')
			r.end--;
		if (read_line(&r, &lines.rows[lines.count]))
			lines.count++;
		s = newline == NULL ? end : newline + 1;
	}
	return lines;
}

struct lines
lex(struct complaints *c, const char *file, const char *bytes, size_t size)
{
	struct lines all = lex_all(c, file, bytes, size);
	size_t n = 0;

	for (size_t i = 0; i < all.count; i++)
		if (all.rows[i].count > 0)
			all.rows[n++] = all.rows[i];
	all.count = n;
	return all;
}

bool
lex_is_word(const char *text)
{
	struct reader r = { .at = text, .end = text + strlen(text) };

	if (r.at == r.end || *text == '#' || mark_here(&r) != NULL)
		return false;
	for (; r.at < r.end; r.at++)
		if (ends_word(&r) || (unsigned char)*r.at < 0x20 || *r.at == 0x7f)
			return false;
	return true;
}

bool
lex_is_mark(const char *text)
{
	struct reader r = { .at = text, .end = text + strlen(text) };
	const char *mark = *text == '\0' ? NULL : mark_here(&r);

	return mark != NULL && strcmp(mark, text) == 0;
}
