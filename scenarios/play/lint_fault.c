/* Faults: their kinds and parameters come with the vocabulary. */
#include "base/arena.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/lint.h"
#include "scenarios/play/words.h"

static size_t
word_count(const struct fault_word *words)
{
	size_t n = 0;

	while (words[n].kind != NULL)
		n++;
	return n;
}

/* The parameters of a kind, or the kinds themselves where KIND is NULL: those
 * that are built. */
static const char *const *
names(struct linter *l, const char *kind)
{
	const struct fault_word *all = l->v->faults;
	size_t n = 0, room = word_count(all) + 7;
	const char **list = NEW_ARRAY(l->c->arena, const char *, room);

	for (const struct fault_word *w = all; w->kind != NULL; w++)
		if (w->parameter != NULL && (kind == NULL || strcmp(w->kind, kind) == 0))
			list[n++] = kind == NULL ? w->kind : w->parameter;
	for (size_t i = 0; kind != NULL && fault_match_words[i] != NULL; i++)
		list[n++] = fault_match_words[i];
	for (size_t i = 0; kind != NULL && fault_count_words[i] != NULL; i++)
		list[n++] = fault_count_words[i];
	return list;
}

static const struct fault_word *
find(const struct fault_word *words, const char *kind, const char *parameter)
{
	for (; words->kind != NULL; words++)
		if (strcmp(words->kind, kind) == 0 &&
		    (parameter == NULL ||
			(words->parameter != NULL && strcmp(words->parameter, parameter) == 0)))
			return words;
	return NULL;
}

/* "a|b" as a list. */
static const char *const *
choices_of(struct arena *a, const char *choices)
{
	size_t n = 0;
	const char **list = NEW_ARRAY(a, const char *, strlen(choices) + 2);

	for (const char *s = choices; *s != '\0'; s += strspn(s, "|")) {
		size_t length = strcspn(s, "|");
		list[n++] = arena_strndup(a, s, length);
		s += length;
	}
	return list;
}

static void
lint_value(struct linter *l, const char *kind, const struct pair *p)
{
	const struct fault_word *w = find(l->v->faults, kind, p->key.text);

	if (is_one_of(p->key.text, fault_count_words)) {
		if (!lint_open(l, &p->value) &&
		    (p->value.text[0] == '\0' ||
			p->value.text[strspn(p->value.text, "0123456789")] != '\0'))
			complain(l->c, p->value.at, "'%.80s' is no number", p->value.text);
	} else if (w != NULL && w->choices != NULL) {
		lint_word(l, &p->value, p->key.text, choices_of(l->c->arena, w->choices));
	}
}

void
lint_fault(struct linter *l, const struct step *s)
{
	const char *kind = s->name.text;

	if (lint_open(l, &s->name) || l->v->faults == NULL) {
		lint_pairs(l, s->pairs, s->pair_count, "key", NULL);
		return;
	}
	const struct fault_word *w = find(l->v->faults, kind, NULL);
	if (w != NULL && w->parameter == NULL) {
		complain(l->c, s->name.at, "faults of kind '%s' are not built yet", kind);
		return;
	}
	lint_word(l, &s->name, "kind of fault", names(l, NULL));
	if (w == NULL)
		return;
	lint_pairs(l, s->pairs, s->pair_count, arena_printf(l->c->arena, "key of %s", kind),
	    names(l, kind));
	for (size_t i = 0; i < s->pair_count; i++)
		lint_value(l, kind, &s->pairs[i]);
}
