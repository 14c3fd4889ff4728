/*
 * Sequence: a random story, as deeds that can be left out one by one.
 *
 * A deed is one or more lines of the scenario language that make sense without
 * the others: four names, two resellers, five people, a registry and an operator.  The same
 * seed gives the same deeds.  All of it lives in the arena.
 */
#ifndef TESTS_SUPPORT_SEQUENCE_H
#define TESTS_SUPPORT_SEQUENCE_H

#include <stddef.h>
#include <stdint.h>

struct arena;

struct sequence {
	const char *id; /* of the story: PROP-17 */
	const char *head; /* all lines before the first deed */
	const char **deeds;
	size_t count;
};

struct sequence sequence_random(struct arena *a, uint64_t seed, size_t count);
struct sequence sequence_of(struct arena *a, const char *id, const char *const *deeds);

/* Without COUNT deeds from START on. */
struct sequence
sequence_without(struct arena *a, const struct sequence *s, size_t start, size_t count);

/* The story.  From FORK on the deeds happen in a copy of the world, if there are
 * that many. */
const char *sequence_story(struct arena *a, const struct sequence *s, size_t fork);
#define NO_FORK SIZE_MAX

/* The deed in which this line of the story (without a fork) lies; count: none. */
size_t sequence_deed_at(const struct sequence *s, int line);

/*
 * The same failure with fewer deeds: none of those that are left can be left out.
 * BREAKS says what is wrong with a sequence, NULL: nothing; it may drop deeds
 * that cannot be done from the sequence that it is given.
 */
typedef const char *breaks_fn(void *closure, struct arena *a, struct sequence *s);
struct sequence
sequence_shrink(struct arena *a, const struct sequence *s, breaks_fn *breaks, void *closure);

#endif
