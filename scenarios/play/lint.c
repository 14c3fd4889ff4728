#include "scenarios/play/lint.h"

#include "base/arena.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/text.h"
#include "scenarios/play/words.h"

struct known *
known_find(struct known *list, const char *name)
{
	for (; list != NULL; list = list->next)
		if (strcmp(list->name, name) == 0)
			return list;
	return NULL;
}

void
known_add(struct linter *l, struct known **list, const char *name)
{
	struct known *one = known_find(*list, name);

	if (one == NULL) {
		one = NEW(l->c->arena, struct known);
		one->name = name;
		one->next = *list;
		*list = one;
	}
	one->step = l->step;
	one->together = l->together;
}

/* The names of a list, for a suggestion. */
static const char *const *
names_of(struct linter *l, const struct known *list)
{
	size_t n = 0;

	for (const struct known *k = list; k != NULL; k = k->next)
		n++;
	const char **names = NEW_ARRAY(l->c->arena, const char *, n + 1);
	n = 0;
	for (const struct known *k = list; k != NULL; k = k->next)
		names[n++] = k->name;
	return names;
}

bool
lint_open(struct linter *l, const struct word *w)
{
	bool open = false;

	if (w->text == NULL || w->quoted)
		return false;
	for (const char *s = w->text; (s = strchr(s, '$')) != NULL;) {
		const char *name = variable_name(l->c->arena, &s);
		struct known *k = known_find(l->variables, name);
		open = true;
		if (k != NULL && k->together != NULL && k->together == l->together &&
		    k->step != l->step)
			complain(l->c, w->at,
			    "'$%.80s' is set in the same together, which promises no order", name);
		if (k != NULL)
			k->used = true;
		else if (l->variables == NULL)
			complain(l->c, w->at, "variable '$%.80s' is used before it is set", name);
		else
			complain_unknown(l->c, w->at, "variable", name, names_of(l, l->variables));
	}
	return open;
}

void
lint_word(struct linter *l, const struct word *w, const char *what, const char *const *words)
{
	if (w->text == NULL || lint_open(l, w) || words == NULL || is_one_of(w->text, words))
		return;
	complain_unknown(l->c, w->at, what, w->text, words);
}

/* Actors, and maps where these fit. */
static const char *const *
reference_names(struct linter *l, bool maps)
{
	size_t n = 0;

	for (const struct actor *a = l->story->actors; a != NULL; a = a->next)
		n++;
	for (const struct map *m = l->story->maps; m != NULL; m = m->next)
		n++;
	const char **names = NEW_ARRAY(l->c->arena, const char *, n + 1);
	n = 0;
	for (const struct actor *a = l->story->actors; a != NULL; a = a->next)
		names[n++] = a->name.text;
	for (const struct map *m = l->story->maps; maps && m != NULL; m = m->next)
		names[n++] = m->name.text;
	return names;
}

static bool
is_reference(struct linter *l, const struct word *w)
{
	return !lint_open(l, w) && !w->quoted && w->text[0] == '@';
}

void
lint_reference(struct linter *l, const struct word *w)
{
	if (!is_reference(l, w) || story_actor(l->story, w->text + 1) != NULL)
		return;
	if (story_map(l->story, w->text + 1) != NULL)
		complain(l->c, w->at, "'%.80s' is a map: it stands for contacts and attributes",
		    w->text + 1);
	else
		complain_unknown(l->c, w->at, "actor", w->text + 1, reference_names(l, false));
}

static void
lint_person(struct linter *l, const struct word *w)
{
	if (lint_open(l, w))
		return;
	if (w->quoted || w->text[0] != '@') {
		complain(l->c, w->at, "expected a @person, not '%.80s'", w->text);
		return;
	}
	const struct actor *a = story_actor(l->story, w->text + 1);
	if (a == NULL)
		complain_unknown(l->c, w->at, "actor", w->text + 1, reference_names(l, true));
	else if (a->kind != ACTOR_PERSON)
		complain(l->c, w->at, "'%.80s' is no person but a %s", w->text + 1,
		    actor_kind_name(a->kind));
}

static bool
stands_above(const struct map *one, const struct map *other)
{
	const struct map *m = one->next;

	while (m != NULL && m != other)
		m = m->next;
	return m != NULL;
}

/* Variables of a map have to be set where the map is used; maps in maps stand
 * above each other, so this comes to an end. */
static void
lint_map_use(struct linter *l, const struct map *m)
{
	for (size_t i = 0; i < m->pair_count; i++) {
		const struct word *value = &m->pairs[i].value;
		const struct map *inner = is_reference(l, value)
					      ? story_map(l->story, value->text + 1)
					      : NULL;
		if (inner != NULL && stands_above(inner, m))
			lint_map_use(l, inner);
	}
}

static void
lint_value(struct linter *l, const struct pair *p, bool maps)
{
	const char *key = p->key.text;
	bool role = is_one_of(key, role_words) || strcmp(key, "contacts") == 0;
	bool reference = !p->value.quoted && p->value.text[0] == '@';
	const struct map *m = reference ? story_map(l->story, p->value.text + 1) : NULL;

	if (m != NULL && (role || maps))
		lint_map_use(l, m);
	else if (role)
		lint_person(l, &p->value);
	else
		lint_reference(l, &p->value);
}

static void
lint_twice(struct linter *l, const struct pair *pairs, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < i; j++)
			if (strcmp(pairs[i].key.text, pairs[j].key.text) == 0)
				complain(l->c, pairs[i].key.at, "'%.80s' is said twice",
				    pairs[i].key.text);
}

void
lint_pairs(struct linter *l, const struct pair *pairs, size_t count, const char *what,
    const char *const *words)
{
	for (size_t i = 0; i < count; i++) {
		lint_word(l, &pairs[i].key, what, words);
		lint_value(l, &pairs[i], false);
	}
	lint_twice(l, pairs, count);
}

void
lint_attributes(struct linter *l, const struct pair *pairs, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		lint_open(l, &pairs[i].key);
		lint_value(l, &pairs[i], true);
	}
	lint_twice(l, pairs, count);
}

static void
lint_heading(struct linter *l)
{
	const struct story *s = l->story;
	instant t;

	if (s->title.text == NULL)
		complain(
		    l->c, place_top(l->story->file), "a story needs a title: scenario \"...\"");
	if (s->id.text == NULL)
		complain(
		    l->c, place_top(l->story->file), "a story needs an id, such as VERIFY-001");
	else if (s->id.text[strspn(s->id.text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")] != '\0')
		complain(
		    l->c, s->id.at, "an id is made of A-Z, 0-9 and '-', not '%.80s'", s->id.text);
	lint_word(l, &s->level, "level", level_words);
	if (s->clock.text != NULL && !instant_parse(s->clock.text, &t))
		complain(l->c, s->clock.at, "'%.80s' is no instant: YYYY-MM-DDTHH:MM:SSZ",
		    s->clock.text);
	if (s->seed.text != NULL && (s->seed.text[0] == '\0' || strlen(s->seed.text) > 18 ||
					s->seed.text[strspn(s->seed.text, "0123456789")] != '\0'))
		complain(l->c, s->seed.at, "'%.80s' is no number", s->seed.text);
	lint_word(l, &s->fixture, "ready-made world", l->v->worlds);
	for (size_t i = 0; i < s->policy_count; i++)
		lint_word(l, &s->policies[i].key, "policy", l->v->policies);
	for (const struct ignored *g = s->ignored; g != NULL; g = g->next)
		lint_word(l, &g->name, g->event ? "event" : "type of mail",
		    g->event ? event_words : l->v->mail_types);
	for (const struct seeded *d = s->seeded; d != NULL; d = d->next)
		lint_pairs(l, d->pairs, d->pair_count, "key of a domain", seeded_words);
	for (const struct step *f = s->faults; f != NULL; f = f->next)
		lint_fault(l, f);
}

/* Actors and maps share their names, and leave the language its own. */
static void
lint_name(struct linter *l, const struct word *name)
{
	static const char *const reserved[] = { "version", "scenario", "id", "level", "covers",
		"source", "include", "let", "ignore", "strict", "world", "actor", "foreach", "end",
		"mail", "event", "state", "at", "advance", "jump", "run", "mark", "fault", "exec",
		"together", NULL };
	const struct actor *a = story_actor(l->story, name->text);
	const struct map *m = story_map(l->story, name->text);

	if (is_one_of(name->text, reserved))
		complain(
		    l->c, name->at, "'%.80s' is a word of the language, not a name", name->text);
	if (a != NULL && &a->name != name)
		complain(l->c, name->at, "there is an actor '%.80s' already", name->text);
	else if (m != NULL && a == NULL && &m->name != name)
		complain(l->c, name->at, "there is a map '%.80s' already", name->text);
}

/* A map may hold maps that stand above it, so that none holds itself. */
static void
lint_maps(struct linter *l)
{
	for (const struct map *m = l->story->maps; m != NULL; m = m->next) {
		lint_name(l, &m->name);
		lint_twice(l, m->pairs, m->pair_count);
		for (size_t i = 0; i < m->pair_count; i++) {
			const struct word *value = &m->pairs[i].value;
			if (value->quoted || value->text[0] != '@')
				continue;
			const struct map *other = story_map(l->story, value->text + 1);
			if (other == NULL)
				lint_reference(l, value);
			else if (!stands_above(other, m))
				complain(l->c, value->at, "the map '%.80s' does not stand above",
				    value->text + 1);
		}
	}
}

static void
lint_actors(struct linter *l)
{
	for (const struct actor *a = l->story->actors; a != NULL; a = a->next) {
		char what[40];
		snprintf(what, sizeof(what), "key of a %s", actor_kind_name(a->kind));
		lint_pairs(l, a->pairs, a->pair_count, what, actor_words(a->kind));
		lint_name(l, &a->name);
	}
}

/* "covers" is what people look for: it says no more than what is called.  Events
 * reach a client by poll, and all stories have some. */
static void
lint_covers(struct linter *l)
{
	for (size_t i = 0; i < l->story->cover_count && !l->calls_any; i++) {
		const struct word *w = &l->story->covers[i];
		if (known_find(l->called, w->text) == NULL && strcmp(w->text, "poll") != 0)
			complain(l->c, w->at,
			    "the story says that it covers '%.80s', but never calls it", w->text);
	}
}

void
lint(struct complaints *c, const struct vocabulary *v, const struct story *s)
{
	struct linter l = { .c = c, .v = v, .story = s };

	lint_heading(&l);
	lint_actors(&l);
	lint_maps(&l);
	lint_steps(&l, s->steps);
	lint_covers(&l);
}
