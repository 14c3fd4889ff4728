#include "world/registry/suggest.h"

#include "base/arena.h"
#include "base/must.h"
#include "world/name/domain.h"
#include "world/policy/policy.h"
#include "world/policy/premium.h"
#include "world/registry/standing.h"

#define MAX_LABEL 63

enum place { BEFORE, AFTER };

static const struct addition {
	const char *language;
	enum place place;
	const char *word;
} additions[] = {
#define SUGGEST_WORD(language, place, word) { language, place, word },
#include "world/registry/suggest_words.def"
#undef SUGGEST_WORD
};
#define ADDITIONS (sizeof(additions) / sizeof(*additions))

bool
suggest_speaks(const char *language)
{
	for (size_t i = 0; i < ADDITIONS; i++)
		if (strcmp(additions[i].language, language) == 0)
			return true;
	return false;
}

static const char *
without_tld(struct world *w, struct arena *a, const char *search)
{
	const struct tld *t = domain_well_formed(search) ? rulebook_tld(w->rules, search) : NULL;

	if (t == NULL)
		return search;
	return arena_strndup(a, search, strlen(search) - strlen(t->name) - 1);
}

/* Hyphens stay inside a word. */
static const char *
next_word(struct arena *a, const char **at)
{
	static const char inside[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

	*at += strcspn(*at, inside);
	while (**at == '-')
		(*at)++;
	size_t n = strspn(*at, inside);
	const char *start = *at;
	*at += n;
	while (n > 0 && start[n - 1] == '-')
		n--;
	return n == 0 ? NULL : arena_strndup(a, start, n);
}

struct wanted
wanted_of(struct world *w, struct arena *a, const char *search)
{
	const char *at = without_tld(w, a, domain_folded(a, search)), *word;
	struct wanted out = { .label = "" };
	char label[MAX_LABEL + 1] = "";
	size_t size = 0;

	while (out.count < MAX_SUGGEST_WORDS && (word = next_word(a, &at)) != NULL) {
		size_t n = strlen(word);
		if (size + n > MAX_LABEL)
			break;
		memcpy(label + size, word, n + 1);
		size += n;
		out.words[out.count++] = word;
	}
	out.label = arena_strdup(a, label);
	return out;
}

static bool
is_one_of(const char *const *list, const char *word)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, word) == 0)
			return true;
	return false;
}

struct candidate {
	const char *name, *rank;
};

static int
by_rank(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;
	int order = strcmp(a->rank, b->rank);

	return order != 0 ? order : strcmp(a->name, b->name);
}

static const char *
label_with(struct arena *a, const struct wanted *what, const struct addition *with)
{
	return with->place == BEFORE ? arena_printf(a, "%s%s", with->word, what->label)
				     : arena_printf(a, "%s%s", what->label, with->word);
}

/* All there are, in the order of this world. */
static size_t
candidates(struct world *w, struct arena *a, const struct wanted *what,
    const struct whereabouts *where, struct candidate *rows)
{
	size_t n = 0;

	for (size_t i = 0; i < ADDITIONS; i++) {
		if (!is_one_of(where->languages, additions[i].language))
			continue;
		const char *label = label_with(a, what, &additions[i]);
		for (const char *const *tld = where->tlds; *tld != NULL; tld++) {
			const char *name = arena_printf(a, "%s.%s", label, *tld);
			if (domain_well_formed(name) && domain_registrable(w, name))
				rows[n++] = (struct candidate){ name, world_secret(w, a, name, 0) };
		}
	}
	if (n > 0)
		qsort(rows, n, sizeof(*rows), by_rank);
	return n;
}

static size_t
length_of(const char *const *list)
{
	size_t n = 0;

	while (list[n] != NULL)
		n++;
	return n;
}

size_t
suggest(struct world *w, struct arena *a, const struct wanted *what,
    const struct whereabouts *where, const char **names)
{
	size_t room = ADDITIONS * length_of(where->tlds), n = 0;
	struct candidate *rows = NEW_ARRAY(a, struct candidate, room + 1);
	size_t count = candidates(w, a, what, where, rows);

	for (size_t i = 0; i < count && n < where->limit; i++)
		if (name_standing(w, a, rows[i].name, false).is == NAME_AVAILABLE)
			names[n++] = rows[i].name;
	return n;
}

static bool
fits(struct world *w, const char *name, const struct wanted *what, const struct whereabouts *where)
{
	const char *tld = rulebook_tld(w->rules, name)->name;

	if (*where->tlds != NULL && !is_one_of(where->tlds, tld))
		return false;
	for (size_t i = 0; i < what->count; i++) {
		const char *at = strstr(name, what->words[i]);
		if (at != NULL && (size_t)(at - name) < strlen(name) - strlen(tld) - 1)
			return true;
	}
	return false;
}

static int
by_name(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* Those of the book and those that this world adds; some are in both, or in none
 * after all. */
static size_t
premium_names(struct world *w, struct arena *a, const char ***names)
{
	struct override *own = NULL;
	size_t n = 0, more = w->overrides ? policy_overrides(w, a, &own) : 0;

	*names = NEW_ARRAY(a, const char *, w->rules->premium_count + more + 1);
	for (size_t i = 0; i < w->rules->premium_count; i++)
		(*names)[n++] = w->rules->premiums[i].key;
	for (size_t i = 0; i < more; i++)
		if (strncmp(own[i].key, PREMIUM_PREFIX, strlen(PREMIUM_PREFIX)) == 0 &&
		    premium_rule(w->rules, own[i].key + strlen(PREMIUM_PREFIX)) == NULL)
			(*names)[n++] = own[i].key + strlen(PREMIUM_PREFIX);
	if (n > 0)
		qsort(*names, n, sizeof(**names), by_name);
	return n;
}

size_t
suggest_premium(struct world *w, struct arena *a, const struct wanted *what,
    const struct whereabouts *where, const char **names)
{
	const char **all;
	size_t count = premium_names(w, a, &all), n = 0;

	for (size_t i = 0; i < count && n < where->limit; i++)
		if (fits(w, all[i], what, where) && policy_of_premium(w, a, all[i]) != NULL)
			names[n++] = all[i];
	return n;
}
