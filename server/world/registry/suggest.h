/*
 * Suggestions: names that somebody may like who searched for some words.  They follow
 * from the words and the world's seed: the same search finds the same names, as
 * long as nobody takes one.
 */
#ifndef WORLD_REGISTRY_SUGGEST_H
#define WORLD_REGISTRY_SUGGEST_H

#include "world/world.h"

#define MAX_SUGGEST_WORDS 10

/* What was searched for, in lower case; what no name can have stands between words. */
struct wanted {
	const char *words[MAX_SUGGEST_WORDS];
	size_t count; /* 0: nothing that a name could be made of */
	const char *label; /* all of them in one */
};
/* A TLD at the end, as of a whole name, is no part of it. */
struct wanted wanted_of(struct world *w, struct arena *a, const char *search);

bool suggest_speaks(const char *language); /* "en", ... */

/* Where to look: lists that end in NULL. */
struct whereabouts {
	const char *const *languages;
	const char *const *tlds; /* without a dot */
	size_t limit;
};

/* Up to LIMIT available names, the likeliest first. */
size_t suggest(struct world *w, struct arena *a, const struct wanted *what,
    const struct whereabouts *where, const char **names);

/* This world's premium names in these TLDs (none named: in all) that have one of the
 * words in them, by name. */
size_t suggest_premium(struct world *w, struct arena *a, const struct wanted *what,
    const struct whereabouts *where, const char **names);

#endif
