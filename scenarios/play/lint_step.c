#include <regex.h>

#include "base/arena.h"
#include "scenarios/play/complain.h"
#include "scenarios/play/lint.h"
#include "scenarios/play/text.h"
#include "scenarios/play/words.h"
#include "xcp/xpath.h"

static void
lint_span(struct linter *l, const struct word *w)
{
	struct duration d;

	if (w->text == NULL || lint_open(l, w))
		return;
	if (!duration_parse(w->text, &d) || d.months < 0 || d.seconds < 0)
		complain(
		    l->c, w->at, "'%.80s' is no duration to spend: P5D, PT1H, P10D-PT1S", w->text);
}

static void
lint_regex(struct linter *l, const struct word *w)
{
	char text[100];
	regex_t compiled;

	if (lint_open(l, w))
		return;
	int rc = regcomp(&compiled, w->text, REG_EXTENDED | REG_NOSUB);
	if (rc == 0) {
		regfree(&compiled);
		return;
	}
	regerror(rc, &compiled, text, sizeof(text));
	complain(l->c, w->at, "'%.80s' is no regular expression: %s", w->text, text);
}

/* WORDS: what a path may begin with; NULL: anything. */
static void
lint_check(struct linter *l, const struct check *k, const char *what, const char *const *words)
{
	if (k->op == OP_XPATH) {
		if (!l->reply)
			complain(l->c, k->path.at,
			    "an xpath looks at the XML of a reply, and only there");
		else if (!lint_open(l, &k->path) && !xpath_is_one(k->path.text))
			complain(l->c, k->path.at, "'%.80s' is no XPath", k->path.text);
		return;
	}
	if (k->link) {
		lint_word(l, &k->path, "relation of a link", link_words);
	} else if (!lint_open(l, &k->path) && words != NULL) {
		struct word first = k->path;
		first.text = arena_strndup(l->c->arena, k->path.text, strcspn(k->path.text, "."));
		lint_word(l, &first, what, words);
	}
	if (k->op == OP_KEEP)
		known_add(l, &l->variables, k->value.text);
	else if (k->op == OP_MATCHES)
		lint_regex(l, &k->value);
	else if (k->value.text != NULL)
		lint_reference(l, &k->value);
}

static void
lint_checks(struct linter *l, const struct step *s, const char *what, const char *const *words)
{
	for (size_t i = 0; i < s->check_count; i++)
		lint_check(l, &s->checks[i], what, words);
}

/* A type of mail is known from the templates; any other field is free text. */
static void
lint_mail(struct linter *l, const struct step *s)
{
	struct word who = s->actor;

	if (!lint_open(l, &who) && strchr(who.text, '@') == NULL) {
		const struct actor *a = story_actor(l->story, who.text);
		if (a == NULL || a->kind == ACTOR_OPERATOR || a->kind == ACTOR_REGISTRY)
			complain(l->c, who.at,
			    "mail to '%.80s': neither a person, a reseller nor an address",
			    who.text);
	}
	lint_span(l, &s->span);
	lint_checks(l, s, "field of a mail", mail_field_words);
	for (size_t i = 0; i < s->check_count; i++) {
		const struct check *k = &s->checks[i];
		if (!k->link && strcmp(k->path.text, "type") == 0 && k->op == OP_EQUAL)
			lint_word(l, &k->value, "type of mail", l->v->mail_types);
	}
}

static const struct actor *
acting(struct linter *l, const struct step *s)
{
	return story_actor(l->story, s->actor.text); /* the parser has asked already */
}

static void
lint_call(struct linter *l, const struct step *s)
{
	const struct actor *a = acting(l, s);

	if (a->kind != ACTOR_RESELLER)
		complain(l->c, s->actor.at, "only a reseller sends commands; '%.80s' is a %s",
		    s->actor.text, actor_kind_name(a->kind));
	if (!s->raw)
		lint_word(l, &s->name, "action", l->v->actions);
	l->calls_any = l->calls_any || lint_open(l, &s->name);
	known_add(l, &l->called, s->name.text);
	lint_attributes(l, s->pairs, s->pair_count);
	l->reply = true;
	lint_checks(l, s, "path", NULL);
	l->reply = false;
}

static void
lint_required(struct linter *l, const struct step *s, const struct act *act)
{
	for (const struct act_key *k = act->keys; k->name != NULL; k++) {
		bool given = false;
		for (size_t i = 0; i < s->pair_count; i++)
			given |= strcmp(s->pairs[i].key.text, k->name) == 0;
		if (k->required && !given)
			complain(l->c, s->name.at, "'%s' needs %s=", act->verb, k->name);
	}
}

static const char *const *
key_words(struct linter *l, const struct act *act)
{
	size_t n = 0;

	if (act->shape == ACT_POLICY)
		return l->v->policies;
	while (act->keys[n].name != NULL)
		n++;
	const char **words = NEW_ARRAY(l->c->arena, const char *, n + 1);
	for (size_t i = 0; i < n; i++)
		words[i] = act->keys[i].name;
	return words;
}

static void
lint_act(struct linter *l, const struct step *s)
{
	const struct actor *a = acting(l, s);
	const struct act *act = act_find(a->kind, s->name.text);

	lint_checks(l, s, "path", NULL);
	if (a->kind == ACTOR_RESELLER && act == NULL) {
		complain(l->c, s->name.at, "expected '>' and an action: '%.80s' is a reseller",
		    s->actor.text);
		return;
	}
	if (lint_open(l, &s->name)) {
		lint_attributes(l, s->pairs, s->pair_count); /* of whichever verb it is */
		return;
	}
	if (act == NULL) {
		complain_unknown(
		    l->c, s->name.at, "verb", s->name.text, act_words(l->c->arena, a->kind));
		return;
	}
	if (act->shape != ACT_POLICY)
		lint_required(l, s, act);
	lint_pairs(l, s->pairs, s->pair_count, act->shape == ACT_POLICY ? "policy" : "key",
	    key_words(l, act));
}

static void
lint_at(struct linter *l, const struct step *s)
{
	struct reference r;

	if (lint_open(l, &s->name))
		return;
	if (!reference_parse(l->c->arena, s->name.text, &r)) {
		complain(l->c, s->name.at, "'%.80s': what follows the instant is no duration",
		    s->name.text);
		return;
	}
	if (!r.literal && strcmp(r.base, "start") != 0 && known_find(l->marks, r.base) == NULL)
		complain(l->c, s->name.at, "'%.80s' is no instant, and no mark that was set above",
		    r.base);
}

static void
lint_foreach(struct linter *l, const struct step *s)
{
	struct known *variables = l->variables, *marks = l->marks;
	const struct table *t = s->table;

	for (size_t i = 0; i < t->column_count; i++) {
		if (known_find(l->variables, t->columns[i].text) != NULL)
			complain(l->c, t->columns[i].at, "'%.80s' is a variable already",
			    t->columns[i].text);
		known_add(l, &l->variables, t->columns[i].text);
		l->variables->column = &t->columns[i];
	}
	lint_steps(l, t->steps);
	for (const struct known *k = l->variables; k != variables; k = k->next)
		if (k->column != NULL && !k->used && k->column != &t->columns[0])
			complain(l->c, k->column->at, "no step uses the column '%.80s'", k->name);
	l->variables = variables;
	l->marks = marks;
}

static void
lint_step(struct linter *l, const struct step *s)
{
	switch (s->kind) {
	case STEP_CALL:
		lint_call(l, s);
		break;
	case STEP_MAIL:
		lint_mail(l, s);
		break;
	case STEP_EVENT:
		lint_word(l, &s->name, "event", event_words);
		lint_span(l, &s->span);
		lint_checks(l, s, "path", NULL);
		break;
	case STEP_STATE:
		lint_open(l, &s->object);
		lint_checks(l, s, "field of this state", state_words(s->name.text));
		break;
	case STEP_AT:
		lint_at(l, s);
		break;
	case STEP_ADVANCE:
	case STEP_JUMP:
	case STEP_UNTIL:
		lint_span(l, &s->span);
		lint_open(l, &s->name);
		lint_open(l, &s->object);
		break;
	case STEP_MARK:
		if (strchr(s->name.text, '$') != NULL)
			complain(l->c, s->name.at, "a mark has a name of its own, no variable");
		known_add(l, &l->marks, s->name.text);
		break;
	case STEP_ACT:
		lint_act(l, s);
		break;
	case STEP_FAULT:
		lint_fault(l, s);
		break;
	case STEP_FOREACH:
		lint_foreach(l, s);
		break;
	case STEP_TOGETHER:
		l->together = s;
		lint_steps(l, s->inner);
		l->together = NULL;
		break;
	}
}

void
lint_steps(struct linter *l, const struct step *steps)
{
	for (; steps != NULL; steps = steps->next) {
		l->step = steps;
		lint_step(l, steps);
	}
}
