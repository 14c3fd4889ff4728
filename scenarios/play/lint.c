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
	if (known_find(*list, name) != NULL)
		return;
	struct known *one = NEW(l->c->arena, struct known);
	one->name = name;
	one->next = *list;
	*list = one;
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

static const char *const *
actor_names(struct linter *l)
{
	size_t n = 0;

	for (const struct actor *a = l->story->actors; a != NULL; a = a->next)
		n++;
	const char **names = NEW_ARRAY(l->c->arena, const char *, n + 1);
	n = 0;
	for (const struct actor *a = l->story->actors; a != NULL; a = a->next)
		names[n++] = a->name.text;
	return names;
}

void
lint_reference(struct linter *l, const struct word *w)
{
	if (lint_open(l, w) || w->quoted || w->text[0] != '@')
		return;
	if (story_actor(l->story, w->text + 1) == NULL)
		complain_unknown(l->c, w->at, "actor", w->text + 1, actor_names(l));
}

void
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
		complain_unknown(l->c, w->at, "actor", w->text + 1, actor_names(l));
	else if (a->kind != ACTOR_PERSON)
		complain(l->c, w->at, "'%.80s' is no person but a %s", w->text + 1,
		    actor_kind_name(a->kind));
}

void
lint_pairs(struct linter *l, const struct pair *pairs, size_t count, const char *what,
    const char *const *words)
{
	for (size_t i = 0; i < count; i++) {
		const char *key = pairs[i].key.text;
		lint_word(l, &pairs[i].key, what, words);
		if (is_one_of(key, role_words) || strcmp(key, "contacts") == 0)
			lint_person(l, &pairs[i].value);
		else
			lint_reference(l, &pairs[i].value);
		for (size_t j = 0; j < i; j++)
			if (strcmp(key, pairs[j].key.text) == 0)
				complain(l->c, pairs[i].key.at, "'%.80s' is said twice", key);
	}
}

static void
lint_heading(struct linter *l)
{
	const struct story *s = l->story;
	instant t;

	if (s->title.text == NULL)
		complain(l->c, (struct place){ 1, 1 }, "a story needs a title: scenario \"...\"");
	if (s->id.text == NULL)
		complain(l->c, (struct place){ 1, 1 }, "a story needs an id, such as VERIFY-001");
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

static void
lint_actors(struct linter *l)
{
	static const char *const reserved[] = { "version", "scenario", "id", "level", "covers",
		"source", "include", "let", "ignore", "strict", "world", "actor", "foreach", "end",
		"mail", "event", "state", "at", "advance", "jump", "run", "mark", "fault", "exec",
		"together", NULL };

	for (const struct actor *a = l->story->actors; a != NULL; a = a->next) {
		char what[40];
		snprintf(what, sizeof(what), "key of a %s", actor_kind_name(a->kind));
		lint_pairs(l, a->pairs, a->pair_count, what, actor_words(a->kind));
		if (is_one_of(a->name.text, reserved))
			complain(l->c, a->name.at, "'%.80s' is a word of the language, not a name",
			    a->name.text);
		if (story_actor(l->story, a->name.text) != a)
			complain(
			    l->c, a->name.at, "there is an actor '%.80s' already", a->name.text);
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
	lint_steps(&l, s->steps);
	lint_covers(&l);
}
