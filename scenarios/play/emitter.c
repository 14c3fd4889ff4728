#include "scenarios/play/emitter.h"

#include "base/arena.h"
#include "scenarios/play/complain.h"

/* ---- writing lines ---- */

static void
add_token(struct emitter *e, enum token_kind kind, const char *text)
{
	if (e->now.count == e->token_room) {
		e->token_room = e->token_room * 2 + 16;
		struct token *more = NEW_ARRAY(e->c->arena, struct token, e->token_room);
		if (e->now.count > 0)
			memcpy(more, e->now.tokens, e->now.count * sizeof(*more));
		e->now.tokens = more;
	}
	e->now.tokens[e->now.count++] = (struct token){ kind, text, e->place };
}

void
emit_bare(struct emitter *e, const char *word)
{
	add_token(e, TOKEN_WORD, word);
}

void
emit_mark(struct emitter *e, const char *text)
{
	add_token(e, TOKEN_MARK, text);
}

void
emit_end_line(struct emitter *e, int indent)
{
	if (e->lines.count == e->room) {
		e->room = e->room * 2 + 64;
		struct line *more = NEW_ARRAY(e->c->arena, struct line, e->room);
		if (e->lines.count > 0)
			memcpy(more, e->lines.rows, e->lines.count * sizeof(*more));
		e->lines.rows = more;
	}
	e->now.number = e->place.line;
	e->now.indent = indent;
	if (e->now.count > 0)
		e->lines.rows[e->lines.count++] = e->now;
	e->now = (struct line){ 0 };
	e->token_room = 0;
}

/* ---- reading words ---- */

void
emit_refuse(struct emitter *e, const char *member, const char *wanted)
{
	complain(e->c, e->place, "\"%.80s\" wants %s", member, wanted);
}

static bool
has_controls(const char *text)
{
	for (; *text != '\0'; text++)
		if (((unsigned char)*text < 0x20 && *text != '\n' && *text != '\t') ||
		    *text == 0x7f)
			return true;
	return false;
}

/* A text; one that no word could be is taken as a quoted one. */
void
emit_word(struct emitter *e, const char *member, const json_t *j)
{
	const json_t *quoted = json_is_object(j) ? json_object_get(j, "text") : NULL;
	const char *text = json_string_value(quoted != NULL ? quoted : j);

	if (text == NULL || (quoted != NULL && json_object_size(j) > 1) || has_controls(text)) {
		emit_refuse(e, member, "a text of one line");
		return;
	}
	text = arena_strdup(e->c->arena, text);
	add_token(e, quoted == NULL && lex_is_word(text) ? TOKEN_WORD : TOKEN_TEXT, text);
}

/* The word of this member, after the keyword that introduces it, if any. */
void
emit_member(struct emitter *e, const json_t *j, const char *name, const char *keyword)
{
	const json_t *value = json_object_get(j, name);

	if (value == NULL)
		return;
	if (keyword != NULL)
		emit_bare(e, keyword);
	emit_word(e, name, value);
}

void
emit_pairs(struct emitter *e, const char *name, const json_t *map)
{
	const char *key;
	json_t *value;

	if (map != NULL && !json_is_object(map))
		emit_refuse(e, name, "a map of texts");
	json_object_foreach((json_t *)map, key, value)
	{
		if (!lex_is_word(key)) {
			complain(e->c, e->place, "'%.80s' cannot be a key", key);
			continue;
		}
		emit_bare(e, arena_strdup(e->c->arena, key));
		emit_mark(e, "=");
		emit_word(e, key, value);
	}
}

/* The items of a member that is a list; NULL: there is none. */
const json_t *
emit_list(struct emitter *e, const json_t *j, const char *name)
{
	const json_t *value = json_object_get(j, name);

	if (value != NULL && !json_is_array(value))
		emit_refuse(e, name, "a list");
	return json_is_array(value) ? value : NULL;
}

void
emit_members(struct emitter *e, const json_t *j, const char *name)
{
	const json_t *items = emit_list(e, j, name);

	for (size_t i = 0; i < json_array_size(items); i++)
		emit_word(e, name, json_array_get(items, i));
}

bool
emit_flag(struct emitter *e, const json_t *j, const char *name)
{
	const json_t *value = json_object_get(j, name);

	if (value != NULL && !json_is_boolean(value))
		emit_refuse(e, name, "true or false");
	return json_is_true(value);
}

/* ---- objects ---- */

/* Where it was written; without that, its number among the statements. */
void
emit_place(struct emitter *e, const json_t *j)
{
	json_int_t line = json_integer_value(json_object_get(j, "line"));
	json_int_t column = json_integer_value(json_object_get(j, "column"));
	const char *file = json_string_value(json_object_get(j, "file"));

	if (line > 0 && line < INT32_MAX)
		e->place.line = (int)line;
	e->place.column = column > 0 && column < INT32_MAX ? (int)column : 1;
	if (file != NULL)
		e->place.file = arena_strdup(e->c->arena, file);
}

/* ALLOWED in one text, with blanks between. */
bool
emit_only(struct emitter *e, const json_t *j, const char *what, const char *allowed)
{
	const char *known[32] = { "file", "line", "column" };
	size_t n = 3;
	const char *key;
	json_t *value;

	if (!json_is_object(j)) {
		complain(e->c, e->place, "%s is a map", what);
		return false;
	}
	for (const char *s = allowed; *s != '\0' && n < 31; s += strspn(s, " ")) {
		known[n++] = arena_strndup(e->c->arena, s, strcspn(s, " "));
		s += strcspn(s, " ");
	}
	json_object_foreach((json_t *)j, key, value) if (!is_one_of(key, known)) complain_unknown(
	    e->c, e->place, arena_printf(e->c->arena, "member of %s", what), key, known);
	return true;
}

void
emit_begin(struct emitter *e, const json_t *j)
{
	e->place = (struct place){ e->c->file, ++e->statement, 1 };
	if (json_is_object(j))
		emit_place(e, j);
}
