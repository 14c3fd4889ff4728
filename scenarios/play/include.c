#include "scenarios/play/include.h"

#include "base/arena.h"
#include "base/buf.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/parser.h"
#include "scenarios/play/text.h"

#define DEEPEST 8
#define MOST_FILES 100 /* of one story */

struct parameters {
	const struct pair *pairs;
	size_t count;
	bool *used; /* as many */
};

struct includer {
	struct complaints *c;
	const struct library *from;
	struct lines out;
	size_t room;
	int depth, files;
};

static void
add_line(struct includer *in, struct line line)
{
	if (in->out.count == in->room) {
		struct line *more = NEW_ARRAY(in->c->arena, struct line, in->room * 2 + 64);
		if (in->out.count > 0)
			memcpy(more, in->out.rows, in->out.count * sizeof(*more));
		in->out.rows = more;
		in->room = in->room * 2 + 64;
	}
	in->out.rows[in->out.count++] = line;
}

/* ---- parameters ---- */

static const struct word *
given(const struct parameters *with, const char *name)
{
	for (size_t i = 0; i < with->count; i++) {
		if (strcmp(with->pairs[i].key.text, name) != 0)
			continue;
		with->used[i] = true;
		return &with->pairs[i].value;
	}
	return NULL;
}

/* "$who@x" with who=anna is "anna@x"; what is no parameter stays a variable. */
static const char *
replaced(struct includer *in, const struct parameters *with, const struct token *t)
{
	struct buf out;
	const char *s = t->text;

	buf_open(&out, 0);
	while (*s != '\0') {
		if (*s != '$') {
			buf_char(&out, *s++);
			continue;
		}
		const char *begin = s, *name = variable_name(in->c->arena, &s);
		const struct word *value = given(with, name);
		if (value != NULL && value->quoted)
			complain(in->c, t->at, "'$%.80s' is a quoted text: it stands alone", name);
		if (value != NULL)
			buf_text(&out, value->text);
		else
			buf_add(&out, begin, (size_t)(s - begin));
	}
	const char *text = arena_strdup(in->c->arena, out.data);
	buf_close(&out);
	return text;
}

static struct token
fill_token(struct includer *in, const struct parameters *with, struct token t)
{
	const char *s = t.text;

	if (t.kind != TOKEN_WORD || strchr(t.text, '$') == NULL)
		return t;
	if (*s == '$') {
		const struct word *value = given(with, variable_name(in->c->arena, &s));
		if (value != NULL && *s == '\0') {
			t.kind = value->quoted ? TOKEN_TEXT : TOKEN_WORD;
			t.text = value->text;
			return t;
		}
	}
	t.text = replaced(in, with, &t);
	return t;
}

static struct line
fill_line(struct includer *in, const struct parameters *with, int indent, struct line line)
{
	struct token *tokens = NEW_ARRAY(in->c->arena, struct token, line.count);

	for (size_t i = 0; i < line.count; i++)
		tokens[i] = fill_token(in, with, line.tokens[i]);
	line.tokens = tokens;
	line.indent += indent;
	return line;
}

static void
complain_of_unused(struct includer *in, const struct parameters *with, const char *path)
{
	for (size_t i = 0; i < with->count; i++)
		if (!with->used[i])
			complain(in->c, with->pairs[i].key.at, "'%.80s' uses no '$%.80s'", path,
			    with->pairs[i].key.text);
}

/* ---- files ---- */

static bool
begins_with_word(const struct line *line, const char *const *words)
{
	return line->tokens[0].kind == TOKEN_WORD && is_one_of(line->tokens[0].text, words);
}

/* A file is whole: what it opens it ends, and a heading is the story's. */
static void
check_file(struct includer *in, const struct lines *lines, const char *path)
{
	static const char *const heading[] = { "scenario", "id", "level", NULL };
	static const char *const opens[] = { "foreach", "together", NULL };
	static const char *const ends[] = { "end", NULL };
	int open = 0;

	for (size_t i = 0; i < lines->count && open >= 0; i++) {
		const struct line *line = &lines->rows[i];
		open += begins_with_word(line, opens) - begins_with_word(line, ends);
		if (begins_with_word(line, heading))
			complain(in->c, line->tokens[0].at, "an included file has no '%s'",
			    line->tokens[0].text);
	}
	if (open != 0)
		complain(
		    in->c, place_top(path), "blocks do not end in the file in which they begin");
	if (lines->count == 0 || strcmp(lines->rows[0].tokens[0].text, "version") != 0)
		complain(in->c, place_top(path), "a file begins with 'version 1'");
}

/* "scenarios/a.story" and "parts/b.part": "scenarios/parts/b.part". */
static const char *
beside(struct arena *a, const char *file, const char *path)
{
	const char *slash = file == NULL ? NULL : strrchr(file, '/');

	if (*path == '/' || slash == NULL)
		return path;
	return arena_printf(a, "%.*s/%s", (int)(slash - file), file, path);
}

static void add_lines(struct includer *in, const struct lines *lines);

static void
add_file(struct includer *in, const char *path, const struct parameters *with, int indent,
    const char *bytes, size_t size)
{
	size_t mistakes = in->c->count;
	struct lines lines = lex(in->c, path, bytes, size);

	check_file(in, &lines, path);
	if (in->c->count > mistakes)
		return;
	lines.rows++; /* its version */
	lines.count--;
	for (size_t i = 0; i < lines.count; i++)
		lines.rows[i] = fill_line(in, with, indent, lines.rows[i]);
	complain_of_unused(in, with, path);
	in->depth++;
	add_lines(in, &lines);
	in->depth--;
}

static void
include(struct includer *in, struct cursor *k, int indent)
{
	struct parameters with = { 0 };
	struct pair *pairs;
	const char *why = "nothing can be included here";
	size_t size;

	k->next++; /* the word itself */
	struct word name = cursor_word(k, "the path of a file");
	cursor_pairs(k, &pairs, &with.count);
	if (k->failed)
		return;
	with.pairs = pairs;
	with.used = NEW_ARRAY(in->c->arena, bool, with.count + 1);
	if (in->depth == DEEPEST || in->files++ >= MOST_FILES) {
		complain(
		    in->c, name.at, "too many includes: does '%.80s' include itself?", name.text);
		return;
	}
	const char *path = beside(in->c->arena, name.at.file, name.text);
	const char *bytes = in->from->load == NULL ? NULL
						   : in->from->load(in->from->closure, in->c->arena,
							 path, &size, &why);
	if (bytes == NULL)
		complain(in->c, name.at, "'%.80s': %s", path, why);
	else
		add_file(in, path, &with, indent, bytes, size);
}

static void
add_lines(struct includer *in, const struct lines *lines)
{
	static const char *const word[] = { "include", NULL };
	struct parser p = { .c = in->c, .lines = lines };

	while (p.next < lines->count) {
		const struct line *line = &lines->rows[p.next];
		if (!begins_with_word(line, word)) {
			add_line(in, *line);
			p.next++;
			continue;
		}
		struct cursor k = gather(&p, extent(&p));
		include(in, &k, line->indent);
	}
}

struct lines
include_all(struct complaints *c, const struct library *from, struct lines story)
{
	struct includer in = { .c = c, .from = from };

	add_lines(&in, &story);
	return in.out;
}
