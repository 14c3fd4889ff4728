/* Lines: key = value  certainty  "source", see fixtures/policy/README.md. */
#include "world/policy/loader.h"

struct reading {
	struct loader *l;
	const char *path;
	int number;
	const char *note; /* the comment above, NULL: none */
	const char *source; /* of this file, where a line names none */
	struct lines *into;
};

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static char *
trimmed(char *s)
{
	char *end = s + strlen(s);

	while (blank(*s))
		s++;
	while (end > s && blank(end[-1]))
		end--;
	*end = '\0';
	return s;
}

/* Cuts "source" off the end of TEXT.  NULL: there is none. */
static const char *
cut_source(char *text)
{
	size_t n = strlen(text);

	if (n < 2 || text[n - 1] != '"')
		return NULL;
	text[n - 1] = '\0';
	char *quote = strrchr(text, '"');
	if (quote == NULL)
		return NULL;
	*quote = '\0';
	return quote + 1;
}

/* Cuts the last word off TEXT. */
static char *
cut_word(char *text)
{
	text = trimmed(text);
	char *word = text + strlen(text);

	while (word > text && !blank(word[-1]))
		word--;
	if (word > text)
		word[-1] = '\0';
	return word;
}

static bool
certainty_named(const char *name, enum certainty *out)
{
	for (enum certainty c = STATED; c <= CONFLICTING; c++)
		if (strcmp(certainty_name(c), name) == 0) {
			*out = c;
			return true;
		}
	return false;
}

/* VALUE is what stands right of the equals sign, cut up and checked. */
static void
read_rule(struct reading *r, char *key, char *value)
{
	struct rule rule = { .key = trimmed(key), .note = r->note };

	value = trimmed(value);
	rule.source = cut_source(value);
	if (rule.source == NULL)
		rule.source = r->source;
	char *word = cut_word(value);
	if (rule.key[0] == '\0' || strpbrk(rule.key, " \t") != NULL)
		loader_complain(
		    r->l, r->path, r->number, "no key; write: key = value  certainty  \"source\"");
	else if (!certainty_named(word, &rule.certainty))
		loader_complain(r->l, r->path, r->number,
		    "\"%s\" is no certainty; write stated, inferred or conflicting after the value",
		    word);
	else if (rule.source == NULL || rule.source[0] == '\0')
		loader_complain(r->l, r->path, r->number,
		    "no source; write it in quotes at the end of the line");
	else {
		rule.value = word == value ? "" : trimmed(value);
		r->into->rows[r->into->count++] = (struct line){ rule, r->path, r->number };
	}
	r->note = NULL;
}

/* Comment lines one below the other are one note. */
static void
read_comment(struct reading *r, char *text)
{
	text = trimmed(text + 1);
	r->note = r->note == NULL ? text : arena_printf(r->l->a, "%s %s", r->note, text);
}

static void
read_line(struct reading *r, char *text)
{
	text = trimmed(text);
	char *equals = strchr(text, '=');

	if (text[0] == '#')
		read_comment(r, text);
	else if (text[0] == '\0')
		r->note = NULL;
	else if (strncmp(text, "source ", 7) == 0 && trimmed(text + 7)[0] == '"')
		r->source = cut_source(text);
	else if (equals == NULL)
		loader_complain(r->l, r->path, r->number,
		    "no equals sign; write: key = value  certainty  \"source\"");
	else {
		*equals = '\0';
		read_rule(r, text, equals + 1);
	}
}

static size_t
newlines(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

static void
read_fixture(struct loader *l, const struct fixture *f, struct lines *into)
{
	struct reading r = { .l = l, .path = f->path, .into = into };
	const char *at = f->text;

	while (*at != '\0') {
		size_t n = strcspn(at, "\n");
		r.number++;
		read_line(&r, arena_strndup(l->a, at, n));
		at += n + (at[n] == '\n');
	}
}

static int
by_key(const void *x, const void *y)
{
	const struct line *a = x, *b = y;
	int order = strcmp(a->rule.key, b->rule.key);

	if (order == 0)
		order = strcmp(a->path, b->path);
	return order != 0 ? order : a->number - b->number;
}

struct lines
lines_of(struct loader *l, const struct fixture *files, size_t count)
{
	struct lines out = { 0 };
	size_t room = 0;

	for (size_t i = 0; i < count; i++)
		room += newlines(files[i].text) + 1;
	out.rows = NEW_ARRAY(l->a, struct line, room);
	for (size_t i = 0; i < count; i++)
		read_fixture(l, &files[i], &out);
	if (out.count > 0)
		qsort(out.rows, out.count, sizeof(*out.rows), by_key);
	for (size_t i = 1; i < out.count; i++) {
		const struct line *a = &out.rows[i - 1], *b = &out.rows[i];
		if (strcmp(a->rule.key, b->rule.key) == 0)
			loader_complain(l, b->path, b->number,
			    "%s stands at %s:%d already; keep one", b->rule.key, a->path,
			    a->number);
	}
	return out;
}
