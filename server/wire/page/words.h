/*
 * Words: the texts of a page in one language, from server/web/words/PAGE.CODE.words.
 *
 * A line is NAME = TEXT, and # begins a comment.  Texts are HTML of ours; {name}
 * in them stands for a value, escaped.  A page without words in a language that is
 * offered is our bug.
 */
#ifndef PAGE_WORDS_H
#define PAGE_WORDS_H

#include <stddef.h>

#include "wire/page/fill.h"

struct exchange;

struct language {
	const char *code, *name;
};
extern const struct language languages[]; /* a NULL code ends; the first is the usual one */

/* The offered one that is meant by CODE, "de-AT" by "de"; NULL: none. */
const struct language *language_named(const char *code);

/* The first that the browser would like and we have; NULL: none. */
const struct language *language_wanted(struct arena *a, const struct exchange *x);

/* Texts as values for slots.  A NULL name ends. */
const struct slot_value *words_of(struct arena *a, const char *page, const struct language *l);

/* One of them, with its own slots filled. */
const char *word(struct arena *a, const struct slot_value *words, const char *name,
    const struct slot_value *values);

/* COUNT values, then the words: where a name is in both, the value counts. */
const struct slot_value *words_after(
    struct arena *a, const struct slot_value *values, size_t count, const struct slot_value *words);

#endif
