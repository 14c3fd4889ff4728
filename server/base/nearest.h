/*
 * Nearest: which of the known words somebody meant who typed another one.
 *
 *	struct nearest n = nearest_to(typed);
 *	for (...)
 *		nearest_offer(&n, known);
 *	if (n.word != NULL)
 *		say "did you mean {n.word}?"
 *
 * A word is near if few edits lead to it - a letter more, less or another one,
 * two neighbours swapped - at most one for every three letters typed.  Case
 * counts for nothing.  The first of equals wins.  No memory is taken: both
 * words belong to the caller.
 */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include <stddef.h>

struct nearest {
	const char *typed, *word; /* word: NULL while none is near */
	size_t edits;
};

struct nearest nearest_to(const char *typed);
void nearest_offer(struct nearest *n, const char *known);

#endif
