/* Attributes: from texts as they came to typed values, by the command's schema. */
#include <errno.h>

#include "base/arena.h"
#include "base/must.h"
#include "command/command.h"
#include "world/name/domain.h"
#include "world/name/idn.h"

#define BLANKS " \t\r\n"
#define DIGITS "0123456789"

const char *
trimmed(struct arena *a, const char *text)
{
	if (text == NULL)
		return "";
	text += strspn(text, BLANKS);
	size_t n = strlen(text), full = n;
	while (n > 0 && strchr(BLANKS, text[n - 1]) != NULL)
		n--;
	return n == full ? text : arena_strndup(a, text, n);
}

/* Where clients put the name: in the attributes under three keys, or beside
 * the action. */
static const struct value *
find_domain(const struct request *rq)
{
	static const char *const keys[] = { "domain", "domain_name", "domainname" };

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		const struct value *v = value_get(rq->attributes, keys[i]);
		if (v != NULL && v->kind == VALUE_TEXT && v->text[strspn(v->text, BLANKS)] != '\0')
			return v;
	}
	return value_get(rq->top, "domain");
}

static const struct value *
find(const struct request *rq, const struct attr *at)
{
	if (at->type == ATTR_DOMAIN)
		return find_domain(rq);
	return value_path(rq->attributes, at->name);
}

/* The whole text is one number; strtoll alone would take "1x" and " 1". */
static bool
parse_int(const char *s, int64_t *out)
{
	const char *digits = *s == '-' ? s + 1 : s;

	if (*digits == '\0' || digits[strspn(digits, DIGITS)] != '\0')
		return false;
	errno = 0;
	*out = strtoll(s, NULL, 10);
	return errno == 0;
}

static bool
parse_flag(const char *s, int64_t *out)
{
	static const char *const words[] = { "0", "1", "N", "Y", "n", "y" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(s, words[i]) == 0) {
			*out = i % 2;
			return true;
		}
	return false;
}

bool
flag_set(const char *text)
{
	int64_t set = 0;

	return parse_flag(text, &set) && set != 0;
}

static bool
fits(const struct attr *at, const char *text, int64_t *number)
{
	int64_t n = (int64_t)strlen(text);

	switch (at->type) {
	case ATTR_INT:
		return parse_int(text, number) && *number >= at->min && *number <= at->max;
	case ATTR_FLAG:
		return parse_flag(text, number);
	case ATTR_DOMAIN:
		return domain_well_formed(text);
	case ATTR_TEXT:
		return n >= at->min && n <= at->max && (at->pattern == NULL || at->pattern(text));
	case ATTR_TREE:
	case ATTR_WORDS:
		break;
	}
	return false;
}

static const struct refusal *
wrong(struct request *rq, const struct attr *at, const char *text)
{
	const char *detail = NULL;

	if (strstr(at->refusal->text, "{}") != NULL)
		detail = at->type == ATTR_DOMAIN ? excerpt(rq->arena, text)
						 : arena_printf(rq->arena, "%s '%s'", at->name,
						       excerpt(rq->arena, text));
	return refusal_new(rq, at->refusal, detail);
}

static const struct refusal *
absent(struct request *rq, const struct attr *at)
{
	if (!at->required)
		return NULL;
	if (at->missing != NULL)
		return refusal_new(rq, at->missing, NULL);
	return refuse(rq, missing_field, at->name);
}

static void
add_word(struct arena *a, struct value *list, const char *text, size_t n)
{
	const char *word = trimmed(a, arena_strndup(a, text, n));

	if (*word != '\0')
		value_add_text(a, list, NULL, word);
}

/* Clients send lists of words in either form. */
static const struct value *
words_of(struct arena *a, const struct value *v)
{
	struct value *list = value_new(a, VALUE_ARRAY);
	const char *text = v->kind == VALUE_TEXT ? v->text : "";

	for (const struct value *w = v->first; w != NULL; w = w->next)
		if (w->kind == VALUE_TEXT)
			add_word(a, list, w->text, strlen(w->text));
	while (*text != '\0') {
		size_t n = strcspn(text, ",");
		add_word(a, list, text, n);
		text += n + (text[n] == ',');
	}
	return list;
}

static const struct refusal *
check_words(struct request *rq, size_t i, const struct value *v)
{
	const struct attr *at = &rq->accepts[i];
	const struct value *list = words_of(rq->arena, v);

	if (list->first == NULL)
		return absent(rq, at);
	for (const struct value *w = list->first; w != NULL; w = w->next)
		if ((int64_t)strlen(w->text) > at->max ||
		    (at->pattern != NULL && !at->pattern(w->text)))
			return wrong(rq, at, w->text);
	rq->values[i].tree = list;
	return NULL;
}

/* An empty container says as little as an empty text: clients send both for
 * what they have not. */
static const struct refusal *
check_one(struct request *rq, size_t i)
{
	const struct attr *at = &rq->accepts[i];
	const struct value *v = find(rq, at);

	rq->values[i].number = at->fallback;
	if (v == NULL)
		return absent(rq, at);
	if (at->type == ATTR_WORDS)
		return check_words(rq, i, v);
	bool tree = v->kind != VALUE_TEXT;
	const char *text = trimmed(rq->arena, tree ? "" : v->text);
	if (at->type == ATTR_DOMAIN)
		text = idn_folded(rq->world, rq->arena, domain_folded(rq->arena, text));
	rq->values[i].text = text;
	if (tree ? v->first == NULL : *text == '\0')
		return absent(rq, at);
	if (at->type == ATTR_TREE && tree) {
		rq->values[i].tree = v;
		return NULL;
	}
	if (tree)
		return wrong(rq, at, "(a list)");
	return fits(at, text, &rq->values[i].number) ? NULL : wrong(rq, at, text);
}

const struct refusal *
attrs_check(struct request *rq)
{
	const struct refusal *no = NULL;

	for (size_t i = 0; no == NULL && rq->accepts[i].name != NULL; i++) {
		must(i < MAX_ATTRS);
		no = check_one(rq, i);
	}
	return no;
}

/* A handler may read only what its schema lists. */
static size_t
declared(const struct request *rq, const char *name)
{
	size_t i = 0;

	while (rq->accepts[i].name != NULL && strcmp(rq->accepts[i].name, name) != 0)
		i++;
	must(rq->accepts[i].name != NULL);
	return i;
}

/* And only as the type it lists. */
static size_t
declared_as(const struct request *rq, const char *name, enum attr_type type)
{
	size_t i = declared(rq, name);

	must(rq->accepts[i].type == type);
	return i;
}

const char *
attr_text(const struct request *rq, const char *name)
{
	size_t i = declared(rq, name);

	must(rq->accepts[i].type == ATTR_TEXT || rq->accepts[i].type == ATTR_DOMAIN);
	return rq->values[i].text;
}

const char *
attr_word(const struct request *rq, const char *name)
{
	const char *text = attr_text(rq, name);

	return text == NULL ? "" : text;
}

int64_t
attr_int(const struct request *rq, const char *name)
{
	return rq->values[declared_as(rq, name, ATTR_INT)].number;
}

bool
attr_flag(const struct request *rq, const char *name)
{
	return rq->values[declared_as(rq, name, ATTR_FLAG)].number != 0;
}

const struct value *
attr_tree(const struct request *rq, const char *name)
{
	return rq->values[declared_as(rq, name, ATTR_TREE)].tree;
}

const struct value *
attr_words(const struct request *rq, const char *name)
{
	return rq->values[declared_as(rq, name, ATTR_WORDS)].tree;
}

bool
attr_given(const struct request *rq, const char *name)
{
	size_t i = declared(rq, name);

	return rq->values[i].tree != NULL ||
	       (rq->values[i].text != NULL && *rq->values[i].text != '\0');
}
