#include "world/name/domain.h"

#include "base/arena.h"
#include "world/policy/policy.h"

#define LETTERS_AND_DIGITS "abcdefghijklmnopqrstuvwxyz0123456789"
#define MAX_NAME 253
#define MAX_LABEL 63

const char *
domain_folded(struct arena *a, const char *name)
{
	char *copy = arena_strdup(a, name);

	for (char *c = copy; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return copy;
}

static bool
label_well_formed(const char *label, size_t n)
{
	return n > 0 && n <= MAX_LABEL && label[0] != '-' && label[n - 1] != '-';
}

bool
domain_well_formed(const char *name)
{
	size_t labels = 0;

	if (strlen(name) > MAX_NAME || name[strspn(name, LETTERS_AND_DIGITS "-.")] != '\0')
		return false;
	for (const char *label = name;; labels++) {
		size_t n = strcspn(label, ".");
		if (!label_well_formed(label, n))
			return false;
		if (label[n] == '\0')
			return labels > 0;
		label += n + 1;
	}
}

bool
domain_registrable(const struct world *w, const char *name)
{
	const struct tld *tld = rulebook_tld(w->rules, name);
	const char *dot = strchr(name, '.');

	return tld != NULL && strcmp(dot + 1, tld->name) == 0 &&
	       rulebook_tld_named(w->rules, name) == NULL;
}

static int
bound(struct world *w, struct arena *a, const char *name, const char *key, int fallback)
{
	const char *text = policy_binding(w, a, name, key);

	return text == NULL ? fallback : (int)strtol(text, NULL, 10);
}

struct years
domain_years(struct world *w, struct arena *a, const char *name)
{
	return (struct years){
		.least = bound(w, a, name, "min_years", 1),
		.most = bound(w, a, name, "max_years", 10),
	};
}
