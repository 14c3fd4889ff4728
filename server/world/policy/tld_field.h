/*
 * What the registry of a TLD wants to know besides contacts: key "data" of its file,
 * fields with ";" between.
 *
 *	field  = PATH [ "!" ] [ values ] [ "when" PATH "=" WORD { "|" WORD } ]
 *	values = "flag" | "country" | "language" | "email" | WORD { "|" WORD }
 *
 * PATH is where the field stands below the attributes of a registration.  "!": it has
 * to be there; with "when", only while that other field has one of these values.  A
 * field without values is any text.
 */
#ifndef WORLD_POLICY_TLD_FIELD_H
#define WORLD_POLICY_TLD_FIELD_H

#include "world/policy/rulebook.h"

struct arena;

struct tld_field {
	const char *path, *values; /* "": any text */
	bool required;
	const char *when, *is; /* path and words; NULL: always */
};
#define MOST_TLD_FIELDS 32
#define TLD_FIELD_LONGEST 255 /* bytes of a value */

/* ROWS has room for MOST_TLD_FIELDS.  What is wrong with TEXT, in the arena, or NULL. */
const char *
tld_fields_parse(struct arena *a, const char *text, struct tld_field *rows, size_t *count);

/* TEXT is not empty. */
bool tld_field_fits(const struct rulebook *r, const struct tld_field *f, const char *text);

/* WORD is one of "A|B|C"; letters of either case are the same. */
bool tld_word_among(const char *words, const char *word);

#endif
