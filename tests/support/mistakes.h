/*
 * What is wrong with a story: rows of a text and the complaint that is wanted,
 * against a small vocabulary.
 */
#ifndef TESTS_SUPPORT_MISTAKES_H
#define TESTS_SUPPORT_MISTAKES_H

#include "scenarios/play/play.h"

extern const struct vocabulary mistake_words;

/* Six lines that a story may begin with: a reseller, a person, an operator. */
#define HEAD \
	"version 1\n" \
	"scenario \"A test\"\n" \
	"id TEST-1\n" \
	"actor shop reseller\n" \
	"actor anna person email=anna@ek.example\n" \
	"actor op operator\n"

struct mistake {
	const char *text;
	const char *complaint; /* the first one, as "LINE:COLUMN: TEXT"; "": none */
};

void mistakes_expect(const struct mistake *rows, size_t count);
#define EXPECT_MISTAKES(rows) mistakes_expect((rows), sizeof(rows) / sizeof(*(rows)))

#endif
