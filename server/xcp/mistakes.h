/*
 * Mistakes: what clients do wrong when they sign, one row each.
 *
 * A signature is made in four steps: take the body, take the key, digest both,
 * spell the digest.  A row leaves one step other than it should be, so that the
 * doctor can do what such a client did and compare.  The steps that a row leaves
 * alone are NULL in it.  The rows stand in mistakes.def.
 */
#ifndef XCP_MISTAKES_H
#define XCP_MISTAKES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/digest.h"

struct arena;

struct bytes {
	const char *at;
	size_t n;
};

/* From what came to what was signed; false: that would be the same. */
typedef bool change_fn(struct arena *a, struct bytes *b);
typedef void recipe_fn(struct bytes body, struct bytes key, char hex[DIGEST_SHA256_HEX]);
typedef bool spelling_fn(const char *hex, const char *given);

struct mistake {
	change_fn *body, *key;
	recipe_fn *recipe;
	spelling_fn *spelling;
	const char *says; /* a clause */
};

extern const struct mistake mistakes[];
extern const size_t mistake_count;

recipe_fn recipe_right;
spelling_fn spelling_right;

#endif
