/*
 * Random stories: three names, two resellers, people who share a name or an
 * address, and whatever can happen to them.  Nothing is expected of an answer,
 * so a story can lose any of its steps and still be one.
 */
#ifndef TESTS_SUPPORT_RANDOM_STORY_H
#define TESTS_SUPPORT_RANDOM_STORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct random_story {
	uint64_t seed;
	const char **steps; /* a line or two each */
	bool *left_out;
	size_t count;
};

struct random_story random_story_new(struct arena *a, uint64_t seed, size_t count);

/* As a file: the heading, and the steps that are not left out. */
const char *random_story_text(struct arena *a, const struct random_story *s);

/* Leaves out steps as long as BROKEN still says true of what remains; at the
 * end no single one can be missed. */
typedef bool broken_fn(void *closure, const char *text);
void random_story_shrink(struct arena *a, struct random_story *s, broken_fn *broken, void *closure);

#endif
