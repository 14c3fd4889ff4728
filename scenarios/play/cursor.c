#include "scenarios/play/cursor.h"

#include <stdarg.h>

#include "base/arena.h"
#include "scenarios/play/complain.h"

void
cursor_fail(struct cursor *k, struct place at, const char *format, ...)
{
	char text[300];
	va_list args;

	if (!k->failed) {
		va_start(args, format);
		vsnprintf(text, sizeof(text), format, args);
		va_end(args);
		complain(k->c, at, "%s", text);
	}
	k->failed = true;
	k->next = k->count;
}

bool
cursor_done(const struct cursor *k)
{
	return k->next >= k->count;
}

struct place
cursor_place(const struct cursor *k)
{
	return cursor_done(k) ? k->end : k->tokens[k->next].at;
}

static bool
is(const struct cursor *k, size_t ahead, enum token_kind kind, const char *text)
{
	size_t i = k->next + ahead;

	return i < k->count && k->tokens[i].kind == kind &&
	       (text == NULL || strcmp(k->tokens[i].text, text) == 0);
}

static bool
takes(struct cursor *k, enum token_kind kind, const char *text)
{
	if (!is(k, 0, kind, text))
		return false;
	k->next++;
	return true;
}

bool
cursor_takes_word(struct cursor *k, const char *word)
{
	return takes(k, TOKEN_WORD, word);
}

bool
cursor_takes_mark(struct cursor *k, const char *mark)
{
	return takes(k, TOKEN_MARK, mark);
}

bool
cursor_at_word(const struct cursor *k)
{
	return is(k, 0, TOKEN_WORD, NULL);
}

bool
cursor_at_pair(const struct cursor *k)
{
	return cursor_at_word(k) && is(k, 1, TOKEN_MARK, "=");
}

struct word
cursor_name(struct cursor *k, const char *what)
{
	struct word w = { .text = "", .at = cursor_place(k) };

	if (cursor_done(k))
		cursor_fail(k, w.at, "expected %s", what);
	else if (!cursor_at_word(k))
		cursor_fail(k, w.at, "expected %s, not '%.80s'", what, k->tokens[k->next].text);
	else
		w.text = k->tokens[k->next++].text;
	return w;
}

struct word
cursor_word(struct cursor *k, const char *what)
{
	if (!is(k, 0, TOKEN_TEXT, NULL))
		return cursor_name(k, what);
	const struct token *t = &k->tokens[k->next++];
	return (struct word){ t->text, true, t->at };
}

/* Somebody may have indented a new statement too deep. */
static void
fail_pair(struct cursor *k, const struct word *key)
{
	int line = k->tokens[0].at.line;

	if (key->at.line == line)
		cursor_fail(k, key->at, "expected key=value, not '%.80s' alone", key->text);
	else
		cursor_fail(k, key->at,
		    "expected key=value, not '%.80s' alone: indented deeper, this line continues line %d",
		    key->text, line);
}

static void
one_pair(struct cursor *k, struct pair *pair)
{
	pair->key = cursor_name(k, "key=value");
	if (k->failed)
		return;
	if (!cursor_takes_mark(k, "="))
		fail_pair(k, &pair->key);
	pair->value = cursor_word(k, "a value; an empty one is \"\"");
}

void
cursor_pairs(struct cursor *k, struct pair **pairs, size_t *count)
{
	*pairs = NEW_ARRAY(k->c->arena, struct pair, k->count - k->next + 1);
	*count = 0;
	while (!cursor_done(k) && k->next != k->answer)
		one_pair(k, &(*pairs)[(*count)++]);
}

static const struct {
	const char *text;
	enum op op;
} marks[] = {
	{ "=", OP_EQUAL },
	{ "!=", OP_DIFFERS },
	{ "~", OP_MATCHES },
	{ "<", OP_LESS },
	{ ">", OP_GREATER },
	{ "->", OP_KEEP },
	{ "exists", OP_EXISTS },
	{ "absent", OP_ABSENT },
	{ "xpath", OP_XPATH },
};

const char *
op_text(enum op op)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (marks[i].op == op)
			return marks[i].text;
	return "";
}

static bool
take_op(struct cursor *k, enum op *op)
{
	for (size_t i = 0; marks[i].op != OP_XPATH; i++) {
		*op = marks[i].op;
		if (takes(k, *op == OP_EXISTS || *op == OP_ABSENT ? TOKEN_WORD : TOKEN_MARK,
			marks[i].text))
			return true;
	}
	return false;
}

static struct word
variable(struct cursor *k)
{
	struct word w = cursor_name(k, "a $variable");

	if (!k->failed && (w.text[0] != '$' || w.text[1] == '\0'))
		cursor_fail(k, w.at, "expected a $variable, not '%.80s'", w.text);
	if (k->failed)
		return w;
	w.text++;
	return w;
}

static void
one_check(struct cursor *k, bool links, struct check *check)
{
	check->link = links && cursor_takes_word(k, "link");
	if (cursor_at_word(k) && !is(k, 1, TOKEN_MARK, NULL) && cursor_takes_word(k, "xpath")) {
		check->op = OP_XPATH;
		check->path = cursor_word(k, "an expression");
		return;
	}
	check->path = cursor_word(k, check->link ? "a relation" : "a path to check");
	if (k->failed)
		return;
	struct place at = cursor_place(k);
	if (!take_op(k, &check->op)) {
		cursor_fail(k, at, "expected = != ~ < > -> exists or absent after '%.80s'",
		    check->path.text);
		return;
	}
	if (check->link && check->op != OP_KEEP && check->op != OP_EXISTS && check->op != OP_ABSENT)
		cursor_fail(k, at, "a link can be -> $variable, exists or absent");
	else if (check->op == OP_KEEP)
		check->value = variable(k);
	else if (check->op != OP_EXISTS && check->op != OP_ABSENT)
		check->value = cursor_word(k, "a value to compare with; an empty one is \"\"");
}

void
cursor_checks(struct cursor *k, bool links, struct check **checks, size_t *count)
{
	*checks = NEW_ARRAY(k->c->arena, struct check, k->count - k->next + 1);
	*count = 0;
	while (!cursor_done(k))
		one_check(k, links, &(*checks)[(*count)++]);
}

void
cursor_end(struct cursor *k)
{
	if (!cursor_done(k))
		cursor_fail(k, cursor_place(k), "unexpected '%.80s' here", k->tokens[k->next].text);
}
