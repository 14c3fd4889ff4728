#include "base/arena.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/parser.h"
#include "scenarios/play/text.h"

typedef void directive_fn(struct parser *p, struct cursor *k);

bool
begins_with(const struct line *line, const char *mark)
{
	return line->tokens[0].kind == TOKEN_MARK && strcmp(line->tokens[0].text, mark) == 0;
}

size_t
extent(const struct parser *p)
{
	const struct line *rows = p->lines->rows;
	size_t end = p->next + 1;

	while (end < p->lines->count && rows[end].indent > rows[p->next].indent &&
	       !begins_with(&rows[end], "|"))
		end++;
	return end - p->next;
}

struct cursor
gather(struct parser *p, size_t lines)
{
	const struct line *rows = p->lines->rows + p->next;
	size_t count = 0, answer = SIZE_MAX;

	for (size_t i = 0; i < lines; i++)
		count += rows[i].count;
	struct token *tokens = NEW_ARRAY(p->c->arena, struct token, count);
	count = 0;
	for (size_t i = 0; i < lines; i++) {
		size_t skip = i > 0 && begins_with(&rows[i], "<");
		if (skip == 1 && answer == SIZE_MAX)
			answer = count;
		memcpy(tokens + count, rows[i].tokens + skip,
		    (rows[i].count - skip) * sizeof(*tokens));
		count += rows[i].count - skip;
	}
	const struct token *last = &tokens[count - 1];
	struct place end = { last->at.file, last->at.line,
		last->at.column + (int)strlen(last->text) };
	p->next += lines;
	return (
	    struct cursor){ p->c, tokens, count, 0, answer < count ? answer : count, end, false };
}

static void
take_version(struct parser *p, struct cursor *k)
{
	struct word version = cursor_name(k, "1");

	(void)p;
	if (!k->failed && strcmp(version.text, "1") != 0)
		cursor_fail(
		    k, version.at, "this player reads version 1, not '%.80s'", version.text);
}

static void
take_scenario(struct parser *p, struct cursor *k)
{
	p->story->title = cursor_word(k, "a title");
	p->story->title.text = one_line(p->c->arena, p->story->title.text);
}

static void
take_id(struct parser *p, struct cursor *k)
{
	p->story->id = cursor_name(k, "an id such as VERIFY-001");
}

static void
take_level(struct parser *p, struct cursor *k)
{
	p->story->level = cursor_name(k, "must, should or may");
}

/* A second line adds to the first. */
static void
take_covers(struct parser *p, struct cursor *k)
{
	struct story *s = p->story;
	struct word *all = NEW_ARRAY(p->c->arena, struct word, s->cover_count + k->count);

	for (size_t i = 0; i < s->cover_count; i++)
		all[i] = s->covers[i];
	s->covers = all;
	while (!cursor_done(k))
		s->covers[s->cover_count++] = cursor_name(k, "an action");
}

/* A source is for people: texts and words in any order, taken as one text. */
static void
take_source(struct parser *p, struct cursor *k)
{
	struct word *source = &p->story->source;

	*source = cursor_word(k, "a source");
	source->quoted = true;
	for (; k->next < k->count; k->next++) {
		const char *more = k->tokens[k->next].text;
		source->text = arena_printf(
		    p->c->arena, "%s%s%s", source->text, *more == ',' ? "" : " ", more);
	}
}

static void
take_ignore(struct parser *p, struct cursor *k)
{
	struct ignored *one = NEW(p->c->arena, struct ignored);

	one->event = cursor_takes_word(k, "event");
	if (!one->event && !cursor_takes_word(k, "mail"))
		cursor_fail(k, cursor_place(k), "expected 'mail' or 'event' after 'ignore'");
	one->name = cursor_name(k, one->event ? "an event's name" : "a type of mail");
	*p->ignored = one;
	p->ignored = &one->next;
}

static void
take_strict(struct parser *p, struct cursor *k)
{
	if (!cursor_takes_word(k, "events"))
		cursor_fail(k, cursor_place(k), "expected 'events' after 'strict'");
	p->story->strict_events = true;
}

static void
take_actor(struct parser *p, struct cursor *k)
{
	static const char *const kinds[] = { "reseller", "person", "registry", "operator", NULL };
	static const char *const later[] = { "client", NULL };
	struct actor *a = NEW(p->c->arena, struct actor);

	a->name = cursor_name(k, "a name");
	struct word kind = cursor_name(k, "reseller, person, registry or operator");
	if (!k->failed && is_one_of(kind.text, later))
		cursor_fail(k, kind.at, "an actor of kind '%s' is not built yet", kind.text);
	if (k->failed)
		return;
	if (!is_one_of(kind.text, kinds))
		complain_unknown(p->c, kind.at, "kind of actor", kind.text, kinds);
	while (a->kind < ACTOR_OPERATOR && strcmp(kind.text, kinds[a->kind]) != 0)
		a->kind++;
	cursor_pairs(k, &a->pairs, &a->pair_count);
	*p->actors = a;
	p->actors = &a->next;
}

static void
take_let(struct parser *p, struct cursor *k)
{
	struct map *m = NEW(p->c->arena, struct map);

	m->name = cursor_name(k, "a name");
	cursor_pairs(k, &m->pairs, &m->pair_count);
	*p->maps = m;
	p->maps = &m->next;
}

static const struct {
	const char *word;
	directive_fn *take;
} directives[] = {
	{ "version", take_version },
	{ "scenario", take_scenario },
	{ "id", take_id },
	{ "level", take_level },
	{ "covers", take_covers },
	{ "source", take_source },
	{ "ignore", take_ignore },
	{ "strict", take_strict },
	{ "actor", take_actor },
	{ "let", take_let },
};

static bool
take_directive(struct parser *p, struct cursor *k)
{
	for (size_t i = 0; i < sizeof(directives) / sizeof(*directives); i++) {
		if (!cursor_takes_word(k, directives[i].word))
			continue;
		directives[i].take(p, k);
		cursor_end(k);
		return true;
	}
	return false;
}

/* Whatever a statement may begin with here. */
static void
complain_of_start(struct parser *p, const struct token *first)
{
	const char *words[128];
	size_t n = 0;

	if (first->kind != TOKEN_WORD) {
		complain(p->c, first->at, "a statement cannot begin with '%.80s'", first->text);
		return;
	}
	for (size_t i = 0; i < sizeof(directives) / sizeof(*directives); i++)
		words[n++] = directives[i].word;
	for (size_t i = 0; step_words[i] != NULL; i++)
		words[n++] = step_words[i];
	words[n++] = "include";
	words[n++] = "world";
	words[n++] = "foreach";
	words[n++] = "together";
	words[n++] = "end";
	for (const struct actor *a = p->story->actors; a != NULL && n < 127; a = a->next)
		words[n++] = a->name.text;
	words[n] = NULL;
	complain_unknown(p->c, first->at, "word", first->text, words);
}

static void
take_step(struct parser *p, struct cursor *k)
{
	struct step *step = NEW(p->c->arena, struct step);
	const struct token *first = &k->tokens[0];
	bool act = first->kind == TOKEN_WORD && !is_one_of(first->text, step_words);

	if (act && story_actor(p->story, first->text) == NULL) {
		complain_of_start(p, first);
		return;
	}
	if (!parse_step(k, step)) {
		if (!k->failed)
			complain_of_start(p, first);
		return;
	}
	*p->steps = step;
	p->steps = &step->next;
}

static void
take_statement(struct parser *p)
{
	static const char *const blocks[] = { "world", "foreach", "together", NULL };
	const struct line *line = &p->lines->rows[p->next];
	const struct token *first = &line->tokens[0];
	bool alone = first->kind == TOKEN_WORD && is_one_of(first->text, blocks);
	struct cursor k = gather(p, alone ? 1 : extent(p));

	if (take_directive(p, &k))
		return;
	if (cursor_takes_word(&k, "world")) {
		cursor_end(&k);
		take_world(p, line->indent);
	} else if (cursor_takes_word(&k, "foreach")) {
		take_foreach(p, &k);
	} else if (cursor_takes_word(&k, "together")) {
		take_together(p, &k);
	} else if (cursor_takes_word(&k, "end")) {
		take_end(p, &k);
	} else {
		take_step(p, &k);
	}
}

struct story *
parse(struct complaints *c, const struct lines *lines)
{
	struct parser p = { .c = c, .lines = lines, .story = NEW(c->arena, struct story) };

	p.story->file = c->file;
	p.steps = &p.story->steps;
	p.actors = &p.story->actors;
	p.maps = &p.story->maps;
	p.ignored = &p.story->ignored;
	p.seeded = &p.story->seeded;
	p.faults = &p.story->faults;
	if (lines->count == 0 || strcmp(lines->rows[0].tokens[0].text, "version") != 0)
		complain(c, place_top(c->file), "a story begins with 'version 1'");
	while (p.next < lines->count)
		take_statement(&p);
	if (p.block != NULL)
		complain(c, p.block->step->at, "this %s has no 'end'", block_name(p.block));
	return p.story;
}

const struct map *
story_map(const struct story *s, const char *name)
{
	for (const struct map *m = s->maps; m != NULL; m = m->next)
		if (strcmp(m->name.text, name) == 0)
			return m;
	return NULL;
}

const struct actor *
story_actor(const struct story *s, const char *name)
{
	for (const struct actor *a = s->actors; a != NULL; a = a->next)
		if (strcmp(a->name.text, name) == 0)
			return a;
	return NULL;
}
